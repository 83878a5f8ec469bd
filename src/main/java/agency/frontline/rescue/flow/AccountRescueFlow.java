package agency.frontline.rescue.flow;

import agency.frontline.engine.Variable;
import agency.frontline.flow.CaseDesk;
import agency.frontline.lesson.Cause;
import agency.frontline.rescue.RescueVerdict;
import java.time.Instant;
import org.camunda.spin.json.SpinJsonNode;

/** What Java knows of {@code processes/account-rescue.bpmn}. */
final class AccountRescueFlow {

    static final String KEY = "accountRescue";

    static final String AGREE_RESCUE_PLAN = "agreeRescuePlan";
    static final String VISIT_CLIENT = "visitClient";
    static final String REVIEW_RESCUE = "reviewRescue";
    static final String DRAW_LESSON = "drawLesson";

    // Start
    static final Variable<String> CLIENT = CaseDesk.CLIENT;
    static final Variable<String> OWNER = CaseDesk.OWNER;
    static final Variable<String> CONTACT = Variable.text("contact");
    static final Variable<String> SUBJECT = Variable.text("subject");
    static final Variable<String> WHAT_HAPPENED = Variable.text("whatHappened");
    static final Variable<String> PARENT_CASE = Variable.text("parentCase");
    static final Variable<Instant> PLAN_BY = Variable.instant("planBy");
    static final Variable<String> OUTCOME = Variable.text("accountRescueOutcome");

    // The plan
    static final Variable<String> SPONSOR = Variable.text("sponsor");
    static final Variable<SpinJsonNode> SAVE_PLAN = Variable.json("savePlan");
    static final Variable<String> VISIT_ON = Variable.text("visitOn");
    static final Variable<String> REVIEW_ON = Variable.text("reviewOn");
    static final Variable<Instant> VISIT_BY = Variable.instant("visitBy");
    static final Variable<Instant> VISIT_MISSED_AT = Variable.instant("visitMissedAt");
    static final Variable<Instant> REVIEW_BY = Variable.instant("reviewBy");
    static final Variable<Instant> REVIEW_MISSED_AT = Variable.instant("reviewMissedAt");

    // The visit
    static final Variable<SpinJsonNode> VISITED_BY = Variable.json("visitedBy");
    static final Variable<String> VISITED_ON = Variable.text("visitedOn");
    static final Variable<String> CLIENT_SAID = Variable.text("clientSaid");

    // The review
    static final Variable<RescueVerdict> RESCUE_VERDICT = Variable.choice("rescueVerdict", RescueVerdict.class);
    static final Variable<String> REASON = Variable.text("reason");

    // The lesson
    static final Variable<Cause> CAUSE = Variable.choice("cause", Cause.class);
    static final Variable<String> SIGN = Variable.text("sign");
    static final Variable<String> WHAT_TO_DO = Variable.text("whatToDo");

    // Shown by the forms
    static final Variable<SpinJsonNode> DIRECTOR_OPTIONS = Variable.json("directorOptions");
    static final Variable<SpinJsonNode> RESCUE_PEOPLE = Variable.json("rescuePeople");
    static final Variable<SpinJsonNode> SAVE_PLAN_ROWS = Variable.json("savePlanRows");
    static final Variable<String> VISIT_BY_TEXT = Variable.text("visitByText");
    static final Variable<String> REVIEWS_TEXT = Variable.text("reviewsText");

    private AccountRescueFlow() {}
}
