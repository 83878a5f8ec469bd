package agency.frontline.correction.flow;

import static agency.frontline.correction.flow.CorrectionReviewFlow.*;

import agency.frontline.correction.Corrections;
import agency.frontline.engine.FormAnswers;
import agency.frontline.engine.TaskGate;
import agency.frontline.text.Nameless;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** Whoever looks back says when it could have been seen, and never by whom (C-27, C-88). */
@Component
class CorrectionReviewGates implements TaskGate {

    private final CorrectionDesk desk;

    CorrectionReviewGates(CorrectionDesk desk) {
        this.desk = desk;
    }

    @Override
    public boolean guards(String processKey, String taskKey) {
        return processKey.startsWith(KEY) && taskKey.equals(LOOK_BACK_AT_CORRECTION);
    }

    @Override
    public void check(DelegateTask task) {
        var answers = FormAnswers.in(task);
        var seen = answers.required(
                COULD_HAVE_SEEN.name(), "Say when we could have seen it coming; \"not before that talk\" will do.");
        if (seen.length() > Corrections.ANSWER_AT_MOST) {
            answers.refuse(
                    COULD_HAVE_SEEN.name(), "Say it in at most %,d characters.".formatted(Corrections.ANSWER_AT_MOST));
        }
        Nameless.check(answers, List.of(COULD_HAVE_SEEN.name()), desk.colleagueNames(task.getExecution()));
        answers.done();
    }
}
