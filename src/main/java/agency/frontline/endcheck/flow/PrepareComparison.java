package agency.frontline.endcheck.flow;

import static agency.frontline.endcheck.flow.PlanEndCheckFlow.*;

import agency.frontline.casefile.Conversation;
import agency.frontline.casefile.Direction;
import agency.frontline.casefile.Message;
import agency.frontline.client.Channel;
import agency.frontline.endcheck.EndChecks;
import agency.frontline.notification.EndCheckWords;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Both answers are in: from here on what the client said may be read, and it stands in the conversation of the case. */
@Component
class PrepareComparison implements TaskListener {

    private final EndCheckDesk desk;
    private final EndChecks checks;
    private final Conversation conversation;
    private final EndCheckWords words;

    PrepareComparison(EndCheckDesk desk, EndChecks checks, Conversation conversation, EndCheckWords words) {
        this.desk = desk;
        this.checks = checks;
        this.conversation = conversation;
        this.words = words;
    }

    @Override
    public void notify(DelegateTask task) {
        var check = desk.check(task);
        conversation.record(new Message(
                check.businessKey(),
                Objects.requireNonNull(check.clientAnsweredAt()),
                Direction.IN,
                check.toldTo() == null ? Channel.WEB : Channel.PHONE,
                check.contact(),
                check.toldTo() == null ? "Frontline" : check.toldTo(),
                SUBJECT.in(task),
                words.answer(checks.compare(check).stream()
                        .map(one -> new EndCheckWords.Line(
                                one.goal().what(),
                                one.client().verdict(),
                                one.client().words()))
                        .toList()),
                null));
    }
}
