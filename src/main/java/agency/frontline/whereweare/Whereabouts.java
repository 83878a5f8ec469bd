package agency.frontline.whereweare;

import agency.frontline.client.Client;
import agency.frontline.client.plan.BuyIn;
import agency.frontline.client.plan.Plan;
import agency.frontline.client.plan.PlanNotes;
import agency.frontline.client.plan.PlanNotes.Normal;
import agency.frontline.client.plan.PlanPhase;
import agency.frontline.client.plan.PlanUse;
import agency.frontline.client.plan.Plans;
import agency.frontline.client.plan.WorkItem;
import agency.frontline.nextstep.NextSteps;
import agency.frontline.notification.WhereWeAre;
import agency.frontline.notification.WhereWeAre.Ending;
import agency.frontline.notification.WhereWeAre.Step;
import agency.frontline.notification.WhereWeAre.Work;
import agency.frontline.notification.WhereWeAreLetter;
import agency.frontline.text.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts together where a client's plan stands at this moment. */
@Component
@Transactional(readOnly = true)
public class Whereabouts {

    private final Plans plans;
    private final PlanNotes notes;
    private final NextSteps steps;
    private final List<NextTalk> talks;
    private final List<GoalEndings> endings;
    private final WhereWeAreLetter letter;
    private final Clock clock;

    Whereabouts(
            Plans plans,
            PlanNotes notes,
            NextSteps steps,
            List<NextTalk> talks,
            List<GoalEndings> endings,
            WhereWeAreLetter letter,
            Clock clock) {
        this.plans = plans;
        this.notes = notes;
        this.steps = steps;
        this.talks = talks;
        this.endings = endings;
        this.letter = letter;
        this.clock = clock;
    }

    /**
     * The version that holds now, as a reader of this language sees it; empty while there is no baseline.
     *
     * @param language BCP 47 tag
     */
    public Optional<WhereWeAre> now(Client client, String language) {
        return plans.latest(client.code()).map(plan -> of(client, plan, language));
    }

    /**
     * One version.
     *
     * @param version null for the one that holds now
     * @throws Refusal NOT_FOUND where there is none
     */
    public WhereWeAre get(Client client, @Nullable Integer version, String language) {
        var plan = version == null ? plans.latest(client.code()) : plans.version(client.code(), version);
        return of(
                client,
                plan.orElseThrow(() -> Refusal.notFound(
                        version == null
                                ? "There is no plan of " + client.code() + " yet; its baseline comes first."
                                : "There is no version %d of the plan of %s.".formatted(version, client.code()))),
                language);
    }

    /** What the manager wrote about the phase in which the plan is, in this language; empty where we suggest it. */
    public Optional<Normal> normal(Client client, WhereWeAre where, String language) {
        return notes.normal(client.code(), where.phase(), letter.language(language));
    }

    private WhereWeAre of(Client client, Plan plan, String language) {
        var versions = plans.versions(client.code());
        var newest = versions.get(versions.size() - 1);
        var today = LocalDate.ofInstant(clock.instant(), client.timeZone());
        var begins = begins(client, versions.get(0));
        var phase = PlanPhase.of(begins, plan.endsOn(), today);
        var isNewest = plan.version() == newest.version();
        return new WhereWeAre(
                plan,
                newest.version(),
                begins,
                today,
                phase,
                notes.looks(client.code()),
                versions.subList(0, plan.version()),
                isNewest ? steps(client) : List.of(),
                isNewest ? talk(client) : null,
                isNewest ? workNow(client) : workAsAgreed(plan),
                notes.normal(client.code(), phase, letter.language(language))
                        .map(Normal::words)
                        .orElse(null),
                isNewest ? endings(client, plan) : Map.of());
    }

    private static LocalDate begins(Client client, Plan baseline) {
        return baseline.buyIns().stream()
                .map(BuyIn::day)
                .min(Comparator.naturalOrder())
                .orElseGet(() -> LocalDate.ofInstant(baseline.recordedAt(), client.timeZone()));
    }

    private List<Step> steps(Client client) {
        return steps.openOfClient(client.code()).stream()
                .map(step -> new Step(
                        step.what(),
                        step.owner().name(),
                        step.day(),
                        step.owner().ours()))
                .toList();
    }

    private @Nullable Instant talk(Client client) {
        return talks.stream()
                .flatMap(known -> known.nextTalk(client.code()).stream())
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private List<Work> workNow(Client client) {
        return plans.use(client.code()).map(PlanUse::items).orElse(List.of()).stream()
                .map(use -> new Work(use.item(), use.progress() >= 100, use.forecast()))
                .sorted(Comparator.comparing(work -> work.item().due()))
                .toList();
    }

    private static List<Work> workAsAgreed(Plan plan) {
        return plan.workItems().stream()
                .sorted(Comparator.comparing(WorkItem::due))
                .map(item -> new Work(item, false, item.due()))
                .toList();
    }

    private Map<String, Ending> endings(Client client, Plan plan) {
        var all = new HashMap<String, Ending>();
        endings.forEach(known -> all.putAll(known.endings(client.code(), plan.endsOn())));
        return all;
    }
}
