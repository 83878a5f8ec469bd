package agency.frontline.nextstep.flow;

import agency.frontline.engine.Variable;
import agency.frontline.flow.CaseDesk;
import agency.frontline.nextstep.Agreed;
import agency.frontline.nextstep.NextStep;
import agency.frontline.nextstep.NextSteps;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;
import org.springframework.stereotype.Component;

/**
 * The rows of next steps on the form of a report or a touch-base: what is open with the client stands there already, and
 * what somebody wrote is noted (C-23, F10).
 */
@Component
public class StepsOnForm {

    /** The rows, as the form lists them. */
    public static final Variable<SpinJsonNode> NEXT_STEPS = Variable.json("nextSteps");

    /** Ids of the steps that stood there when the form was opened. */
    public static final Variable<SpinJsonNode> STANDING_STEPS = Variable.json("standingSteps");

    private final NextStepDesk desk;
    private final NextSteps steps;

    StepsOnForm(NextStepDesk desk, NextSteps steps) {
        this.desk = desk;
        this.steps = steps;
    }

    /** Puts each open step of the client on the form. */
    public void prepare(DelegateExecution execution) {
        var rows = Spin.JSON("[]");
        var ids = Spin.JSON("[]");
        for (var step : steps.openOfClient(CaseDesk.CLIENT.in(execution))) {
            rows.append(Spin.JSON("{}")
                    .prop("stepId", step.id())
                    .prop("what", step.what())
                    .prop("owner", step.owner().id())
                    .prop("due", step.day().toString())
                    .prop("state", Agreed.State.OPEN.name()));
            ids.append(step.id());
        }
        NEXT_STEPS.set(execution, rows);
        STANDING_STEPS.set(execution, ids);
    }

    /** The steps from before that stood there, as far as they are open still. */
    public List<NextStep> standing(DelegateExecution execution) {
        return STANDING_STEPS.find(execution).stream()
                .flatMap(list -> list.elements().stream())
                .map(SpinJsonNode::stringValue)
                .map(steps::find)
                .flatMap(Optional::stream)
                .filter(NextStep::isOpen)
                .toList();
    }

    /** Notes the new steps and what became of those from before; returns all of them, as they stand now. */
    public List<NextStep> agree(DelegateExecution execution, List<Agreed> agreed) {
        return agreed.stream()
                .map(step -> agree(execution, step))
                .map(id -> steps.find(id).orElseThrow())
                .toList();
    }

    private String agree(DelegateExecution execution, Agreed step) {
        var key = desk.key(execution);
        var due = due(execution, step);
        if (step.id() == null) {
            return steps.agree(key, CaseDesk.CLIENT.in(execution), step.what(), step.owner(), step.day(), due);
        }
        var before = steps.find(step.id()).orElseThrow();
        if (step.outcome() == null) {
            steps.takeOver(before, key, step.what(), step.owner(), step.day(), due);
        } else {
            steps.end(before, key, step.outcome(), step.note());
        }
        return before.id();
    }

    private Instant due(DelegateExecution execution, Agreed step) {
        return desk.calendar(execution).endOfBusinessDay(step.day());
    }
}
