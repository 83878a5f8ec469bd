package agency.frontline.touchbase.flow;

import agency.frontline.client.Channel;
import agency.frontline.correction.flow.CorrectionsOnForm;
import agency.frontline.engine.Variable;
import agency.frontline.flow.CaseDesk;
import agency.frontline.nextstep.flow.NextStepVariables;
import agency.frontline.nextstep.flow.StepsOnForm;
import agency.frontline.touchbase.TouchBaseAction;
import java.time.Instant;
import java.util.Set;
import org.camunda.spin.json.SpinJsonNode;

/** What Java knows of {@code processes/touch-base.bpmn}; steps are called as in {@link NextStepVariables}. */
final class TouchBaseFlow {

    static final String KEY = "touchBase";

    static final String NEXT_STEP_MOVED = "touchBase." + NextStepVariables.NEXT_STEP_MOVED;
    static final Set<String> MESSAGES = Set.of(NEXT_STEP_MOVED);

    // Tasks and events that Java looks for
    static final String PREPARE_TOUCH_BASE = "prepareTouchBase";
    static final String HOLD_TOUCH_BASE = "holdTouchBase";
    static final String TOUCH_BASE_OVERDUE = "touchBaseOverdue";
    static final String TOUCH_BASE_SKIPPED = "touchBaseSkipped";

    // Start
    static final Variable<String> CLIENT = CaseDesk.CLIENT;
    static final Variable<String> OWNER = CaseDesk.OWNER;
    static final Variable<String> CONTACT = Variable.text("contact");
    static final Variable<String> SUBJECT = Variable.text("subject");
    static final Variable<String> PARENT_CASE = Variable.text("parentCase");
    static final Variable<Instant> TOUCH_BASE_BY = Variable.instant("touchBaseBy");
    static final Variable<Instant> TOUCH_BASE_OVERDUE_AT = Variable.instant("touchBaseOverdueAt");

    // Before
    static final Variable<TouchBaseAction> TOUCH_BASE_ACTION =
            Variable.choice("touchBaseAction", TouchBaseAction.class);
    static final Variable<String> PLANNED_START = Variable.text("plannedStart");
    static final Variable<Boolean> INVITE_CLIENT = Variable.flag("inviteClient");
    static final Variable<String> REASON = Variable.text("reason");
    static final Variable<Integer> SKIPPED_IN_A_ROW = Variable.integer("skippedInARow");

    // The talk
    static final Variable<Channel> CHANNEL = Variable.choice("channel", Channel.class);
    static final Variable<SpinJsonNode> ATTENDEES = Variable.json("attendees");
    static final Variable<String> CLIENT_SAID = Variable.text("clientSaid");
    static final Variable<SpinJsonNode> CORRECTIONS = CorrectionsOnForm.CORRECTIONS;
    static final Variable<SpinJsonNode> NEXT_STEPS = StepsOnForm.NEXT_STEPS;
    static final Variable<SpinJsonNode> STANDING_STEPS = StepsOnForm.STANDING_STEPS;
    static final Variable<SpinJsonNode> PRESSURE_SIGNALS = Variable.json("pressureSignals");
    static final Variable<String> WORRY = Variable.text("worry");
    static final Variable<Boolean> PLAN_DOUBTED = Variable.flag("planDoubted");
    static final Variable<String> OPENED_RESET = Variable.text("openedReset");
    static final Variable<String> OPENED_ISSUE = Variable.text("openedIssue");
    static final Variable<Boolean> SEND_SUMMARY = Variable.flag("sendSummary");
    static final Variable<String> SUMMARY = Variable.text("summary");
    static final Variable<Boolean> MORE_TO_NOTE = Variable.flag("moreToNote");
    static final Variable<String> MILESTONE_WHAT = Variable.text("milestoneWhat");
    static final Variable<String> MILESTONE_DAY = Variable.text("milestoneDay");
    static final Variable<Boolean> MILESTONE_EACH_YEAR = Variable.flag("milestoneEachYear");
    static final Variable<String> TOUCH_IDEA = Variable.text("touchIdea");
    static final Variable<String> TOUCH_ON = Variable.text("touchOn");
    static final Variable<Boolean> TOUCH_DONE = Variable.flag("touchDone");
    static final Variable<String> OUTCOME = Variable.text("touchBaseOutcome");

    // Shown by the forms
    static final Variable<String> WHEN_TEXT = Variable.text("whenText");
    static final Variable<String> HEALTH_TEXT = Variable.text("healthText");
    static final Variable<String> PRESSURE_TEXT = Variable.text("pressureText");
    static final Variable<String> LAST_PULSE_TEXT = Variable.text("lastPulseText");
    static final Variable<String> THOUGHTFUL_TEXT = Variable.text("thoughtfulText");
    static final Variable<String> CONTACT_LIKES = Variable.text("contactLikes");
    static final Variable<SpinJsonNode> PLAN_SIGNS = Variable.json("planSigns");
    static final Variable<SpinJsonNode> PEOPLE = Variable.json("people");
    static final Variable<SpinJsonNode> CLIENT_PEOPLE = Variable.json("clientPeople");
    static final Variable<SpinJsonNode> STEP_OWNERS = Variable.json("stepOwners");
    static final Variable<SpinJsonNode> OPEN_CASES = Variable.json("openCases");
    static final Variable<SpinJsonNode> WAITED_FOR_ROWS = Variable.json("waitedForRows");

    private TouchBaseFlow() {}
}
