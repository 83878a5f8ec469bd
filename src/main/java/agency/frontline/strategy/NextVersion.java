package agency.frontline.strategy;

import agency.frontline.client.plan.Plan;
import agency.frontline.client.plan.PremiseState;
import agency.frontline.text.Answers;
import agency.frontline.text.SafeText;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a plan says after a decision about it: the version before, with what was learned, chosen and agreed. Its premises
 * change their words only where a planner has written them (C-83).
 *
 * @param reason why there is a new version
 * @param agreedBy mail address of whoever decided at the client's; null while nobody has
 * @param premises as a planner wrote them; null where none did
 * @param chosen null where there was nothing to choose
 * @param comesIn one thing a line
 * @param goesOut one thing a line
 * @param endsOn null for as before
 */
public record NextVersion(
        Plan before,
        String reason,
        @Nullable String agreedBy,
        Mapped mapped,
        @Nullable List<Map<String, @Nullable Object>> premises,
        @Nullable JudgedOption chosen,
        String comesIn,
        String goesOut,
        @Nullable LocalDate endsOn) {

    private static final int LINE = 1000;

    /** The fields as {@link agency.frontline.client.plan.PlanDraft#from} reads them. */
    public Answers answers() {
        var fields = new HashMap<String, @Nullable Object>(before.content().rows());
        fields.put("changeReason", SafeText.line(reason, LINE));
        fields.put("boughtInBy", agreedBy == null ? List.of() : List.of(agreedBy));
        fields.put("premises", premises == null ? withStates(rows(fields, "premises")) : premises);
        var out = lines(goesOut);
        var in = lines(comesIn);
        if (chosen != null && !chosen.option().nothing()) {
            in.add(chosen.option().what());
            out.addAll(lines(chosen.option().leavesOut()));
        }
        fields.put("scopeIn", scope(rows(fields, "scopeIn"), in, out));
        fields.put("scopeOut", scope(rows(fields, "scopeOut"), out, in));
        if (chosen != null && chosen.verdict() == ScopeVerdict.CHANGE_ORDER) {
            fields.put(
                    "hoursAgreed", plus(before.budget().hours(), chosen.option().hours()));
            if (chosen.changeOrder() == ChangeOrderDecision.APPROVED) {
                fields.put(
                        "moneyAgreed",
                        plus(before.budget().money(), chosen.option().money()));
            }
        }
        if (endsOn != null) {
            fields.put("endsOn", endsOn.toString());
        }
        return new Answers(fields::get);
    }

    private List<Map<String, @Nullable Object>> withStates(List<Map<String, @Nullable Object>> rows) {
        var learned = new ArrayList<Map<String, @Nullable Object>>();
        for (var row : rows) {
            var premise = new HashMap<>(row);
            mapped.of(String.valueOf(row.get("premiseId"))).ifPresent(weighed -> {
                premise.put("state", weighed.state().name());
                premise.put(
                        "because", weighed.state() == PremiseState.HOLDS ? "" : SafeText.line(weighed.because(), LINE));
            });
            learned.add(premise);
        }
        return learned;
    }

    /** What comes in is not out any more, and the other way round. */
    private static List<Map<String, @Nullable Object>> scope(
            List<Map<String, @Nullable Object>> rows, List<String> more, List<String> less) {
        var scope = new ArrayList<>(rows.stream()
                .filter(row -> less.stream().noneMatch(gone -> Rows.key(gone).equalsIgnoreCase(what(row))))
                .toList());
        more.stream()
                .filter(line -> rows.stream().noneMatch(row -> line.equalsIgnoreCase(what(row))))
                .distinct()
                .forEach(line -> scope.add(new HashMap<>(Map.of("what", line))));
        return scope;
    }

    private static String what(Map<String, @Nullable Object> row) {
        return Optional.ofNullable(row.get("what")).map(Object::toString).orElse("");
    }

    private static List<Map<String, @Nullable Object>> rows(Map<String, @Nullable Object> fields, String field) {
        return new Answers(fields::get).rows(field);
    }

    private static List<String> lines(String text) {
        return new ArrayList<>(SafeText.clean(text)
                .lines()
                .map(line -> SafeText.line(line.replaceFirst("^\\s*[-*•]\\s+", ""), LINE))
                .filter(line -> !line.isEmpty())
                .toList());
    }

    private static String plus(BigDecimal agreed, BigDecimal more) {
        return agreed.add(more).toPlainString();
    }
}
