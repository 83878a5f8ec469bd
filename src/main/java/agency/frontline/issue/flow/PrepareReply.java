package agency.frontline.issue.flow;

import static agency.frontline.issue.flow.ClientIssueFlow.*;

import agency.frontline.issue.Stance;
import agency.frontline.notification.Letters;
import java.util.List;
import java.util.Locale;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;
import org.springframework.stereotype.Component;

/**
 * Fills in what is known of the answer: the position starts as the view, the specialists' words stand beside it,
 * colleagues can be chosen for promises, and the mail's frame shows how it will read.
 */
@Component
class PrepareReply implements TaskListener {

    private static final String HERE_GOES_THE_POSITION = "\u2042";

    private final IssueDesk desk;
    private final IssueClocks clocks;
    private final Letters letters;

    PrepareReply(IssueDesk desk, IssueClocks clocks, Letters letters) {
        this.desk = desk;
        this.clocks = clocks;
        this.letters = letters;
    }

    @Override
    public void notify(DelegateTask task) {
        var execution = task.getExecution();
        task.setDueDate(clocks.answerBy(execution));
        keepOrForgetTheDayToFollowUp(execution);
        STANCE.set(execution, Stance.VIEW);
        REPLY_CHANNEL.set(execution, "EMAIL");
        REPLY_TEXT.clear(execution);
        NO_VIEW_YET.set(execution, false);
        SEND_NOW.set(execution, false);
        PROMISES.set(execution, Spin.JSON("[]"));
        PROMISE_OWNERS.set(execution, colleagues(execution));
        OPINION_ROWS.set(execution, opinions(execution));
        CONTACT_LIKES.set(execution, desk.client(execution).ethos().tone());
        var frame = letters.previewReply(desk.letter(execution), HERE_GOES_THE_POSITION, null, null, List.of())
                .split(HERE_GOES_THE_POSITION, 2);
        REPLY_GREETING.set(execution, frame[0].strip());
        REPLY_SIGNATURE.set(execution, frame.length > 1 ? frame[1].strip() : "");
    }

    /** A day the manager set stands open on the form until it has come (F5). */
    private void keepOrForgetTheDayToFollowUp(DelegateExecution execution) {
        var day = FormAnswers.in(execution).day(FOLLOW_UP_ON.name());
        if (day != null && day.isBefore(desk.today(execution))) {
            FOLLOW_UP_ON.clear(execution);
        }
        MORE_TO_REPLY.set(execution, FOLLOW_UP_ON.find(execution).isPresent());
    }

    private SpinJsonNode colleagues(DelegateExecution execution) {
        var options = Spin.JSON("[]");
        for (var colleague : desk.colleagues(execution)) {
            options.append(Spin.JSON("{}").prop("label", colleague.name()).prop("value", colleague.id()));
        }
        return options;
    }

    private SpinJsonNode opinions(DelegateExecution execution) {
        var rows = Spin.JSON("[]");
        for (var opinion :
                OPINIONS.find(execution).orElseGet(() -> Spin.JSON("[]")).elements()) {
            var who = desk.person(opinion.prop("user").stringValue()).name();
            rows.append(Spin.JSON("{}")
                    .prop("who", who + ", " + opinion.prop("group").stringValue())
                    .prop("verdict", opinion.prop("verdict").stringValue().toLowerCase(Locale.ROOT))
                    .prop("finding", opinion.prop("finding").stringValue())
                    .prop("recommendation", opinion.prop("recommendation").stringValue()));
        }
        return rows;
    }
}
