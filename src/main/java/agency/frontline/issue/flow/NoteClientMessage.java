package agency.frontline.issue.flow;

import static agency.frontline.issue.flow.ClientIssueFlow.*;

import agency.frontline.notification.Notices;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The client adds something while we are at it: it is on the open form, and the owner is told (F2). */
@Component
class NoteClientMessage implements JavaDelegate {

    private final IssueDesk desk;
    private final IssueClocks clocks;
    private final Notices notices;

    NoteClientMessage(IssueDesk desk, IssueClocks clocks, Notices notices) {
        this.desk = desk;
        this.clocks = clocks;
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        desk.refreshClientWords(execution);
        notices.clientWroteAgain(desk.about(execution), OWNER.in(execution), desk.lastClientWords(execution));
        clocks.clientAdded(execution);
    }
}
