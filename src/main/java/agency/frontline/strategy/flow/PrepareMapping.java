package agency.frontline.strategy.flow;

import static agency.frontline.strategy.flow.StrategyResetFlow.*;

import agency.frontline.engine.FormAnswers;
import agency.frontline.text.Answers;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A row for each question and each new thing, with what an earlier round made of it. */
@Component
class PrepareMapping implements TaskListener {

    private final StrategyDesk desk;

    PrepareMapping(StrategyDesk desk) {
        this.desk = desk;
    }

    @Override
    public void notify(DelegateTask task) {
        var execution = task.getExecution();
        var heard = desk.heard(execution);
        var known = FormAnswers.in(execution);
        MAPPED_QUESTIONS.set(
                execution,
                StrategyDesk.json(heard.questions().stream()
                        .map(question -> row(known, MAPPED_QUESTIONS.name(), Map.of("what", question)))
                        .toList()));
        WEIGHED_INFORMATION.set(
                execution,
                StrategyDesk.json(heard.news().stream()
                        .map(one -> row(
                                known, WEIGHED_INFORMATION.name(), Map.of("what", one.what(), "source", one.source())))
                        .toList()));
    }

    private static Map<String, @Nullable Object> row(Answers known, String field, Map<String, String> heard) {
        var row = new LinkedHashMap<String, @Nullable Object>();
        known.rows(field).stream()
                .filter(one -> heard.get("what").equals(one.get("what")))
                .findFirst()
                .ifPresent(row::putAll);
        row.putAll(heard);
        return row;
    }
}
