package agency.frontline.strategy.flow;

import agency.frontline.engine.Variable;
import agency.frontline.flow.CaseDesk;
import agency.frontline.strategy.DecisionHeld;
import java.time.Instant;

/** What Java knows of {@code processes/decision-review.bpmn}. */
final class DecisionReviewFlow {

    static final String KEY = "decisionReview";

    static final String REVIEW_DECISION = "reviewDecision";

    // Start
    static final Variable<String> CLIENT = CaseDesk.CLIENT;
    static final Variable<String> OWNER = CaseDesk.OWNER;
    static final Variable<String> PARENT_CASE = Variable.text("parentCase");
    static final Variable<String> SUBJECT = Variable.text("subject");
    static final Variable<String> DECISION_TEXT = Variable.text("decision");
    static final Variable<String> DECIDED_BY = Variable.text("decidedBy");
    static final Variable<String> RISK_TAKEN = Variable.text("riskTaken");
    static final Variable<Instant> REVIEW_AT = Variable.instant("reviewAt");
    static final Variable<Instant> REVIEW_BY = Variable.instant("reviewBy");

    // The look back
    static final Variable<DecisionHeld> DECISION_HELD = Variable.choice("decisionHeld", DecisionHeld.class);
    static final Variable<String> WHAT_CAME_OF_IT = Variable.text("whatCameOfIt");

    private DecisionReviewFlow() {}
}
