package agency.frontline.planwatch.flow;

import agency.frontline.engine.Variable;
import agency.frontline.flow.CaseDesk;
import agency.frontline.planwatch.PlanWarning;
import agency.frontline.planwatch.WarningAnswer;
import java.time.Instant;
import org.camunda.spin.json.SpinJsonNode;

/** What Java knows of {@code processes/plan-watch.bpmn} and {@code processes/budget-burn.dmn}. */
final class PlanWatchFlow {

    static final String KEY = "planWatch";

    static final String ANSWER_PLAN_WARNING = "answerPlanWarning";

    // Start
    static final Variable<String> CLIENT = CaseDesk.CLIENT;
    static final Variable<String> OWNER = CaseDesk.OWNER;
    static final Variable<String> SUBJECT = Variable.text("subject");
    static final Variable<PlanWarning> PLAN_WARNING = Variable.choice("planWarning", PlanWarning.class);
    static final Variable<Integer> PLAN_VERSION = Variable.integer("planVersion");
    static final Variable<String> WORK_ITEM = Variable.text("workItem");
    static final Variable<String> WARNING_TEXT = Variable.text("warningText");
    static final Variable<Boolean> TASK_OWED = Variable.flag("taskOwed");
    static final Variable<Boolean> DIRECTOR_TOLD = Variable.flag("directorTold");
    static final Variable<Instant> ANSWER_BY = Variable.instant("answerBy");

    // What the table asks and answers besides
    static final Variable<Integer> USED_PERCENT = Variable.integer("usedPercent");
    static final Variable<Integer> PROGRESS_PERCENT = Variable.integer("progressPercent");
    static final Variable<String> WARNING_SENTENCE = Variable.text("warningSentence");

    // The answer
    static final Variable<WarningAnswer> WARNING_ANSWER = Variable.choice("warningAnswer", WarningAnswer.class);
    static final Variable<String> CONTACT = Variable.text("contact");
    static final Variable<String> LETTER_TEXT = Variable.text("letterText");
    static final Variable<String> REASON = Variable.text("reason");

    // Shown by the form
    static final Variable<String> USE_TEXT = Variable.text("useText");
    static final Variable<SpinJsonNode> LATE_ROWS = Variable.json("lateRows");
    static final Variable<SpinJsonNode> CLIENT_PEOPLE = Variable.json("clientPeople");

    private PlanWatchFlow() {}
}
