package agency.frontline.issue.flow;

import static agency.frontline.issue.flow.ClientIssueFlow.*;

import agency.frontline.casefile.Conversation;
import agency.frontline.casefile.Direction;
import agency.frontline.casefile.Message;
import agency.frontline.client.Channel;
import agency.frontline.issue.FollowUpAction;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** What the client said when the manager asked again stands in the conversation like any message. */
@Component
class RememberFollowUp implements TaskListener {

    private final IssueDesk desk;
    private final IssueClocks clocks;
    private final Conversation conversation;

    RememberFollowUp(IssueDesk desk, IssueClocks clocks, Conversation conversation) {
        this.desk = desk;
        this.clocks = clocks;
        this.conversation = conversation;
    }

    @Override
    public void notify(DelegateTask task) {
        var execution = task.getExecution();
        if (FOLLOW_UP_ACTION.in(task) != FollowUpAction.CLIENT_SPOKE) {
            return;
        }
        if (CLIENT_SAID.find(task).filter(said -> !said.isBlank()).isPresent()) {
            conversation.record(new Message(
                    desk.key(execution),
                    desk.now(),
                    Direction.IN,
                    CLIENT_SAID_CHANNEL.find(task).orElse(Channel.PHONE),
                    desk.contact(execution).email(),
                    OWNER.in(execution),
                    SUBJECT.in(execution),
                    CLIENT_SAID.in(task),
                    null));
            desk.refreshClientWords(execution);
        }
        clocks.clientSpoke(execution);
    }
}
