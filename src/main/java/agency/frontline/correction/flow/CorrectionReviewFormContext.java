package agency.frontline.correction.flow;

import static agency.frontline.correction.flow.CorrectionReviewFlow.*;

import agency.frontline.correction.TalksBefore;
import agency.frontline.correction.TalksBefore.TalkBefore;
import agency.frontline.engine.FormContext;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the look back shows: what was put right, why it counts as significant, and the talks of the thirty days before. */
@Component
class CorrectionReviewFormContext implements FormContext {

    private final CorrectionDesk desk;
    private final TalksBefore talks;

    CorrectionReviewFormContext(CorrectionDesk desk, TalksBefore talks) {
        this.desk = desk;
        this.talks = talks;
    }

    @Override
    public boolean serves(String processKey) {
        return processKey.startsWith(KEY);
    }

    @Override
    public Map<String, Function<DelegateTask, @Nullable Object>> values() {
        return Map.of(
                CORRECTED_TEXT.name(), task -> desk.correction(task).what(),
                SIZE_TEXT.name(), this::why,
                TOUCH_BASE_ROWS.name(), task -> rows(talks.of(desk.correction(task))));
    }

    private String why(DelegateTask task) {
        var why = desk.correction(task).why();
        return why == null ? "Whoever noted it said so." : why;
    }

    private static @Nullable SpinJsonNode rows(List<TalkBefore> before) {
        if (before.isEmpty()) {
            return null;
        }
        var rows = Spin.JSON("[]");
        before.forEach(talk -> rows.append(Spin.JSON("{}")
                .prop("day", talk.day().toString())
                .prop("how", talk.how())
                .prop("what", talk.putRightInWords())));
        return rows;
    }
}
