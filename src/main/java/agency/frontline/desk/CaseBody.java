package agency.frontline.desk;

import agency.frontline.audit.CaseStory;
import agency.frontline.casefile.Attachment;
import agency.frontline.casefile.CaseHead;
import agency.frontline.casefile.CaseRecords;
import agency.frontline.casefile.Direction;
import agency.frontline.casefile.Status;
import agency.frontline.client.Channel;
import agency.frontline.mail.Delivery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A case as the REST face shows it (api.md): its head, and what it was, in full. */
record CaseBody(
        String businessKey,
        String process,
        int version,
        @Nullable String versionTag,
        Status status,
        @Nullable String client,
        @Nullable String contact,
        @Nullable String contactName,
        @Nullable String owner,
        String subject,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable Instant firstResponseAt,
        List<MessageBody> messages,
        List<StepBody> steps,
        List<DecisionBody> decisions,
        List<DeadlineBody> deadlines,
        List<PromiseBody> promises,
        List<NoteBody> notes,
        List<CaseRecords.Document> documents,
        List<RelatedBody> related) {

    record Head(
            String businessKey,
            String process,
            Status status,
            @Nullable String client,
            @Nullable String contact,
            @Nullable String contactName,
            @Nullable String owner,
            String subject,
            Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable Instant firstResponseAt) {

        static Head of(CaseHead head) {
            return new Head(
                    head.businessKey(),
                    head.process(),
                    head.status(),
                    head.client(),
                    head.contact(),
                    head.contactName(),
                    head.owner(),
                    head.subject(),
                    head.startedAt(),
                    head.endedAt(),
                    head.firstResponseAt());
        }
    }

    record MessageBody(
            Instant at,
            Direction direction,
            Channel channel,
            String from,
            String to,
            String subject,
            String text,
            List<Attachment> attachments,
            List<DeliveryBody> deliveries) {}

    /** What became of a mail of ours for one recipient; {@code at}: when it was accepted, refused or returned. */
    record DeliveryBody(String recipient, Delivery.State state, @Nullable String problem, @Nullable Instant at) {}

    /** @param who user id of who did or is to do it; "bea for ann" where bea stands in for ann, or helped her out */
    record StepBody(
            String id,
            String label,
            @Nullable String who,
            Instant startedAt,
            @Nullable Instant endedAt,
            Map<String, Object> wrote) {}

    record DecisionBody(
            String table,
            int version,
            @Nullable String rule,
            @Nullable String ruleId,
            @Nullable String step,
            Map<String, Object> inputs,
            Map<String, Object> outputs,
            Instant at) {}

    /** {@code met}: when it was kept; null while open, or if it never was. */
    record DeadlineBody(String name, Instant due, @Nullable Instant met, String why) {}

    record PromiseBody(
            String what,
            String owner,
            Instant due,
            @Nullable String outcome,
            @Nullable Instant endedAt,
            @Nullable String note) {}

    /** What a person did beside the steps: handed the case over, logged a contact, read a file, took a task. */
    record NoteBody(Instant at, String who, String kind, String text) {}

    record RelatedBody(String businessKey, CaseStory.Related.How how) {}

    static CaseBody of(CaseStory story, List<Delivery> deliveries, List<CaseRecords.Document> documents) {
        var head = story.head();
        var notes = new ArrayList<NoteBody>();
        story.notes().forEach(note -> notes.add(new NoteBody(note.at(), note.who(), note.kind(), note.text())));
        story.acts().forEach(act -> notes.add(new NoteBody(act.at(), act.who(), "TASK_OR_CASE_CHANGED", act.what())));
        notes.sort(Comparator.comparing(NoteBody::at));
        return new CaseBody(
                head.businessKey(),
                head.process(),
                story.version(),
                story.versionTag(),
                head.status(),
                head.client(),
                head.contact(),
                head.contactName(),
                head.owner(),
                head.subject(),
                head.startedAt(),
                head.endedAt(),
                head.firstResponseAt(),
                story.messages().stream()
                        .map(message -> new MessageBody(
                                message.at(),
                                message.direction(),
                                message.channel(),
                                message.from(),
                                message.to(),
                                message.subject(),
                                message.text(),
                                message.attachments(),
                                deliveries.stream()
                                        .filter(delivery -> delivery.messageId().equals(message.messageId()))
                                        .map(delivery -> new DeliveryBody(
                                                delivery.recipient(),
                                                delivery.state(),
                                                delivery.problem(),
                                                delivery.at()))
                                        .toList()))
                        .toList(),
                story.steps().stream()
                        .map(step -> new StepBody(
                                step.id(),
                                step.label(),
                                step.who(UnaryOperator.identity()),
                                step.startedAt(),
                                step.endedAt(),
                                values(step.wrote())))
                        .toList(),
                story.decisions().stream()
                        .map(decision -> new DecisionBody(
                                decision.table(),
                                decision.version(),
                                decision.rule(),
                                decision.ruleId(),
                                decision.step(),
                                values(decision.inputs()),
                                values(decision.outputs()),
                                decision.at()))
                        .toList(),
                story.deadlines().stream()
                        .map(deadline ->
                                new DeadlineBody(deadline.name(), deadline.due(), deadline.metAt(), deadline.why()))
                        .toList(),
                story.promises().stream()
                        .map(promise -> new PromiseBody(
                                promise.what(),
                                promise.owner(),
                                promise.due(),
                                promise.outcome(),
                                promise.endedAt(),
                                promise.note()))
                        .toList(),
                notes,
                documents,
                story.related().stream()
                        .map(related -> new RelatedBody(related.businessKey(), related.how()))
                        .toList());
    }

    private static Map<String, Object> values(List<CaseStory.Entry> entries) {
        var values = new LinkedHashMap<String, Object>();
        entries.forEach(entry -> values.put(entry.field(), entry.value()));
        return values;
    }
}
