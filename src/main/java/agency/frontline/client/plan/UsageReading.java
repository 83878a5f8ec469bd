package agency.frontline.client.plan;

import agency.frontline.client.plan.UsageReport.Line;
import agency.frontline.text.Answers;
import agency.frontline.text.Csv;
import agency.frontline.text.Refusal;
import agency.frontline.text.Refusal.FieldError;
import agency.frontline.text.SafeText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Reads what other tools report, from JSON or CSV alike: what is wrong is told all at once, with the line or item it stands
 * in, and then nothing is written.
 */
final class UsageReading {

    static final List<String> COLUMNS = List.of("asOf", "workItem", "hoursUsed", "moneyUsed", "progress", "forecast");

    private static final Csv CSV = new Csv(
            COLUMNS, "There is no usage in it. %s Each line below is a work item, or the plan where none is named.");

    private static final List<String> SAID = List.of("hoursUsed", "moneyUsed", "progress", "forecast");
    private static final int FAULTS_TOLD = 200;
    private static final int MOST_LINES = 5000;

    private final Set<String> workItems;
    private final LocalDate today;
    private final List<FieldError> faults = new ArrayList<>();
    private final Map<String, String> places = new HashMap<>();
    private final Map<LocalDate, List<Line>> byDay = new LinkedHashMap<>();

    /**
     * @param workItems the numbers of all that any version of the plan has had
     * @param today at the client's
     */
    UsageReading(Set<String> workItems, LocalDate today) {
        this.workItems = workItems;
        this.today = today;
    }

    /** @throws Refusal with each fault as "line 7, progress" */
    List<UsageReport> csv(byte[] file) {
        var rows = CSV.read(file, faults);
        if (rows.size() > MOST_LINES) {
            throw Refusal.of("file", "Send at most %d lines at once; these are %d.".formatted(MOST_LINES, rows.size()));
        }
        for (var row : rows) {
            read(
                    row::cell,
                    field -> "line %d, %s".formatted(row.line(), field),
                    "line " + row.line(),
                    row.cell("asOf"));
        }
        return reports();
    }

    /**
     * @param items each item's fields by name
     * @param whole the fields about the plan as a whole; empty where it says nothing of it
     * @throws Refusal with each fault as "items[0].progress"
     */
    List<UsageReport> json(String asOf, List<? extends Map<String, ?>> items, Map<String, ?> whole) {
        if (items.size() > MOST_LINES) {
            throw Refusal.of("items", "Send at most %d items at once.".formatted(MOST_LINES));
        }
        if (items.isEmpty() || !whole.isEmpty()) {
            read(whole::get, field -> field, "the plan as a whole", asOf);
        }
        for (int i = 0; i < items.size(); i++) {
            var place = "items[" + i + "]";
            var item = items.get(i);
            if (item.get("workItem") == null) {
                faults.add(new FieldError(place + ".workItem", "Say which work item it is, such as W1."));
            } else {
                read(item::get, field -> field.equals("asOf") ? field : place + "." + field, place, asOf);
            }
        }
        return reports();
    }

    private List<UsageReport> reports() {
        if (!faults.isEmpty()) {
            var distinct = faults.stream().distinct().toList();
            throw Refusal.of(distinct.size() <= FAULTS_TOLD ? distinct : distinct.subList(0, FAULTS_TOLD));
        }
        return byDay.entrySet().stream()
                .map(day -> new UsageReport(day.getKey(), day.getValue()))
                .toList();
    }

    private void read(
            Function<String, @Nullable Object> values, UnaryOperator<String> named, String place, String asOfText) {
        var answers = new Answers(field -> field.equals("asOf") ? asOfText : values.apply(field));
        var asOf = answers.day("asOf");
        if (asOfText.isBlank()) {
            answers.refuse("asOf", "Give the day until whose end this was used, such as 2026-03-02.");
        } else if (asOf != null && asOf.isAfter(today)) {
            answers.refuse("asOf", "This day is still to come at the client's; report what was used until today.");
        }
        var item = answers.text("workItem");
        if (!item.isEmpty() && !workItems.contains(item)) {
            answers.refuse(
                    "workItem",
                    "There is no work item %s in this plan; there is %s."
                            .formatted(
                                    SafeText.line(item, 40),
                                    workItems.isEmpty() ? "none at all" : String.join(", ", workItems)));
        }
        var line = new Line(
                item.isEmpty() ? null : item,
                answers.amount("hoursUsed"),
                answers.amount("moneyUsed"),
                answers.whole("progress", 0, 100),
                answers.day("forecast"));
        if (SAID.stream().allMatch(field -> answers.text(field).isEmpty())) {
            answers.refuse("hoursUsed", "Say at least one of " + String.join(", ", SAID) + ".");
        }
        var before = places.putIfAbsent(asOfText.strip() + " " + item, place);
        if (before != null) {
            answers.refuse("workItem", "The same stands in %s for that day already; say it once.".formatted(before));
        }
        try {
            answers.done();
        } catch (Refusal refusal) {
            refusal.errors().forEach(fault -> faults.add(new FieldError(named.apply(fault.field()), fault.message())));
            return;
        }
        byDay.computeIfAbsent(asOf, day -> new ArrayList<>()).add(line);
    }
}
