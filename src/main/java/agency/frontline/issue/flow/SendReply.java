package agency.frontline.issue.flow;

import static agency.frontline.issue.flow.ClientIssueFlow.*;

import agency.frontline.casefile.Conversation;
import agency.frontline.casefile.Direction;
import agency.frontline.casefile.Message;
import agency.frontline.client.Channel;
import agency.frontline.engine.FormAnswers;
import agency.frontline.issue.IssueFacts;
import agency.frontline.issue.Reply;
import agency.frontline.issue.Stance;
import agency.frontline.notification.Letters;
import agency.frontline.notification.Promised;
import agency.frontline.notification.RelayCheck;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Sends the owner's answer, or notes that they gave it in person; from here the ball is the client's (C-39, C-48, C-64). */
@Component
class SendReply implements JavaDelegate {

    private final IssueDesk desk;
    private final IssueClocks clocks;
    private final IssueFacts facts;
    private final Letters letters;
    private final Conversation conversation;

    SendReply(IssueDesk desk, IssueClocks clocks, IssueFacts facts, Letters letters, Conversation conversation) {
        this.desk = desk;
        this.clocks = clocks;
        this.facts = facts;
        this.letters = letters;
        this.conversation = conversation;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var reply = Reply.from(FormAnswers.in(execution), ISSUE_KIND.in(execution), who -> true, desk.today(execution));
        var calendar = desk.calendar(execution);
        var words = (reply.position() == null ? "" : reply.position()) + "\n" + reply.text();
        var share = (int) Math.round(100 * RelayCheck.shareOfOthersWords(words, desk.specialistsWords(execution)));
        var stance = share >= 80 ? Stance.RELAY : reply.stance();
        STANCE.set(execution, stance);
        facts.replied(desk.key(execution), stance, share, reply.position() != null);
        CLIENT_SPOKE.set(execution, false);
        // The model asks next whether anything was promised.
        PROMISES.declare(execution);
        if (reply.channel() == Channel.EMAIL) {
            letters.reply(
                    desk.letter(execution),
                    reply.position(),
                    reply.positionBy() == null ? null : calendar.endOfBusinessDay(reply.positionBy()),
                    reply.text(),
                    reply.promises().stream()
                            .map(p -> new Promised(p.what(), p.owner(), calendar.endOfBusinessDay(p.due())))
                            .toList(),
                    reply.sendNow());
        } else {
            conversation.record(new Message(
                    desk.key(execution),
                    desk.now(),
                    Direction.OUT,
                    reply.channel(),
                    OWNER.in(execution),
                    desk.contact(execution).email(),
                    SUBJECT.in(execution),
                    words.strip(),
                    null));
            clocks.respondedFirst(desk.theCase(execution), desk.now());
        }
        SILENCES.set(execution, 0);
        clocks.clientHeard(execution);
        clocks.ballIsTheirs(execution);
    }
}
