package agency.frontline.endcheck.flow;

import agency.frontline.endcheck.WhatNext;
import agency.frontline.engine.Variable;
import agency.frontline.flow.CaseDesk;
import agency.frontline.lesson.Cause;
import java.time.Instant;
import java.util.Set;
import org.camunda.spin.json.SpinJsonNode;

/** What Java knows of {@code processes/plan-end-check.bpmn}. */
final class PlanEndCheckFlow {

    static final String KEY = "planEndCheck";

    // Messages
    static final String CLIENT_ANSWERED = "planEndCheck.clientAnswered";
    static final String WITHDRAWN = "planEndCheck.withdrawn";
    static final Set<String> MESSAGES = Set.of(CLIENT_ANSWERED, WITHDRAWN);

    // Steps with a gate, and the ends that Java tells apart
    static final String ANSWER_FOR_AGENCY = "answerForAgency";
    static final String RECORD_CLIENT_ANSWERS = "recordClientAnswers";
    static final String COMPARE_END_CHECK = "compareEndCheck";
    static final String ENDED_COMPARED = "endCheckCompared";
    static final String ENDED_UNANSWERED = "endCheckUnanswered";
    static final String ENDED_WITHDRAWN = "endCheckWithdrawn";

    // Start
    static final Variable<String> CLIENT = CaseDesk.CLIENT;
    static final Variable<String> OWNER = CaseDesk.OWNER;
    static final Variable<String> CONTACT = Variable.text("contact");
    static final Variable<String> SUBJECT = Variable.text("subject");
    static final Variable<Instant> ANSWER_BY = Variable.instant("answerBy");
    static final Variable<Instant> VERDICT_REMINDS_AT = Variable.instant("verdictRemindsAt");
    static final Variable<Instant> VERDICT_CLOSES_AT = Variable.instant("verdictClosesAt");

    // The answers; the client's come into the case no sooner than ours are in
    static final Variable<SpinJsonNode> AGENCY_VERDICTS = Variable.json("agencyVerdicts");
    static final Variable<SpinJsonNode> CLIENT_VERDICTS = Variable.json("clientVerdicts");
    static final Variable<Boolean> CLIENT_HAS_ANSWERED = Variable.flag("clientHasAnswered");

    // Side by side
    static final Variable<String> LEARNED = Variable.text("learned");
    static final Variable<WhatNext> WHAT_NEXT = Variable.choice("whatNext", WhatNext.class);
    static final Variable<String> NEXT_WORDS = Variable.text("nextWords");
    static final Variable<Cause> CAUSE = Variable.choice("cause", Cause.class);
    static final Variable<String> SIGN = Variable.text("sign");
    static final Variable<String> WHAT_TO_DO = Variable.text("whatToDo");
    static final Variable<String> REASON = Variable.text("reason");
    static final Variable<String> OUTCOME = Variable.text("planEndCheckOutcome");

    // Shown by the forms
    static final Variable<SpinJsonNode> SIGN_ROWS = Variable.json("signRows");
    static final Variable<SpinJsonNode> COMPARISON_ROWS = Variable.json("comparisonRows");
    static final Variable<String> CLIENT_WORDS = Variable.text("clientWords");
    static final Variable<String> AGENCY_WORDS = Variable.text("agencyWords");
    static final Variable<String> CLOSES_TEXT = Variable.text("closesText");

    private PlanEndCheckFlow() {}
}
