package agency.frontline.strategy.flow;

import static agency.frontline.strategy.flow.DecisionReviewFlow.*;

import agency.frontline.strategy.Resets;
import agency.frontline.text.SafeText;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** What came of it stands in the file of the decision (C-54). */
@Component
class RememberLookBack implements TaskListener {

    private final Resets resets;

    RememberLookBack(Resets resets) {
        this.resets = resets;
    }

    @Override
    public void notify(DelegateTask task) {
        resets.reviewed(PARENT_CASE.in(task), DECISION_HELD.in(task), SafeText.clean(WHAT_CAME_OF_IT.in(task)));
    }
}
