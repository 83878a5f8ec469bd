package agency.frontline.correction.flow;

import static agency.frontline.correction.flow.CorrectionReviewFlow.*;

import agency.frontline.correction.Corrections;
import agency.frontline.text.SafeText;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** The answer stands with the correction, for whoever reads them together (C-88). */
@Component
class RememberWhenSeen implements TaskListener {

    private final Corrections corrections;

    RememberWhenSeen(Corrections corrections) {
        this.corrections = corrections;
    }

    @Override
    public void notify(DelegateTask task) {
        corrections.lookedBack(
                CorrectionDesk.id(task),
                SafeText.clean(COULD_HAVE_SEEN.in(task)).strip());
    }
}
