package agency.frontline.deliverable.flow;

import static agency.frontline.deliverable.flow.DeliverableReviewFlow.*;

import agency.frontline.deliverable.Deliverables;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.spin.Spin;
import org.springframework.stereotype.Component;

/** Each challenge of this version stands on the form, to be answered. */
@Component
class PrepareStatement implements TaskListener {

    private final DeliverableDesk desk;
    private final Deliverables deliverables;

    PrepareStatement(DeliverableDesk desk, Deliverables deliverables) {
        this.desk = desk;
        this.deliverables = deliverables;
    }

    @Override
    public void notify(DelegateTask task) {
        var execution = task.getExecution();
        var rows = Spin.JSON("[]");
        for (var raised : deliverables.challenges(desk.key(task), desk.version(execution))) {
            rows.append(Spin.JSON("{}")
                    .prop("challengeId", raised.id())
                    .prop("what", raised.challenge().what())
                    .prop("by", desk.person(raised.by()).name())
                    .prop("weight", Deliverables.weight(raised.challenge())));
        }
        CHALLENGE_ANSWERS.set(execution, rows);
        OPINION.clear(execution);
        OPINION_DECISION.clear(execution);
        COMPROMISE_MADE.clear(execution);
        COMPROMISES.set(execution, Spin.JSON("[]"));
    }
}
