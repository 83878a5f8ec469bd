package agency.frontline.correction.flow;

import agency.frontline.correction.Correction;
import agency.frontline.correction.CorrectionRule;
import agency.frontline.correction.CorrectionRule.Verdict;
import agency.frontline.correction.CorrectionSize;
import agency.frontline.correction.CorrectionSource;
import agency.frontline.correction.Corrections;
import agency.frontline.correction.Noted;
import agency.frontline.engine.AsSystem;
import agency.frontline.engine.Variable;
import agency.frontline.flow.CaseDesk;
import agency.frontline.text.SafeText;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.spin.json.SpinJsonNode;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * The rows of corrections on the form of a touch-base or a report: what somebody wrote is sized by the table and noted, and
 * each significant one begins a look back of its own, so that neither the talk nor the client's mail waits for it (C-88).
 */
@Component
public class CorrectionsOnForm {

    /** The rows, as the form lists them; see {@link Noted#rows}. */
    public static final Variable<SpinJsonNode> CORRECTIONS = Variable.json("corrections");

    private static final int SUBJECT_AT_MOST = 200;

    private final CorrectionRule rule;
    private final Corrections corrections;
    private final AsSystem asSystem;
    private final RuntimeService runtime;

    CorrectionsOnForm(CorrectionRule rule, Corrections corrections, AsSystem asSystem, @Lazy RuntimeService runtime) {
        this.rule = rule;
        this.corrections = corrections;
        this.asSystem = asSystem;
        this.runtime = runtime;
    }

    /**
     * Notes what was found in a case, each thing once.
     *
     * @param businessKey the case in which it was found: that of the step, or an earlier one about the same meeting
     */
    public void note(DelegateExecution execution, String businessKey, CorrectionSource source, List<Noted> found) {
        var client = CaseDesk.CLIENT.in(execution);
        for (var noted : found) {
            var verdict = noted.changes() == null ? null : rule.sizeOf(noted.changes());
            corrections
                    .note(
                            client,
                            businessKey,
                            source,
                            noted,
                            size(noted, verdict),
                            verdict == null ? null : verdict.why())
                    .filter(Correction::isSignificant)
                    .ifPresent(correction -> askWhenItCouldHaveBeenSeen(execution, correction));
        }
    }

    private static CorrectionSize size(Noted noted, @Nullable Verdict verdict) {
        return verdict == null ? Objects.requireNonNull(noted.said()) : verdict.size();
    }

    private void askWhenItCouldHaveBeenSeen(DelegateExecution execution, Correction correction) {
        var review = Map.<String, Object>of(
                CorrectionReviewFlow.CLIENT.name(), correction.client(),
                CorrectionReviewFlow.OWNER.name(), CaseDesk.OWNER.in(execution),
                CorrectionReviewFlow.PARENT_CASE.name(), correction.businessKey(),
                CorrectionReviewFlow.SUBJECT.name(), SafeText.line("Put right: " + correction.what(), SUBJECT_AT_MOST),
                CorrectionReviewFlow.CORRECTION.name(), Long.toString(correction.id()));
        asSystem.perform(() -> runtime.startProcessInstanceByKey(CorrectionReviewFlow.KEY, review));
    }
}
