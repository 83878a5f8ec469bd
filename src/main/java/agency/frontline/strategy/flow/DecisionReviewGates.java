package agency.frontline.strategy.flow;

import static agency.frontline.strategy.flow.DecisionReviewFlow.*;

import agency.frontline.engine.FormAnswers;
import agency.frontline.engine.TaskGate;
import agency.frontline.strategy.DecisionHeld;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** Whoever looks back says whether it was a good decision, and what came of it (C-54). */
@Component
class DecisionReviewGates implements TaskGate {

    private static final int AT_MOST = 2000;

    @Override
    public boolean guards(String processKey, String taskKey) {
        return processKey.startsWith(KEY) && taskKey.equals(REVIEW_DECISION);
    }

    @Override
    public void check(DelegateTask task) {
        var answers = FormAnswers.in(task);
        answers.requiredChoice(DECISION_HELD.name(), DecisionHeld.class, "Say whether it was a good decision.");
        var what = answers.required(WHAT_CAME_OF_IT.name(), "Say what came of it, and of the risk.");
        if (what.length() > AT_MOST) {
            answers.refuse(WHAT_CAME_OF_IT.name(), "Say it in at most %,d characters.".formatted(AT_MOST));
        }
        answers.done();
    }
}
