package agency.frontline.pulse.flow;

import agency.frontline.engine.Variable;
import agency.frontline.flow.CaseDesk;
import java.time.Instant;
import java.util.Set;

/** What Java knows of {@code processes/satisfaction-pulse.bpmn}. */
final class SatisfactionPulseFlow {

    static final String KEY = "satisfactionPulse";

    // Messages
    static final String PULSE_ANSWERED = "satisfactionPulse.pulseAnswered";
    static final String PULSE_RETURNED = "satisfactionPulse.pulseReturned";
    static final Set<String> MESSAGES = Set.of(PULSE_ANSWERED, PULSE_RETURNED);

    // Steps whose mails come back, and the ends that Java tells apart
    static final String SEND_PULSE = "sendPulse";
    static final String REMIND_OF_PULSE = "remindOfPulse";
    static final String ENDED_ANSWERED = "pulseAnswered";
    static final String ENDED_NOT_SENT = "pulseNotSent";

    // Start
    static final Variable<String> CLIENT = CaseDesk.CLIENT;
    static final Variable<String> OWNER = CaseDesk.OWNER;
    static final Variable<String> CONTACT = Variable.text("contact");

    // Whether it may go out
    static final Variable<Integer> DAYS_SINCE_LAST_PULSE = Variable.integer("daysSinceLastPulse");
    static final Variable<String> OPEN_ISSUE_KINDS = Variable.text("openIssueKinds");
    static final Variable<String> PULSE_VERDICT = Variable.text("pulseVerdict");

    // When
    static final Variable<Instant> PULSE_REMINDS_AT = Variable.instant("pulseRemindsAt");
    static final Variable<Instant> PULSE_CLOSES_AT = Variable.instant("pulseClosesAt");

    // The answer
    static final Variable<Integer> SERVICE_SCORE = Variable.integer("serviceScore");
    static final Variable<Integer> WORK_SCORE = Variable.integer("workScore");
    static final Variable<Integer> FEELING_SCORE = Variable.integer("feelingScore");
    static final Variable<Integer> LOWEST_SCORE = Variable.integer("lowestScore");
    static final Variable<String> PULSE_WORDS = Variable.text("pulseWords");
    static final Variable<String> UNREACHED = Variable.text("unreached");
    static final Variable<String> DELIVERY_PROBLEM = Variable.text("deliveryProblem");
    static final Variable<String> CONCERN_CASE = Variable.text("concernCase");
    static final Variable<String> OUTCOME = Variable.text("satisfactionPulseOutcome");

    private SatisfactionPulseFlow() {}
}
