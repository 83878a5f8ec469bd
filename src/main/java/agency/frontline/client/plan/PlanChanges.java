package agency.frontline.client.plan;

import agency.frontline.client.plan.PlanChange.Aspect;
import agency.frontline.text.SafeText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** What a version of a plan changed: worked out from the two versions, so that nobody has to write it down. */
public record PlanChanges(List<PlanChange> all) {

    public PlanChanges {
        all = List.copyOf(all);
    }

    /** Whether anything of this kind has changed. */
    public boolean touch(PlanChange.Aspect aspect) {
        return all.stream().anyMatch(change -> change.aspect() == aspect);
    }

    /** A sentence each. */
    public List<String> inWords() {
        return all.stream().map(PlanChange::inWords).toList();
    }

    public static PlanChanges between(PlanDraft before, PlanDraft after) {
        var changes = new ArrayList<PlanChange>();
        parts(changes, Aspect.GOAL, goals(before), goals(after));
        parts(changes, Aspect.PREMISE, premises(before), premises(after));
        parts(changes, Aspect.SECTION, sections(before), sections(after));
        parts(changes, Aspect.SCOPE, scope(before, "in"), scope(after, "in"));
        parts(changes, Aspect.SCOPE, scope(before, "out"), scope(after, "out"));
        parts(changes, Aspect.SCOPE, work(before), work(after));
        parts(changes, Aspect.SCHEDULE, dues(before, after), dues(after, before));
        parts(changes, Aspect.BUDGET, shares(before, after), shares(after, before));
        whole(
                changes,
                Aspect.SCHEDULE,
                "End",
                before.endsOn().toString(),
                after.endsOn().toString());
        whole(
                changes,
                Aspect.BUDGET,
                "Budget",
                before.budget().inWords(),
                after.budget().inWords());
        return new PlanChanges(changes);
    }

    private static void whole(List<PlanChange> changes, Aspect aspect, String name, String before, String after) {
        if (!before.equals(after)) {
            changes.add(new PlanChange(aspect, name, before, after));
        }
    }

    private static void parts(
            List<PlanChange> changes, Aspect aspect, Map<String, String> before, Map<String, String> after) {
        before.forEach((id, said) -> {
            if (!said.equals(after.get(id))) {
                changes.add(new PlanChange(aspect, id, said, after.get(id)));
            }
        });
        after.forEach((id, said) -> {
            if (!before.containsKey(id)) {
                changes.add(new PlanChange(aspect, id, null, said));
            }
        });
    }

    private static Map<String, String> goals(PlanDraft draft) {
        var parts = new LinkedHashMap<String, String>();
        for (var goal : draft.goals()) {
            parts.put(goal.id(), "%s (measured by %s)".formatted(goal.what(), goal.measure()));
            goal.signs().forEach(sign -> parts.put(sign.id(), "%s, by %s".formatted(sign.what(), sign.day())));
        }
        return parts;
    }

    private static Map<String, String> premises(PlanDraft draft) {
        return map(
                draft.premises(),
                Premise::id,
                premise -> premise.state() == PremiseState.HOLDS
                        ? "%s (holds)".formatted(premise.what())
                        : "%s (%s: %s)"
                                .formatted(
                                        premise.what(),
                                        premise.state().name().toLowerCase(Locale.ROOT),
                                        premise.because()));
    }

    private static Map<String, String> sections(PlanDraft draft) {
        return map(
                draft.sections(),
                Section::id,
                section -> section.text().isEmpty()
                        ? section.title()
                        : "%s: %s".formatted(section.title(), SafeText.line(section.text(), 200)));
    }

    private static Map<String, String> scope(PlanDraft draft, String side) {
        return map(
                side.equals("in") ? draft.scopeIn() : draft.scopeOut(),
                ScopeItem::id,
                item -> item.because() == null
                        ? "%s (%s)".formatted(item.what(), side)
                        : "%s (%s: %s)".formatted(item.what(), side, item.because()));
    }

    private static Map<String, String> work(PlanDraft draft) {
        return map(draft.workItems(), WorkItem::id, WorkItem::what);
    }

    /** The days of the items that the other one has as well; what is new or gone has been told already. */
    private static Map<String, String> dues(PlanDraft draft, PlanDraft other) {
        return map(common(draft, other), WorkItem::id, item -> "by " + item.due());
    }

    private static Map<String, String> shares(PlanDraft draft, PlanDraft other) {
        var shared = common(draft, other);
        var parts = map(shared, WorkItem::id, item -> "%s hours, %s %s"
                .formatted(
                        item.hours() == null ? "no" : Amounts.plain(item.hours()),
                        item.money() == null ? "no" : Amounts.plain(item.money()),
                        draft.budget().currency().getCurrencyCode()));
        return parts;
    }

    private static List<WorkItem> common(PlanDraft draft, PlanDraft other) {
        var ids = other.workItems().stream().map(WorkItem::id).toList();
        return draft.workItems().stream()
                .filter(item -> ids.contains(item.id()))
                .toList();
    }

    private static <T> Map<String, String> map(List<T> parts, Function<T, String> id, Function<T, String> said) {
        var map = new LinkedHashMap<String, String>();
        parts.forEach(part -> map.put(id.apply(part), said.apply(part)));
        return map;
    }
}
