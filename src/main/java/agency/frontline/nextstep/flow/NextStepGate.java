package agency.frontline.nextstep.flow;

import static agency.frontline.nextstep.flow.NextStepVariables.*;

import agency.frontline.engine.FormAnswers;
import agency.frontline.engine.TaskGate;
import agency.frontline.nextstep.StepOutcome;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** A step ends done, or with the reason why nobody needs it any more. */
@Component
class NextStepGate implements TaskGate {

    @Override
    public boolean guards(String processKey, String taskKey) {
        return taskKey.equals(COMPLETE_NEXT_STEP);
    }

    @Override
    public void check(DelegateTask task) {
        var answers = FormAnswers.in(task);
        var outcome = answers.requiredChoice(STEP_OUTCOME.name(), StepOutcome.class, "Say how it ended.");
        if (outcome == StepOutcome.DROPPED) {
            answers.required(STEP_NOTE.name(), "Say in a few words why it is no longer needed.");
        }
        answers.done();
    }
}
