package agency.frontline.issue.flow;

import static agency.frontline.issue.flow.ClientIssueFlow.*;

import agency.frontline.casefile.Conversation;
import agency.frontline.casefile.Direction;
import agency.frontline.casefile.Message;
import agency.frontline.client.Channel;
import agency.frontline.engine.FormAnswers;
import agency.frontline.issue.Diagnosis;
import agency.frontline.issue.IssueFacts;
import agency.frontline.notification.Letters;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The client hears our preliminary view before a specialist has the question; without it a referral counts as passed through (C-10). */
@Component
class SendFirstView implements JavaDelegate {

    private final IssueDesk desk;
    private final IssueClocks clocks;
    private final IssueFacts facts;
    private final Letters letters;
    private final Conversation conversation;

    SendFirstView(IssueDesk desk, IssueClocks clocks, IssueFacts facts, Letters letters, Conversation conversation) {
        this.desk = desk;
        this.clocks = clocks;
        this.facts = facts;
        this.letters = letters;
        this.conversation = conversation;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var handOver = Diagnosis.handOverIn(FormAnswers.in(execution));
        if (handOver.alreadyTold()) {
            var contact = desk.contact(execution);
            conversation.record(new Message(
                    desk.key(execution),
                    desk.now(),
                    Direction.OUT,
                    Channel.PHONE,
                    OWNER.in(execution),
                    contact.email(),
                    SUBJECT.in(execution),
                    handOver.toldClient(),
                    null));
            clocks.respondedFirst(desk.theCase(execution), desk.now());
        } else {
            letters.firstView(
                    desk.letter(execution), handOver.toldClient(), handOver.specialists(), OPINION_BY.in(execution));
        }
        facts.viewTold(desk.key(execution));
        clocks.clientHeard(execution);
        clocks.ballIsOurs(execution, desk.now());
    }
}
