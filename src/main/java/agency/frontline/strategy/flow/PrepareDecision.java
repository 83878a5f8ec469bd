package agency.frontline.strategy.flow;

import static agency.frontline.strategy.flow.StrategyResetFlow.*;

import agency.frontline.engine.FormAnswers;
import agency.frontline.strategy.Mapped;
import agency.frontline.strategy.Whereabouts;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** What was answered already stands there; so does the option that was chosen. */
@Component
class PrepareDecision implements TaskListener {

    /** After which the first signs of a decision show; days. */
    private static final int REVIEW_DAYS = 28;

    private final StrategyDesk desk;

    PrepareDecision(StrategyDesk desk) {
        this.desk = desk;
    }

    @Override
    public void notify(DelegateTask task) {
        var execution = task.getExecution();
        var answered = FormAnswers.in(execution).rows(FEAR_ANSWERS.name());
        FEAR_ANSWERS.set(
                execution,
                StrategyDesk.json(desk.heard(execution).fears().stream()
                        .map(fear -> answered.stream()
                                .filter(row -> fear.equals(row.get("what")))
                                .findFirst()
                                .orElse(Map.of("what", fear)))
                        .toList()));
        desk.standing(execution).stream()
                .filter(option -> desk.isSignificant(execution))
                .filter(option -> option.option()
                        .id()
                        .equals(CHOSEN_OPTION.find(execution).orElse("")))
                .findFirst()
                .ifPresent(
                        option -> DECISION_TEXT.set(execution, option.option().what()));
        DECIDED_BY.set(execution, CONTACT.in(execution));
        REVIEW_ON.set(execution, desk.today(execution).plusDays(REVIEW_DAYS).toString());
        ADD_TO_SCOPE.set(
                execution,
                desk.mapped(execution, FormAnswers.in(execution)).questions().stream()
                        .filter(question -> question.answer() == Whereabouts.MISSING)
                        .map(Mapped.Answered::question)
                        .collect(Collectors.joining("\n")));
        DECISION_LETTER.set(execution, true);
        SEND_NOW.set(execution, false);
        KEEP_AS_IS.set(execution, false);
        // The baseline may have been recorded on the way, with a day of its own.
        ENDS_ON.clear(execution);
    }
}
