package agency.frontline.issue.flow;

import static agency.frontline.issue.flow.ClientIssueFlow.*;

import agency.frontline.casefile.Conversation;
import agency.frontline.casefile.Direction;
import agency.frontline.casefile.Message;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** How the client was reached after a mail of ours had failed. */
@Component
class RecordReach implements JavaDelegate {

    private final IssueDesk desk;
    private final IssueClocks clocks;
    private final Conversation conversation;

    RecordReach(IssueDesk desk, IssueClocks clocks, Conversation conversation) {
        this.desk = desk;
        this.clocks = clocks;
        this.conversation = conversation;
    }

    @Override
    public void execute(DelegateExecution execution) {
        conversation.record(new Message(
                desk.key(execution),
                desk.now(),
                Direction.OUT,
                REACHED_BY.in(execution),
                OWNER.in(execution),
                desk.contact(execution).email(),
                SUBJECT.in(execution),
                REACHED_TEXT.in(execution),
                null));
        clocks.respondedFirst(desk.theCase(execution), desk.now());
    }
}
