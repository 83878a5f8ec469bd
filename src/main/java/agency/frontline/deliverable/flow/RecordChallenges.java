package agency.frontline.deliverable.flow;

import static agency.frontline.deliverable.flow.DeliverableReviewFlow.*;

import agency.frontline.deliverable.Challenge;
import agency.frontline.deliverable.Deliverables;
import agency.frontline.engine.FormAnswers;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Keeps what a colleague would change; nothing to add counts as no challenge (C-49, C-53). */
@Component
class RecordChallenges implements JavaDelegate {

    private final DeliverableDesk desk;
    private final Deliverables deliverables;

    RecordChallenges(DeliverableDesk desk, Deliverables deliverables) {
        this.desk = desk;
        this.deliverables = deliverables;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var group = SPECIALIST.in(execution).stringValue();
        deliverables.challenged(
                desk.key(execution),
                desk.version(execution),
                group,
                CHALLENGER.find(execution).orElse(group),
                Challenge.from(FormAnswers.in(execution)));
    }
}
