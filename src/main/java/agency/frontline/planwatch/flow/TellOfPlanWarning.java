package agency.frontline.planwatch.flow;

import static agency.frontline.planwatch.flow.PlanWatchFlow.*;

import agency.frontline.notification.Notices;
import java.util.ArrayList;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The account manager hears of it, and the director where the table says so (F11). */
@Component
class TellOfPlanWarning implements JavaDelegate {

    private final PlanWatchDesk desk;
    private final Notices notices;

    TellOfPlanWarning(PlanWatchDesk desk, Notices notices) {
        this.desk = desk;
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var readers = new ArrayList<String>();
        readers.add(OWNER.in(execution));
        if (DIRECTOR_TOLD.in(execution)) {
            readers.add(desk.client(execution).team().director());
        }
        var due = TASK_OWED.in(execution) ? ANSWER_BY.in(execution) : null;
        if (PLAN_WARNING.in(execution).isLate()) {
            notices.planDelayed(desk.about(execution), readers, WARNING_TEXT.in(execution), due);
        } else {
            notices.budgetBurn(
                    desk.about(execution),
                    readers,
                    USED_PERCENT.in(execution),
                    PROGRESS_PERCENT.in(execution),
                    WARNING_TEXT.in(execution),
                    due);
        }
    }
}
