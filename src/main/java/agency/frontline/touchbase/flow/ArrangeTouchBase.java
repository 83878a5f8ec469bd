package agency.frontline.touchbase.flow;

import static agency.frontline.touchbase.flow.TouchBaseFlow.*;

import agency.frontline.engine.FormAnswers;
import agency.frontline.engine.Timers;
import agency.frontline.touchbase.TouchBases;
import java.time.Instant;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Where an hour is agreed, everybody gets it into their calendar, and the clock of the touch-base goes by it (F12). */
@Component
class ArrangeTouchBase implements JavaDelegate {

    private final TouchBaseDesk desk;
    private final TouchBases touchBases;
    private final TouchBaseInvitations invitations;

    ArrangeTouchBase(TouchBaseDesk desk, TouchBases touchBases, TouchBaseInvitations invitations) {
        this.desk = desk;
        this.touchBases = touchBases;
        this.invitations = invitations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var start = FormAnswers.in(execution).moment(PLANNED_START.name());
        if (start == null || start.equals(desk.touchBase(execution).plannedStart())) {
            return;
        }
        var moved = desk.touchBase(execution).plannedStart() != null;
        touchBases.plan(desk.key(execution), start);
        due(execution, start);
        invitations.send(execution, moved);
    }

    private void due(DelegateExecution execution, Instant start) {
        var calendar = desk.calendar(execution);
        TOUCH_BASE_BY.set(execution, calendar.endOfBusinessDay(calendar.localDate(start)));
        var late = calendar.plusBusinessDays(start, 1);
        TOUCH_BASE_OVERDUE_AT.set(execution, late);
        Timers.move(execution.getProcessInstanceId(), TOUCH_BASE_OVERDUE, late);
    }
}
