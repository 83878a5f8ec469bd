package agency.frontline.client.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One version of a client's plan. Version 1 is the baseline; a later one says why it was made ({@link PlanDraft#reason})
 * and {@link PlanChanges} what it changed.
 *
 * @param client its code
 * @param version from 1
 * @param recordedBy user id
 * @param agreedIn number of the case in which it was agreed; null where no case was open
 */
public record Plan(
        String client,
        int version,
        PlanDraft content,
        String recordedBy,
        Instant recordedAt,
        @Nullable String agreedIn) {

    public List<Goal> goals() {
        return content.goals();
    }

    public List<Premise> premises() {
        return content.premises();
    }

    public List<Section> sections() {
        return content.sections();
    }

    public List<WorkItem> workItems() {
        return content.workItems();
    }

    public List<ScopeItem> scopeIn() {
        return content.scopeIn();
    }

    public List<ScopeItem> scopeOut() {
        return content.scopeOut();
    }

    public Budget budget() {
        return content.budget();
    }

    /** Who said yes to this version; never empty for the baseline. */
    public List<BuyIn> buyIns() {
        return content.buyIns();
    }

    /** The day at the client's by whose end the plan is done. */
    public LocalDate endsOn() {
        return content.endsOn();
    }

    public Optional<WorkItem> workItem(String id) {
        return workItems().stream().filter(item -> item.id().equals(id)).findFirst();
    }

    /** The early signs that are looked for between these days, both included, the earliest first (C-81). */
    public List<EarlySign> signsBetween(LocalDate from, LocalDate until) {
        return goals().stream()
                .flatMap(goal -> goal.signs().stream())
                .filter(sign -> !sign.day().isBefore(from) && !sign.day().isAfter(until))
                .sorted(Comparator.comparing(EarlySign::day).thenComparing(EarlySign::id))
                .toList();
    }

    /** What stands under a number, in one line, such as "P2: People still buy in shops"; empty where nothing does. */
    public Optional<String> part(String id) {
        return Optional.ofNullable(content.lines().get(id)).map(line -> id + ": " + line);
    }
}
