package agency.frontline.client.plan;

import agency.frontline.client.plan.PlanDraft.Room;
import agency.frontline.text.Answers;
import agency.frontline.text.SafeText;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One reading of a form into a {@link PlanDraft}: finds everything that is wrong at once. */
final class PlanReading {

    private static final int SHORT = 1000;
    private static final int LONG = 1_000_000;
    private static final int MOST = 100;
    private static final int NAME = 120;
    private static final Pattern DATED = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})[\\s:,;–-]++(\\S.*+)");

    private final Answers answers;
    private final Room room;
    private final Numbers numbers;
    private final @Nullable PlanDraft before;

    PlanReading(Answers answers, Room room) {
        this.answers = answers;
        this.room = room;
        this.before = room.before() == null ? null : room.before().content();
        this.numbers = new Numbers(room.used(), before == null ? Map.of() : before.lines());
    }

    PlanDraft draft() {
        var reason = room.isBaseline()
                ? PlanDraft.BASELINE
                : line(answers, "changeReason", SHORT, "Say why the plan changes, in a sentence.", "changeReason", "");
        var goals = goals();
        var premises = rows("premises", this::premise);
        var sections = rows("sections", this::section);
        var items = rows("workItems", this::workItem);
        var in = scope("scopeIn", "IN", "Say what is in, one thing a line.");
        var out = scope(
                "scopeOut", "OUT", "Say what is out, one thing a line; what nobody left out will be taken for in.");
        var budget = budget(items);
        var ends = endsOn(items);
        var buyIns = buyIns();
        answers.done();
        return new PlanDraft(reason, goals, premises, sections, items, in, out, budget, ends, buyIns);
    }

    private interface Reading<T> {
        @Nullable T of(Answers row, String place);
    }

    private <T> List<T> rows(String field, Reading<T> reading) {
        var rows = answers.rows(field);
        if (rows.size() > MOST) {
            answers.refuse(field, "List at most %d; these are %d.".formatted(MOST, rows.size()));
            return List.of();
        }
        var read = new ArrayList<T>();
        int number = 0;
        for (var row : rows) {
            number++;
            var one = reading.of(new Answers(row::get), "Row " + number + ": ");
            if (one != null) {
                read.add(one);
            }
        }
        return read;
    }

    private List<Goal> goals() {
        if (answers.rows("goals").isEmpty()) {
            answers.refuse("goals", "Name at least one goal, with a measure and an early sign.");
        }
        return rows("goals", this::goal);
    }

    private @Nullable Goal goal(Answers row, String place) {
        var what = line(row, "what", SHORT, "say what is to be reached.", "goals", place);
        var measure = line(row, "measure", SHORT, "say how you will both know that it was reached.", "goals", place);
        var id = numbers.of("G", row.text("goalId"), what);
        var signs = new ArrayList<EarlySign>();
        var first = line(row, "sign", SHORT, "name an early sign that you will both see on the way.", "goals", place);
        var day = day(row, "signBy", "goals", place, "give the day by which the early sign should show");
        if (day != null) {
            signs.add(sign(id, first, day, place));
        }
        row.text("moreSigns")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .forEach(line -> {
                    var dated = DATED.matcher(line);
                    var by = dated.matches() ? parsed(dated.group(1)) : null;
                    if (by == null) {
                        answers.refuse(
                                "goals",
                                place
                                        + "write each further early sign on a line, the day first: 2026-11-30 Ten leads a week.");
                    } else {
                        signs.add(sign(id, SafeText.line(dated.group(2), SHORT), by, place));
                    }
                });
        if (what.isEmpty() || signs.isEmpty()) {
            return null;
        }
        signs.sort(Comparator.comparing(EarlySign::day).thenComparing(EarlySign::id));
        return new Goal(id, what, measure, signs);
    }

    private EarlySign sign(String goal, String what, LocalDate day, String place) {
        var known = before == null
                ? null
                : before.goals().stream()
                        .filter(old -> old.id().equals(goal))
                        .flatMap(old -> old.signs().stream())
                        .filter(old -> Numbers.same(old.what(), what))
                        .findFirst()
                        .orElse(null);
        if (day.isBefore(room.notBefore()) && (known == null || !known.day().equals(day))) {
            answers.refuse("goals", place + "give the early sign a day from today on.");
        }
        return new EarlySign(numbers.of(goal + ".", known == null ? "" : known.id(), what), what, day);
    }

    private @Nullable Premise premise(Answers row, String place) {
        var what = line(row, "what", SHORT, "say what the plan takes for granted.", "premises", place);
        var state = row.choice("state", PremiseState.class);
        if (state == null && !row.text("state").isEmpty()) {
            answers.refuse("premises", place + "choose HOLDS, WEAKENED or FAILS.");
        }
        state = state == null ? PremiseState.HOLDS : state;
        var because = optional(row, "because", "premises", place);
        if (state != PremiseState.HOLDS && because == null) {
            answers.refuse("premises", place + "say why it does not simply hold any more.");
        }
        return what.isEmpty()
                ? null
                : new Premise(
                        numbers.of("P", row.text("premiseId"), what),
                        what,
                        state,
                        state == PremiseState.HOLDS ? null : because);
    }

    private @Nullable Section section(Answers row, String place) {
        var title = line(row, "title", 200, "give it a title.", "sections", place);
        var text = SafeText.clean(row.text("text"));
        if (text.length() > LONG) {
            answers.refuse("sections", place + "at most %d characters fit here.".formatted(LONG));
        }
        return title.isEmpty() ? null : new Section(numbers.of("S", row.text("sectionId"), title), title, text);
    }

    private @Nullable WorkItem workItem(Answers row, String place) {
        var what = line(row, "what", SHORT, "say what is to be done.", "workItems", place);
        var id = what.isEmpty() ? "" : numbers.of("W", row.text("workItemId"), what);
        var due = day(row, "due", "workItems", place, "give the day by which it is agreed to be done");
        var known = room.before() == null
                ? null
                : room.before().workItem(id).map(WorkItem::due).orElse(null);
        if (due != null && due.isBefore(room.notBefore()) && !due.equals(known)) {
            answers.refuse("workItems", place + "give today or a later day.");
        }
        var hours = amount(row, "hours", place);
        var money = amount(row, "money", place);
        return what.isEmpty() || due == null ? null : new WorkItem(id, what, due, hours, money);
    }

    private @Nullable BigDecimal amount(Answers row, String field, String place) {
        var amount = row.amount(field);
        if (amount == null && !row.text(field).isEmpty()) {
            answers.refuse("workItems", place + "write the " + field + " as a number such as 1250 or 7.5.");
        }
        return amount;
    }

    private List<ScopeItem> scope(String field, String prefix, String remedy) {
        var items = answers.isList(field)
                ? rows(field, (row, place) -> scopeItem(row, field, prefix, place))
                : lines(field, SHORT).stream()
                        .map(what -> new ScopeItem(numbers.of(prefix, "", what), what, becauseBefore(what)))
                        .toList();
        if (items.size() > MOST) {
            answers.refuse(field, "List at most %d; these are %d.".formatted(MOST, items.size()));
        }
        if (items.isEmpty() && !answers.isList(field)
                || answers.isList(field) && answers.rows(field).isEmpty()) {
            answers.refuse(field, remedy);
        }
        return items;
    }

    private @Nullable ScopeItem scopeItem(Answers row, String field, String prefix, String place) {
        var what = line(row, "what", SHORT, "say what it is.", field, place);
        var because = optional(row, "because", field, place);
        return what.isEmpty() ? null : new ScopeItem(numbers.of(prefix, row.text("scopeId"), what), what, because);
    }

    private @Nullable String becauseBefore(String what) {
        return before == null
                ? null
                : Stream.concat(before.scopeIn().stream(), before.scopeOut().stream())
                        .filter(item -> Numbers.same(item.what(), what))
                        .findFirst()
                        .map(ScopeItem::because)
                        .orElse(null);
    }

    private Budget budget(List<WorkItem> items) {
        var hours = agreed("hoursAgreed", items, WorkItem::hours);
        positive("hoursAgreed", hours, "Say how many hours are agreed; they are what the work is measured by.");
        var money = agreed("moneyAgreed", items, WorkItem::money);
        positive("moneyAgreed", money, "Say how much money is agreed.");
        var code = answers.text("currency").toUpperCase(Locale.ROOT);
        Currency currency = null;
        try {
            currency = Currency.getInstance(code);
        } catch (IllegalArgumentException unknown) {
            answers.refuse("currency", "Give the currency as its three letters, such as GBP, EUR or PLN.");
        }
        // What stands here in place of a missing part leaves with the refusal.
        return new Budget(
                hours == null ? BigDecimal.ONE : hours,
                money == null ? BigDecimal.ONE : money,
                currency == null ? Currency.getInstance("EUR") : currency);
    }

    /** What was written, or what the work adds up to; null if neither says anything. */
    private @Nullable BigDecimal agreed(
            String field, List<WorkItem> items, Function<WorkItem, @Nullable BigDecimal> part) {
        if (!answers.text(field).isEmpty()) {
            return answers.amount(field);
        }
        return items.stream()
                .map(part)
                .filter(Objects::nonNull)
                .reduce(BigDecimal::add)
                .orElse(null);
    }

    private void positive(String field, @Nullable BigDecimal amount, String remedy) {
        if (amount == null && answers.text(field).isEmpty()) {
            answers.refuse(field, remedy);
        } else if (amount != null && amount.signum() == 0) {
            answers.refuse(field, "Nothing at all cannot have been agreed; give more than 0.");
        }
    }

    private LocalDate endsOn(List<WorkItem> items) {
        var last = items.stream().map(WorkItem::due).max(Comparator.naturalOrder());
        var written = answers.day("endsOn");
        if (written != null) {
            var known = before != null && before.endsOn().equals(written);
            if (written.isBefore(room.notBefore()) && !known) {
                answers.refuse("endsOn", "The plan ends today or later.");
            }
            if (last.isPresent() && last.get().isAfter(written)) {
                answers.refuse(
                        "endsOn",
                        "A work item is agreed for %s, after the end of the plan; move one of them."
                                .formatted(last.get()));
            }
            return written;
        }
        if (last.isEmpty() && answers.text("endsOn").isEmpty()) {
            answers.refuse("endsOn", "Give the day on which the plan ends, or a work item with its day.");
        }
        return last.orElse(LocalDate.MAX);
    }

    private List<BuyIn> buyIns() {
        var names = new LinkedHashSet<String>();
        if (answers.isList("boughtInBy")) {
            answers.list("boughtInBy").stream()
                    .map(name -> SafeText.line(name, NAME))
                    .filter(name -> !name.isEmpty())
                    .forEach(names::add);
        } else {
            names.addAll(lines("boughtInBy", NAME));
        }
        if (names.isEmpty() && room.isBaseline()) {
            answers.refuse(
                    "boughtInBy", "Say who at the client has bought in; a plan nobody said yes to is no baseline.");
        }
        if (names.size() > MOST) {
            answers.refuse("boughtInBy", "Name at most %d people.".formatted(MOST));
        }
        var written = answers.day("boughtInOn");
        if (written != null && written.isAfter(room.notAfter())) {
            answers.refuse("boughtInOn", "Give the day on which they said yes: today or an earlier one.");
        }
        var day = written == null ? room.notAfter() : written;
        return names.stream().map(name -> buyIn(name, day)).distinct().toList();
    }

    private BuyIn buyIn(String nameOrAddress, LocalDate day) {
        var known = room.contacts().stream()
                .filter(contact ->
                        contact.email().equalsIgnoreCase(nameOrAddress) || Numbers.same(contact.name(), nameOrAddress))
                .findFirst();
        if (known.isEmpty() && nameOrAddress.contains("@")) {
            answers.refuse(
                    "boughtInBy",
                    "There is no contact %s at the client; choose one, or write the person's name."
                            .formatted(nameOrAddress));
        }
        return known.map(contact -> new BuyIn(contact.name(), contact.email(), day))
                .orElseGet(() -> new BuyIn(SafeText.line(nameOrAddress, NAME), null, day));
    }

    /** Each line that says something, once. */
    private List<String> lines(String field, int longest) {
        var lines = SafeText.clean(answers.text(field))
                .lines()
                .map(line -> SafeText.line(line.replaceFirst("^\\s*+[-*•]\\s++", ""), Integer.MAX_VALUE))
                .filter(line -> !line.isEmpty())
                .distinct()
                .toList();
        if (lines.stream().anyMatch(line -> line.length() > longest)) {
            answers.refuse(field, "Say each in at most %d characters.".formatted(longest));
        }
        return lines;
    }

    private String line(Answers row, String name, int longest, String remedy, String field, String place) {
        var line = SafeText.line(row.text(name), Integer.MAX_VALUE);
        if (line.isEmpty()) {
            answers.refuse(field, place + remedy);
        } else if (line.length() > longest) {
            answers.refuse(
                    field, place + "say it in at most %d characters; these are %d.".formatted(longest, line.length()));
        }
        return line;
    }

    private @Nullable String optional(Answers row, String name, String field, String place) {
        var line = SafeText.line(row.text(name), Integer.MAX_VALUE);
        if (line.length() > SHORT) {
            answers.refuse(
                    field, place + "say it in at most %d characters; these are %d.".formatted(SHORT, line.length()));
        }
        return line.isEmpty() ? null : line;
    }

    private @Nullable LocalDate day(Answers row, String name, String field, String place, String remedy) {
        var day = row.day(name);
        if (day == null) {
            answers.refuse(field, place + remedy + ", such as 2026-12-24.");
        }
        return day;
    }

    private static @Nullable LocalDate parsed(String day) {
        return new Answers(name -> day).day("day");
    }
}
