package agency.frontline.deliverable.flow;

import static agency.frontline.deliverable.flow.DeliverableReviewFlow.*;

import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** What the table of rules says of this kind becomes days on the client's own calendar, and what the gates ask for. */
@Component
class DeliverableRulesSet implements ExecutionListener {

    private final DeliverableDesk desk;

    DeliverableRulesSet(DeliverableDesk desk) {
        this.desk = desk;
    }

    @Override
    public void notify(DelegateExecution execution) {
        var rules = ((DmnDecisionResult) execution.getVariable("decisionResult")).getSingleResult();
        DRAFT_DAYS.set(execution, rules.getEntry(DRAFT_DAYS.name()));
        CHALLENGE_DAYS.set(execution, rules.getEntry(CHALLENGE_DAYS.name()));
        DISCUSSION_DAYS.set(execution, rules.getEntry(DISCUSSION_DAYS.name()));
        FOLLOW_UP_DAYS.set(execution, rules.getEntry(FOLLOW_UP_DAYS.name()));
        WORDS_AT_MOST.set(execution, rules.getEntry(WORDS_AT_MOST.name()));
        MUST_BE_DISCUSSED.set(execution, rules.getEntry(MUST_BE_DISCUSSED.name()));
        desk.expectDraft(execution);
    }
}
