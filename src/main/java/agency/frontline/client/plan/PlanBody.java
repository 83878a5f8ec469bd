package agency.frontline.client.plan;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A plan as the REST face shows it. */
record PlanBody(
        String client,
        int version,
        String reason,
        Instant recordedAt,
        String recordedBy,
        @Schema(description = "The case in which it was agreed") @Nullable String agreedIn,
        List<BuyIn> boughtIn,
        @Schema(description = "What this version says otherwise than the one before") List<String> changes,
        List<Goal> goals,
        List<Premise> premises,
        List<Section> sections,
        List<WorkItem> workItems,
        List<ScopeItem> scopeIn,
        List<ScopeItem> scopeOut,
        BigDecimal hoursAgreed,
        BigDecimal moneyAgreed,
        String currency,
        LocalDate endsOn,
        @Schema(description = "How much is used up now; of the newest version alone") @Nullable UseBody usage,
        @Schema(description = "All versions, the baseline first; with the newest version alone") @Nullable List<VersionBody> versions) {

    /** Per cent are whole ones, rounded down. */
    record UseBody(
            @Nullable LocalDate asOf,
            BigDecimal hoursUsed,
            BigDecimal moneyUsed,
            int hoursPercent,
            int moneyPercent,
            int progress,
            LocalDate forecast,
            List<ItemBody> items) {

        static UseBody of(PlanUse use) {
            return new UseBody(
                    use.asOf(),
                    use.hoursUsed(),
                    use.moneyUsed(),
                    use.hoursPercent(),
                    use.moneyPercent(),
                    use.progress(),
                    use.forecast(),
                    use.items().stream()
                            .map(item -> new ItemBody(
                                    item.item().id(),
                                    item.hoursUsed(),
                                    item.moneyUsed(),
                                    item.progress(),
                                    item.forecast(),
                                    item.isLate()))
                            .toList());
        }
    }

    record ItemBody(
            String workItem,
            BigDecimal hoursUsed,
            BigDecimal moneyUsed,
            int progress,
            LocalDate forecast,
            boolean late) {}

    record VersionBody(
            int version,
            String reason,
            Instant recordedAt,
            String recordedBy,
            @Nullable String agreedIn,
            List<BuyIn> boughtIn,
            List<String> changes) {}

    static PlanBody of(Plan plan, PlanChanges changes, @Nullable PlanUse use, @Nullable List<VersionBody> versions) {
        return new PlanBody(
                plan.client(),
                plan.version(),
                plan.content().reason(),
                plan.recordedAt(),
                plan.recordedBy(),
                plan.agreedIn(),
                plan.buyIns(),
                changes.inWords(),
                plan.goals(),
                plan.premises(),
                plan.sections(),
                plan.workItems(),
                plan.scopeIn(),
                plan.scopeOut(),
                plan.budget().hours(),
                plan.budget().money(),
                plan.budget().currency().getCurrencyCode(),
                plan.endsOn(),
                use == null ? null : UseBody.of(use),
                versions);
    }
}
