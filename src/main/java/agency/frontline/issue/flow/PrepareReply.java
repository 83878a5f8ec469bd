package agency.frontline.issue.flow;

import static agency.frontline.issue.flow.ClientIssueFlow.*;

import agency.frontline.issue.Stance;
import java.util.LinkedHashSet;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.spin.Spin;
import org.springframework.stereotype.Component;

/** Fills in what is known of the answer: the position starts as the view, the specialists' words stand beside it, colleagues can be chosen. */
@Component
class PrepareReply implements TaskListener {

    private final IssueDesk desk;

    PrepareReply(IssueDesk desk) {
        this.desk = desk;
    }

    @Override
    public void notify(DelegateTask task) {
        var execution = task.getExecution();
        STANCE.set(execution, Stance.VIEW);
        REPLY_CHANNEL.set(execution, "EMAIL");
        REPLY_TEXT.set(execution, "");
        NO_VIEW_YET.set(execution, false);
        SEND_NOW.set(execution, false);
        PROMISES.set(execution, Spin.JSON("[]"));
        var owners = Spin.JSON("[]");
        desk.colleagues(execution).forEach(colleague ->
                owners.append(Spin.JSON("{}").prop("label", colleague.name()).prop("value", colleague.id())));
        PROMISE_OWNERS.set(execution, owners);
        var rows = Spin.JSON("[]");
        OPINIONS.find(execution).ifPresent(opinions -> opinions.elements().forEach(opinion -> rows.append(Spin.JSON("{}")
                .prop("who", opinion.prop("group").stringValue() + ", " + desk.person(opinion.prop("user").stringValue()).name())
                .prop("verdict", opinion.prop("verdict").stringValue().toLowerCase(java.util.Locale.ROOT))
                .prop("finding", opinion.prop("finding").stringValue())
                .prop("recommendation", opinion.prop("recommendation").stringValue()))));
        OPINION_ROWS.set(execution, rows);
        var ethos = desk.client(execution).ethos();
        CONTACT_LIKES.set(execution, ethos.tone());
    }
}
