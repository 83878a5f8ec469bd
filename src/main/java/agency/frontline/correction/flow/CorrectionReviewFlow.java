package agency.frontline.correction.flow;

import agency.frontline.engine.Variable;
import agency.frontline.flow.CaseDesk;
import java.time.Instant;
import org.camunda.spin.json.SpinJsonNode;

/** What Java knows of {@code processes/correction-review.bpmn}. */
final class CorrectionReviewFlow {

    static final String KEY = "correctionReview";

    static final String LOOK_BACK_AT_CORRECTION = "lookBackAtCorrection";

    // Start
    static final Variable<String> CLIENT = CaseDesk.CLIENT;
    static final Variable<String> OWNER = CaseDesk.OWNER;
    static final Variable<String> PARENT_CASE = Variable.text("parentCase");
    static final Variable<String> SUBJECT = Variable.text("subject");
    /** Its number in our table. */
    static final Variable<String> CORRECTION = Variable.text("correction");

    static final Variable<Instant> LOOK_BACK_BY = Variable.instant("lookBackBy");

    // The look back
    static final Variable<String> COULD_HAVE_SEEN = Variable.text("couldHaveSeen");

    // Shown by the form
    static final Variable<String> CORRECTED_TEXT = Variable.text("correctedText");
    static final Variable<String> SIZE_TEXT = Variable.text("sizeText");
    static final Variable<SpinJsonNode> TOUCH_BASE_ROWS = Variable.json("touchBaseRows");

    private CorrectionReviewFlow() {}
}
