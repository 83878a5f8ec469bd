package agency.frontline.endcheck.flow;

import static agency.frontline.endcheck.flow.PlanEndCheckFlow.*;

import agency.frontline.client.plan.PlanNotes;
import agency.frontline.client.plan.SignLook;
import agency.frontline.endcheck.Comparison;
import agency.frontline.endcheck.EndChecks;
import agency.frontline.endcheck.Verdict;
import agency.frontline.engine.FormContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.spin.json.SpinJsonNode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What was seen on the way, and both answers side by side once both are in. */
@Component
class EndCheckFormContext implements FormContext {

    private final EndCheckDesk desk;
    private final EndChecks checks;
    private final PlanNotes notes;

    EndCheckFormContext(EndCheckDesk desk, EndChecks checks, PlanNotes notes) {
        this.desk = desk;
        this.checks = checks;
        this.notes = notes;
    }

    @Override
    public boolean serves(String processKey) {
        return processKey.startsWith(KEY);
    }

    @Override
    public Map<String, Function<DelegateTask, @Nullable Object>> values() {
        return Map.of(
                SIGN_ROWS.name(),
                this::signs,
                COMPARISON_ROWS.name(),
                this::comparison,
                CLIENT_WORDS.name(),
                task -> words(task, Comparison::client),
                AGENCY_WORDS.name(),
                task -> words(task, Comparison::agency),
                CLOSES_TEXT.name(),
                task -> desk.inWords(
                        (DelegateExecution) task.getExecution(),
                        desk.check(task).closesAt()));
    }

    private SpinJsonNode signs(DelegateTask task) {
        var check = desk.check(task);
        var looks = notes.looks(check.client());
        var rows = new ArrayList<Map<String, Object>>();
        desk.plan(task).goals().forEach(goal -> goal.signs().forEach(sign -> {
            var look = looks.get(sign.id());
            var row = new LinkedHashMap<String, Object>();
            row.put("what", sign.id() + ": " + sign.what());
            row.put("by", sign.day());
            row.put("seen", seen(look));
            rows.add(row);
        }));
        return EndCheckDesk.json(rows);
    }

    private static String seen(@Nullable SignLook look) {
        return look == null ? "nobody looked" : (look.seen() ? "seen on " : "not there on ") + look.day();
    }

    private SpinJsonNode comparison(DelegateTask task) {
        return EndCheckDesk.json(checks.compare(desk.check(task)).stream()
                .map(one -> {
                    var row = new LinkedHashMap<String, Object>();
                    row.put("goal", one.goal().id() + ": " + one.goal().what());
                    row.put("agency", Comparison.inWords(one.agency().verdict()));
                    row.put("client", Comparison.inWords(one.client().verdict()));
                    row.put("gap", one.gap().inWords());
                    return row;
                })
                .toList());
    }

    private @Nullable String words(DelegateTask task, Function<Comparison, Verdict> side) {
        List<Comparison> all = checks.compare(desk.check(task));
        var said = all.stream()
                .filter(one -> !side.apply(one).words().isEmpty())
                .map(one -> one.goal().id() + ": " + side.apply(one).words())
                .collect(Collectors.joining("\n\n"));
        return said.isEmpty() ? null : said;
    }
}
