package agency.frontline.desk;

import agency.frontline.audit.CaseStories;
import agency.frontline.audit.CaseStory;
import agency.frontline.audit.CaseStory.DecisionMade;
import agency.frontline.audit.CaseStory.Entry;
import agency.frontline.audit.CaseStory.Step;
import agency.frontline.casefile.CaseFacts.Fact;
import agency.frontline.casefile.CaseHead;
import agency.frontline.casefile.Deadline;
import agency.frontline.casefile.Direction;
import agency.frontline.casefile.Message;
import agency.frontline.casefile.Promises.Promise;
import agency.frontline.mail.Delivery;
import agency.frontline.text.SafeText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A case as a reader wants it: where it stands, what was said, how it went. Everything is text by now; the template
 * only places and escapes it.
 */
record CasePage(
        String key,
        String subject,
        String status,
        boolean open,
        @Nullable String client,
        @Nullable String clientName,
        @Nullable String contact,
        @Nullable String contactName,
        @Nullable String owner,
        Instant startedAt,
        @Nullable Instant endedAt,
        String version,
        List<Standing> standing,
        List<Dated> dates,
        List<Promised> promises,
        List<Said> conversation,
        List<View> views,
        List<Happened> story,
        List<DecisionMade> decisions,
        List<Fact> facts,
        List<CaseStory.Related> related,
        List<Step> steps,
        String waiting) {

    /** An open step: what is to be done, by whom, since when. */
    record Standing(String label, String who, Instant since, @Nullable Instant due) {}

    /** @param state how it went: kept, late, overdue or open; also the class that colours it */
    record Dated(String name, Instant due, String why, @Nullable Instant metAt, String state) {}

    record Promised(String what, String owner, Instant due, String state, String outcome, @Nullable String note) {}

    /** @param state why a file cannot be had; null if it can */
    record File(String name, String details, @Nullable String href, @Nullable String refused) {}

    record Said(
            Instant at,
            boolean fromClient,
            String who,
            String how,
            String from,
            String to,
            String subject,
            String text,
            List<File> files,
            @Nullable String delivery,
            boolean undelivered) {}

    /** Somebody's view of the matter: the account manager's first, then the specialists' (C-06). */
    record View(Instant at, String who, String kind, List<Entry> parts) {}

    /** @param kind class that marks it: person, system, client, us or note */
    record Happened(Instant at, String kind, String who, String what, List<Entry> wrote, @Nullable String words) {}

    /** What the account manager diagnosed, and what a specialist found. */
    private static final Set<String> VIEW_FIELDS =
            Set.of("issueKind", "diagnosis", "view", "confidence", "verdict", "finding", "recommendation");

    /** Kinds of steps in which something is done; gateways and borders are for the diagram. */
    private static final Set<String> TELLING =
            Set.of("userTask", "serviceTask", "sendTask", "businessRuleTask", "callActivity");

    /**
     * @param deliveries of all our mails in the case
     * @param name of a colleague by user id
     * @param clientName of the case's client; null while nobody knows it
     * @param owner of the case, as people read it; null while nobody owns it
     * @param now what is overdue is late by this
     */
    static CasePage of(
            CaseStory story,
            List<Delivery> deliveries,
            UnaryOperator<String> name,
            @Nullable String clientName,
            @Nullable String owner,
            Instant now) {
        var head = story.head();
        UnaryOperator<String> who = id -> id.equals(CaseStories.SYSTEM) ? "Frontline" : name.apply(id);
        return new CasePage(
                head.businessKey(),
                head.subject(),
                Wording.of(head.status()),
                !head.status().isEnded(),
                head.client(),
                clientName,
                head.contact(),
                head.contactName(),
                owner,
                head.startedAt(),
                head.endedAt(),
                version(story),
                story.standing().stream()
                        .filter(step -> !isWaitingBeside(step, story))
                        .map(step -> new Standing(step.label(), inCharge(step, who), step.startedAt(), step.due()))
                        .toList(),
                story.deadlines().stream()
                        .map(deadline -> dated(deadline, head, now))
                        .toList(),
                story.promises().stream()
                        .map(promise -> promised(promise, who, now))
                        .toList(),
                conversation(story, deliveries, who),
                views(story, who),
                story(story, deliveries, who),
                story.decisions(),
                story.facts(),
                story.related(),
                story.steps(),
                waiting(story));
    }

    private static List<Said> conversation(CaseStory story, List<Delivery> deliveries, UnaryOperator<String> who) {
        return story.messages().stream()
                .map(message -> said(story.head().businessKey(), message, deliveries, who))
                .toList();
    }

    private static String version(CaseStory story) {
        var tag = story.versionTag() == null ? "" : " (" + story.versionTag() + ")";
        return story.processName() + ", version " + story.version() + tag;
    }

    /** The events behind an event gateway stand open with it; the gateway's question says it all. */
    private static boolean isWaitingBeside(Step step, CaseStory story) {
        return step.type().startsWith("intermediate")
                && story.standing().stream().anyMatch(other -> other.type().equals("eventBasedGateway"));
    }

    private static String inCharge(Step step, UnaryOperator<String> who) {
        if (step.type().equals("eventBasedGateway")) {
            return "the client's turn";
        }
        if (step.type().equals("callActivity")) {
            return "a case of its own";
        }
        var acting = step.who(who);
        if (acting != null) {
            return acting;
        }
        return step.offeredTo().isEmpty()
                ? "nobody yet"
                : "offered to "
                        + String.join(
                                ", ",
                                step.offeredTo().stream()
                                        .map(group -> Wording.humanised(group).toLowerCase(Locale.ROOT))
                                        .toList());
    }

    static Dated dated(Deadline deadline, CaseHead head, Instant now) {
        var met = deadline.metAt();
        String state;
        if (met != null) {
            state = met.isAfter(deadline.due()) ? "late" : "kept";
        } else if (head.status().isEnded()) {
            state = "dropped";
        } else {
            state = now.isAfter(deadline.due()) ? "overdue" : "open";
        }
        return new Dated(Wording.humanised(deadline.name()), deadline.due(), deadline.why(), met, state);
    }

    static Promised promised(Promise promise, UnaryOperator<String> who, Instant now) {
        var outcome = promise.outcome();
        var late = outcome == null
                ? now.isAfter(promise.due())
                : promise.endedAt() != null && promise.endedAt().isAfter(promise.due());
        var state = outcome == null ? (late ? "overdue" : "open") : outcome.equals("KEPT") && !late ? "kept" : "late";
        var word = outcome == null
                ? (late ? "overdue" : "open")
                : Wording.humanised(outcome).toLowerCase(Locale.ROOT)
                        + (late && outcome.equals("KEPT") ? ", late" : "");
        return new Promised(promise.what(), who.apply(promise.owner()), promise.due(), state, word, promise.note());
    }

    static Said said(String key, Message message, List<Delivery> deliveries, UnaryOperator<String> who) {
        var fromClient = message.direction() == Direction.IN;
        var files = message.attachments().stream()
                .map(file -> new File(
                        file.name(),
                        file.type() + ", " + Wording.size(file.size()),
                        file.refused() == null ? "/api/cases/" + key + "/attachments/" + file.id() : null,
                        file.refused()))
                .toList();
        return new Said(
                message.at(),
                fromClient,
                Wording.of(message.direction()),
                Wording.of(message.channel()),
                fromClient || message.from().contains("@") ? message.from() : who.apply(message.from()),
                message.to(),
                message.subject(),
                message.text(),
                files,
                delivery(message, deliveries),
                deliveries.stream().anyMatch(delivery -> isOf(message, delivery) && hasFailed(delivery)));
    }

    private static boolean isOf(Message message, Delivery delivery) {
        return delivery.messageId().equals(message.messageId());
    }

    private static boolean hasFailed(Delivery delivery) {
        return delivery.state() == Delivery.State.FAILED || delivery.state() == Delivery.State.BOUNCED;
    }

    /** What became of a mail of ours; null for whatever was no mail of ours. */
    private static @Nullable String delivery(Message message, List<Delivery> deliveries) {
        var states = deliveries.stream()
                .filter(delivery -> isOf(message, delivery))
                .map(delivery ->
                        Wording.of(delivery.state()) + (delivery.problem() == null ? "" : ": " + delivery.problem()))
                .distinct()
                .toList();
        return states.isEmpty() ? null : String.join("; ", states);
    }

    private static List<View> views(CaseStory story, UnaryOperator<String> who) {
        return story.steps().stream()
                .filter(step -> !step.isOpen() && !step.cancelled())
                .filter(step -> step.said("diagnosis") != null || step.said("verdict") != null)
                .map(step -> new View(
                        Objects.requireNonNull(step.endedAt()),
                        Objects.requireNonNullElse(step.who(who), ""),
                        step.said("verdict") == null ? "Preliminary diagnosis" : "Opinion",
                        step.wrote().stream()
                                .filter(entry -> VIEW_FIELDS.contains(entry.field()))
                                .toList()))
                .toList();
    }

    private static List<Happened> story(CaseStory story, List<Delivery> deliveries, UnaryOperator<String> who) {
        var happened = new ArrayList<Happened>();
        for (var step : story.steps()) {
            if (step.isOpen() || !TELLING.contains(step.type()) && step.wrote().isEmpty()) {
                continue;
            }
            var system = CaseStories.SYSTEM.equals(step.who());
            happened.add(new Happened(
                    Objects.requireNonNull(step.endedAt()),
                    system ? "system" : "person",
                    Objects.requireNonNullElse(step.who(who), ""),
                    step.label() + (step.cancelled() ? " (no longer needed)" : ""),
                    step.wrote(),
                    rule(step, story)));
        }
        for (var message : story.messages()) {
            var fromClient = message.direction() == Direction.IN;
            happened.add(new Happened(
                    message.at(),
                    fromClient ? "client" : "us",
                    fromClient || message.from().contains("@") ? message.from() : who.apply(message.from()),
                    (fromClient ? "The client said, by " : "We said, by ") + Wording.of(message.channel()),
                    List.of(),
                    excerpt(message.text())));
        }
        story.notes()
                .forEach(note -> happened.add(new Happened(
                        note.at(),
                        "note",
                        who.apply(note.who()),
                        Wording.note(note.kind()),
                        List.of(),
                        // The message that was logged stands beside it.
                        note.kind().equals("CONTACT_LOGGED") ? null : note.text())));
        story.acts()
                .forEach(act -> happened.add(
                        new Happened(act.at(), "note", who.apply(act.who()), act.what(), List.of(), null)));
        deliveries.stream()
                .filter(delivery -> !delivery.toClient() && delivery.at() != null)
                .forEach(delivery -> happened.add(new Happened(
                        Objects.requireNonNull(delivery.at()),
                        "system",
                        "Frontline",
                        "Wrote to " + delivery.recipient() + ": "
                                + Wording.humanised(delivery.purpose()).toLowerCase(Locale.ROOT),
                        List.of(),
                        hasFailed(delivery) ? Wording.of(delivery.state()) + ": " + delivery.problem() : null)));
        happened.sort(Comparator.comparing(Happened::at));
        if (story.head().status().isEnded()) {
            happened.add(new Happened(
                    Objects.requireNonNullElse(
                            story.head().endedAt(), story.head().startedAt()),
                    "system",
                    "Frontline",
                    "The case ended: " + Wording.of(story.head().status()).toLowerCase(Locale.ROOT),
                    List.of(),
                    null));
        }
        return happened;
    }

    /** Which rule spoke in a step that asked a table. */
    private static @Nullable String rule(Step step, CaseStory story) {
        return story.decisions().stream()
                .filter(decision -> step.id().equals(decision.step()))
                .filter(decision -> !decision.at().isBefore(step.startedAt())
                        && !decision.at().isAfter(Objects.requireNonNull(step.endedAt())))
                .map(DecisionMade::rule)
                .filter(Objects::nonNull)
                .findFirst()
                .map(rule -> "Rule: " + rule)
                .orElse(null);
    }

    private static String excerpt(String text) {
        var line = SafeText.line(text, 160);
        return line.isEmpty() ? "(no text)" : line;
    }

    private static String waiting(CaseStory story) {
        var waiting = story.waiting();
        return "With the account manager %s, with specialists %s, waiting for the client %s."
                .formatted(
                        Wording.duration(waiting.accountManager()),
                        Wording.duration(waiting.specialists()),
                        Wording.duration(waiting.client()));
    }

    /** Elements of the diagram that are done, and that are open. */
    Map<String, List<String>> marks() {
        return Map.of(
                "done",
                        steps.stream()
                                .filter(step -> !step.isOpen() && !step.cancelled())
                                .map(Step::id)
                                .distinct()
                                .toList(),
                "open",
                        steps.stream()
                                .filter(step -> step.isOpen() && !step.type().equals("subProcess"))
                                .map(Step::id)
                                .distinct()
                                .toList());
    }
}
