package agency.frontline.client.plan;

import agency.frontline.client.Contact;
import agency.frontline.text.Answers;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All that a version of a plan says, as its writer leaves it. Forms, REST and resets all come in by {@link #from}, so
 * that one gate holds.
 *
 * <p>The fields of a form, lists as rows of a Json list:
 * <ul>
 *   <li>{@code goals}: {@code goalId}, {@code what}, {@code measure}, {@code sign} and {@code signBy} (its first early
 *       sign and the day), {@code moreSigns} (text, one a line, the day first: "2026-11-30 Ten leads a week")
 *   <li>{@code premises}: {@code premiseId}, {@code what}, {@code state} (HOLDS where not filled in), {@code because}
 *   <li>{@code sections}: {@code sectionId}, {@code title}, {@code text}
 *   <li>{@code workItems}: {@code workItemId}, {@code what}, {@code due}, {@code hours}, {@code money}
 *   <li>{@code scopeIn}, {@code scopeOut}: a text with one item a line, or rows with {@code scopeId}, {@code what},
 *       {@code because}
 *   <li>{@code hoursAgreed}, {@code moneyAgreed}: what the work adds up to where not filled in; {@code currency} (ISO 4217)
 *   <li>{@code endsOn}: a day; where not filled in, the last day of the work items
 *   <li>{@code boughtInBy}: mail addresses or names as a Json list, or names in a text, one a line; {@code boughtInOn}:
 *       the day, today where not filled in
 *   <li>{@code changeReason}: why there is a new version; not asked of the baseline
 * </ul>
 *
 * <p>A row that brings the number it had ({@code goalId} and so on) or says the same as before is the same thing and
 * keeps its number; all others get numbers that were never used. {@link #rows()} gives what the fields start with.
 *
 * @param reason why there is this version; "Baseline" for the first
 */
public record PlanDraft(
        String reason,
        List<Goal> goals,
        List<Premise> premises,
        List<Section> sections,
        List<WorkItem> workItems,
        List<ScopeItem> scopeIn,
        List<ScopeItem> scopeOut,
        Budget budget,
        LocalDate endsOn,
        List<BuyIn> buyIns) {

    /** What the baseline gives as its reason. */
    public static final String BASELINE = "Baseline";

    public PlanDraft {
        goals = List.copyOf(goals);
        premises = List.copyOf(premises);
        sections = List.copyOf(sections);
        workItems = List.copyOf(workItems);
        scopeIn = List.copyOf(scopeIn);
        scopeOut = List.copyOf(scopeOut);
        buyIns = List.copyOf(buyIns);
    }

    /**
     * What the writer can refer to.
     *
     * @param before the newest version; null while there is no baseline
     * @param used every number that any version of this client's plan has given
     * @param contacts the client's people
     * @param notBefore the first day that something new may fall on, which is today at the client's
     * @param notAfter the last day on which somebody may have bought in, which is today as well
     */
    public record Room(
            @Nullable Plan before, Set<String> used, List<Contact> contacts, LocalDate notBefore, LocalDate notAfter) {

        public Room {
            used = Set.copyOf(used);
            contacts = List.copyOf(contacts);
        }

        /** For what was let through already and is carried out later: the days that it names may have come since. */
        public Room later() {
            return new Room(before, used, contacts, LocalDate.MIN, notAfter);
        }

        public boolean isBaseline() {
            return before == null;
        }
    }

    /**
     * Reads the form.
     *
     * @throws agency.frontline.text.Refusal with each missing part: a goal without an early sign and its day (C-81), scope
     *     in and out, hours and money, and for the baseline somebody who bought in (C-75)
     */
    public static PlanDraft from(Answers answers, Room room) {
        return new PlanReading(answers, room).draft();
    }

    /** Each number with what stands under it, in one line. */
    Map<String, String> lines() {
        var lines = new LinkedHashMap<String, String>();
        goals.forEach(goal -> {
            lines.put(goal.id(), goal.what());
            goal.signs().forEach(sign -> lines.put(sign.id(), sign.what()));
        });
        premises.forEach(premise -> lines.put(premise.id(), premise.what()));
        sections.forEach(section -> lines.put(section.id(), section.title()));
        workItems.forEach(item -> lines.put(item.id(), item.what()));
        scopeIn.forEach(item -> lines.put(item.id(), item.what()));
        scopeOut.forEach(item -> lines.put(item.id(), item.what()));
        return lines;
    }

    /** The fields as a form of the next version starts with them: plain texts, and lists of rows for Json. */
    public Map<String, Object> rows() {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("goals", goals.stream().map(PlanDraft::row).toList());
        fields.put(
                "premises",
                premises.stream()
                        .map(premise -> row(
                                "premiseId",
                                premise.id(),
                                "what",
                                premise.what(),
                                "state",
                                premise.state().name(),
                                "because",
                                premise.because()))
                        .toList());
        fields.put(
                "sections",
                sections.stream()
                        .map(section ->
                                row("sectionId", section.id(), "title", section.title(), "text", section.text()))
                        .toList());
        fields.put(
                "workItems",
                workItems.stream()
                        .map(item -> row(
                                "workItemId",
                                item.id(),
                                "what",
                                item.what(),
                                "due",
                                item.due().toString(),
                                "hours",
                                item.hours() == null ? null : Amounts.plain(item.hours()),
                                "money",
                                item.money() == null ? null : Amounts.plain(item.money())))
                        .toList());
        fields.put("scopeIn", scopeIn.stream().map(PlanDraft::row).toList());
        fields.put("scopeOut", scopeOut.stream().map(PlanDraft::row).toList());
        fields.put("hoursAgreed", Amounts.plain(budget.hours()));
        fields.put("moneyAgreed", Amounts.plain(budget.money()));
        fields.put("currency", budget.currency().getCurrencyCode());
        fields.put("endsOn", endsOn.toString());
        return fields;
    }

    private static Map<String, String> row(ScopeItem item) {
        return row("scopeId", item.id(), "what", item.what(), "because", item.because());
    }

    private static Map<String, String> row(Goal goal) {
        var first = goal.signs().get(0);
        var more = goal.signs().stream()
                .skip(1)
                .map(sign -> sign.day() + " " + sign.what())
                .collect(Collectors.joining("\n"));
        return row(
                "goalId",
                goal.id(),
                "what",
                goal.what(),
                "measure",
                goal.measure(),
                "sign",
                first.what(),
                "signBy",
                first.day().toString(),
                "moreSigns",
                more);
    }

    /** Names and values by turns; what is null reads as not filled in. */
    private static Map<String, String> row(@Nullable String... cells) {
        var row = new LinkedHashMap<String, String>();
        for (int i = 0; i < cells.length; i += 2) {
            row.put(cells[i], cells[i + 1] == null ? "" : cells[i + 1]);
        }
        return row;
    }
}
