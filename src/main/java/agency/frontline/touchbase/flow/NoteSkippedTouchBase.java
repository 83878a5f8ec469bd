package agency.frontline.touchbase.flow;

import static agency.frontline.touchbase.flow.TouchBaseFlow.*;

import agency.frontline.touchbase.TouchBases;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Not this time, and why; whoever was invited hears that it is off (C-68). */
@Component
class NoteSkippedTouchBase implements JavaDelegate {

    private final TouchBaseDesk desk;
    private final TouchBases touchBases;
    private final TouchBaseInvitations invitations;

    NoteSkippedTouchBase(TouchBaseDesk desk, TouchBases touchBases, TouchBaseInvitations invitations) {
        this.desk = desk;
        this.touchBases = touchBases;
        this.invitations = invitations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var key = desk.key(execution);
        touchBases.skipped(key, REASON.in(execution));
        SKIPPED_IN_A_ROW.set(execution, touchBases.skippedInARow(CLIENT.in(execution)));
        var was = desk.touchBase(execution).plannedStart();
        if (was != null) {
            touchBases.plan(key, null);
            invitations.cancel(execution, was);
        }
    }
}
