package agency.frontline.nextstep.flow;

import agency.frontline.engine.Variable;
import agency.frontline.nextstep.StepOutcome;
import java.time.Instant;
import org.camunda.spin.json.SpinJsonNode;

/** What every model calls the next steps that it follows, and each one while it is followed. */
public final class NextStepVariables {

    /** Ids of the steps to follow: one passage through the multi-instance body for each. */
    public static final Variable<SpinJsonNode> STEPS_TO_FOLLOW = Variable.json("stepsToFollow");

    public static final Variable<SpinJsonNode> STEP_ID = Variable.json("stepId");

    /** The step's id again, on the task itself, where the message that ends it looks. */
    public static final Variable<String> NEXT_STEP = Variable.text("nextStep");

    public static final Variable<String> STEP_WHAT = Variable.text("stepWhat");

    /** Name of whoever takes the step, and whose side they are on. */
    public static final Variable<String> STEP_OWNER = Variable.text("stepOwner");

    /** User id of who does it, or who ticks it off for the client. */
    public static final Variable<String> STEP_KEEPER = Variable.text("stepKeeper");

    public static final Variable<Instant> STEP_DUE = Variable.instant("stepDue");
    public static final Variable<Instant> STEP_REMIND_AT = Variable.instant("stepRemindAt");
    public static final Variable<String> STEP_DUE_TEXT = Variable.text("stepDueText");
    public static final Variable<StepOutcome> STEP_OUTCOME = Variable.choice("stepOutcome", StepOutcome.class);
    public static final Variable<String> STEP_NOTE = Variable.text("stepNote");

    /** Event that ends a followed step because another case follows it now; the message is {@code <process>.<this>}. */
    public static final String NEXT_STEP_MOVED = "nextStepMoved";

    /** The task that follows a step, in every model. */
    public static final String COMPLETE_NEXT_STEP = "completeNextStep";

    private NextStepVariables() {}
}
