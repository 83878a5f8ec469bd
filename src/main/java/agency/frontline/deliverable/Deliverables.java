package agency.frontline.deliverable;

import agency.frontline.casefile.CaseFacts;
import agency.frontline.casefile.CaseRecords;
import agency.frontline.casefile.Conversation;
import agency.frontline.client.Channel;
import agency.frontline.notification.Colleagues;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * All deliverables: every version of each as text and document, how the team challenged it, what was given up, who signed
 * it, and what the client said. Writes join the engine's transaction.
 */
@Component
@Transactional
public class Deliverables implements CaseFacts, CaseRecords {

    private static final String OF_VERSION = "where business_key = :key and version = :version";

    private final JdbcClient jdbc;
    private final Colleagues colleagues;
    private final Clock clock;

    Deliverables(JdbcClient jdbc, Colleagues colleagues, Clock clock) {
        this.jdbc = jdbc;
        this.colleagues = colleagues;
        this.clock = clock;
    }

    /** @param parentCase the case that needed it; null where a person did */
    public record Deliverable(
            String businessKey,
            String client,
            DeliverableKind kind,
            String title,
            String purpose,
            @Nullable String parentCase) {}

    /**
     * A version as it was kept.
     *
     * @param draftedBy user id
     * @param signedBy user id; null while nobody stands behind it
     * @param sentAt when the client gets it; null for one that they never saw
     */
    public record Version(
            int number,
            String language,
            String draftedBy,
            Instant keptAt,
            Draft draft,
            @Nullable String opinion,
            @Nullable String signedBy,
            @Nullable PurposeMet purposeMet,
            @Nullable String purposeNote,
            @Nullable String undiscussed,
            @Nullable Instant sentAt,
            @Nullable ClientAnswer answer,
            @Nullable String answeredBy,
            @Nullable String answerWords) {}

    /**
     * A challenge with what became of it.
     *
     * @param id as people say it, such as {@code DLV-2026-00004/2}
     * @param specialists id of the group that was asked
     * @param by user id
     * @param verdict null while it waits for its answer
     */
    public record Raised(
            String id,
            int version,
            String specialists,
            String by,
            Challenge challenge,
            @Nullable ChallengeVerdict verdict,
            @Nullable String answer) {}

    public void begin(
            String businessKey,
            String client,
            DeliverableKind kind,
            String title,
            String purpose,
            @Nullable String parentCase) {
        jdbc.sql(
                        """
                        insert into fl_deliverable (business_key, client, kind, title, purpose, parent_case, begun_at)
                        values (:key, :client, :kind, :title, :purpose, :parent, :now)
                        """)
                .param("key", businessKey)
                .param("client", client)
                .param("kind", kind.name())
                .param("title", title)
                .param("purpose", purpose)
                .param("parent", parentCase)
                .param("now", now())
                .update();
    }

    @Transactional(readOnly = true)
    public Deliverable get(String businessKey) {
        return find(businessKey).orElseThrow();
    }

    private Optional<Deliverable> find(String businessKey) {
        return jdbc.sql("select * from fl_deliverable where business_key = :key")
                .param("key", businessKey)
                .query((row, n) -> new Deliverable(
                        row.getString("business_key"),
                        row.getString("client"),
                        DeliverableKind.valueOf(row.getString("kind")),
                        row.getString("title"),
                        row.getString("purpose"),
                        row.getString("parent_case")))
                .optional();
    }

    /** Keeps a version for good: its words and the document made of them. */
    public void keep(String businessKey, int version, String language, String draftedBy, Draft draft, byte[] pdf) {
        jdbc.sql(
                        """
                        insert into fl_deliverable_version (business_key, version, language, drafted_by, kept_at,
                            rehearsed_on, rehearsal_waiver, pdf)
                        values (:key, :version, :language, :by, :now, :rehearsed, :waiver, :pdf)
                        """)
                .param("key", businessKey)
                .param("version", version)
                .param("language", language)
                .param("by", draftedBy)
                .param("now", now())
                .param("rehearsed", day(draft.rehearsedOn()))
                .param("waiver", draft.rehearsalWaiver())
                .param("pdf", pdf)
                .update();
        int place = 0;
        for (var part : draft.parts()) {
            jdbc.sql(
                            """
                            insert into fl_deliverable_part (business_key, version, place, part, heading, text)
                            values (:key, :version, :place, :part, :heading, :text)
                            """)
                    .param("key", businessKey)
                    .param("version", version)
                    .param("place", place++)
                    .param("part", part.name())
                    .param("heading", part.heading())
                    .param("text", part.text())
                    .update();
        }
    }

    /** All versions, the first one first. */
    @Transactional(readOnly = true)
    public List<Version> versions(String businessKey) {
        return jdbc.sql("select * from fl_deliverable_version where business_key = :key order by version")
                .param("key", businessKey)
                .query(this::version)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<Version> newest(String businessKey) {
        return versions(businessKey).stream().reduce((first, second) -> second);
    }

    /** What has changed since the version before; nothing for the first. */
    @Transactional(readOnly = true)
    public Changes changesOf(String businessKey, int version) {
        return changes(businessKey, version, version - 1);
    }

    /** What has changed since the version that the client saw last; nothing where they saw none. */
    @Transactional(readOnly = true)
    public Changes changesForClient(String businessKey, int version) {
        return sentBefore(businessKey, version)
                .map(seen -> changes(businessKey, version, seen))
                .orElseGet(Changes::none);
    }

    /** The number of the version before this one that the client saw; empty for none. */
    @Transactional(readOnly = true)
    public Optional<Integer> sentBefore(String businessKey, int version) {
        return jdbc.sql(
                        """
                        select max(version) from fl_deliverable_version
                        where business_key = :key and version < :version and sent_at is not null
                        """)
                .param("key", businessKey)
                .param("version", version)
                .query((row, n) -> Optional.ofNullable(row.getObject(1)).map(number -> ((Number) number).intValue()))
                .single();
    }

    private Changes changes(String businessKey, int version, int since) {
        return since < 1 ? Changes.none() : Changes.between(parts(businessKey, since), parts(businessKey, version));
    }

    private List<Written> parts(String businessKey, int version) {
        return jdbc.sql("select part, heading, text from fl_deliverable_part " + OF_VERSION + " order by place")
                .param("key", businessKey)
                .param("version", version)
                .query((row, n) -> new Written(row.getString("part"), row.getString("heading"), row.getString("text")))
                .list();
    }

    /** Notes what a colleague would change in a version. */
    public void challenged(String businessKey, int version, String specialists, String by, List<Challenge> challenges) {
        int number = challenges(businessKey).size();
        for (var challenge : challenges) {
            number++;
            jdbc.sql(
                            """
                            insert into fl_challenge (id, business_key, version, specialists, raised_by, what, weight,
                                source, raised_at)
                            values (:id, :key, :version, :specialists, :by, :what, :weight, :source, :now)
                            """)
                    .param("id", businessKey + "/" + number)
                    .param("key", businessKey)
                    .param("version", version)
                    .param("specialists", specialists)
                    .param("by", by)
                    .param("what", challenge.what())
                    .param("weight", challenge.weight().name())
                    .param(
                            "source",
                            challenge.source() == null
                                    ? null
                                    : challenge.source().name())
                    .param("now", now())
                    .update();
        }
    }

    /** All challenges of all versions, in the order in which they were raised. */
    @Transactional(readOnly = true)
    public List<Raised> challenges(String businessKey) {
        return jdbc.sql("select * from fl_challenge where business_key = :key order by raised_at, length(id), id")
                .param("key", businessKey)
                .query(Deliverables::raised)
                .list();
    }

    /** Those of one version. */
    @Transactional(readOnly = true)
    public List<Raised> challenges(String businessKey, int version) {
        return challenges(businessKey).stream()
                .filter(raised -> raised.version() == version)
                .toList();
    }

    /** Notes where the account manager stands after the discussion of a version. */
    public void stated(String businessKey, int version, Statement statement) {
        for (var reply : statement.replies()) {
            jdbc.sql("update fl_challenge set verdict = :verdict, answer = :answer, answered_at = :now where id = :id")
                    .param("verdict", reply.verdict().name())
                    .param("answer", reply.answer())
                    .param("now", now())
                    .param("id", reply.id())
                    .update();
        }
        for (var compromise : statement.compromises()) {
            jdbc.sql(
                            """
                            insert into fl_compromise (business_key, version, given_up, for_what, agreed_by, noted_at)
                            values (:key, :version, :givenUp, :forWhat, :agreedBy, :now)
                            """)
                    .param("key", businessKey)
                    .param("version", version)
                    .param("givenUp", compromise.givenUp())
                    .param("forWhat", compromise.forWhat())
                    .param("agreedBy", compromise.agreedBy())
                    .param("now", now())
                    .update();
        }
        jdbc.sql("update fl_deliverable_version set opinion = :opinion " + OF_VERSION)
                .param("opinion", statement.opinion())
                .param("key", businessKey)
                .param("version", version)
                .update();
    }

    /** What was given up so far, in all versions, the oldest first (C-47). */
    @Transactional(readOnly = true)
    public List<Statement.Compromise> compromises(String businessKey) {
        return jdbc.sql("select * from fl_compromise where business_key = :key order by id")
                .param("key", businessKey)
                .query((row, n) -> new Statement.Compromise(
                        row.getString("given_up"), row.getString("for_what"), row.getString("agreed_by")))
                .list();
    }

    /** Notes who stands behind a version, or why nobody does. */
    public void signed(String businessKey, int version, String by, Signature signature) {
        var sentBack = signature.purposeMet() == PurposeMet.NO;
        jdbc.sql(
                        """
                        update fl_deliverable_version set signed_by = :by, signed_at = :at, purpose_met = :met,
                            purpose_note = :note, undiscussed = :undiscussed
                        """
                                + OF_VERSION)
                .param("by", sentBack ? null : by)
                .param("at", sentBack ? null : now())
                .param("met", signature.purposeMet().name())
                .param("note", signature.purposeNote())
                .param("undiscussed", signature.undiscussed().isEmpty() ? null : signature.undiscussed())
                .param("key", businessKey)
                .param("version", version)
                .update();
        if (signature.rehearsal().on() != null
                || !signature.rehearsal().waiver().isEmpty()) {
            jdbc.sql("update fl_deliverable_version set rehearsed_on = :on, rehearsal_waiver = :waiver " + OF_VERSION)
                    .param("on", day(signature.rehearsal().on()))
                    .param("waiver", signature.rehearsal().waiver())
                    .param("key", businessKey)
                    .param("version", version)
                    .update();
        }
        for (var line : signature.checked()) {
            jdbc.sql(
                            """
                            insert into fl_quality_check (business_key, version, item, must, done, noted_at)
                            values (:key, :version, :item, :must, :done, :now)
                            """)
                    .param("key", businessKey)
                    .param("version", version)
                    .param("item", line.check().item())
                    .param("must", line.check().must())
                    .param("done", line.done())
                    .param("now", now())
                    .update();
        }
    }

    /** Notes that a version goes to the client, and the document that goes. */
    public void sent(String businessKey, int version, Instant at, byte[] pdf) {
        jdbc.sql("update fl_deliverable_version set sent_at = :at, pdf = :pdf " + OF_VERSION)
                .param("at", Timestamp.from(at))
                .param("pdf", pdf)
                .param("key", businessKey)
                .param("version", version)
                .update();
    }

    /** Notes what the client said to the version they have. */
    public void answered(
            String businessKey, int version, ClientAnswer answer, String by, Channel channel, String words) {
        jdbc.sql(
                        """
                        update fl_deliverable_version set answer = :answer, answered_by = :by, answer_channel = :channel,
                            answer_words = :words, answered_at = :now
                        """
                                + OF_VERSION)
                .param("answer", answer.name())
                .param("by", by)
                .param("channel", channel.name())
                .param("words", words)
                .param("now", now())
                .param("key", businessKey)
                .param("version", version)
                .update();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Fact> of(String businessKey) {
        return find(businessKey).map(this::facts).orElse(List.of());
    }

    private List<Fact> facts(Deliverable deliverable) {
        var key = deliverable.businessKey();
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("What", capital(deliverable.kind().words())));
        facts.add(new Fact("What it is for", deliverable.purpose()));
        if (deliverable.parentCase() != null) {
            facts.add(new Fact("Part of", deliverable.parentCase()));
        }
        var versions = versions(key);
        facts.add(new Fact("Versions", String.valueOf(versions.size())));
        var challenges = challenges(key);
        var musts = challenges.stream()
                .filter(raised -> raised.challenge().weight() == Weight.MUST)
                .count();
        facts.add(new Fact(
                "Challenges",
                challenges.isEmpty()
                        ? "None"
                        : count(challenges.size() - musts, "suggestion") + ", " + count(musts, "must")));
        facts.add(new Fact("Compromises", String.valueOf(compromises(key).size())));
        versions.stream().reduce((first, second) -> second).ifPresent(newest -> {
            if (newest.purposeMet() != null) {
                facts.add(new Fact(
                        "Does what it is for", capital(newest.purposeMet().name())));
            }
            if (newest.undiscussed() != null) {
                facts.add(new Fact("Undiscussed, because", newest.undiscussed()));
            }
            if (newest.draft().rehearsedOn() != null) {
                facts.add(new Fact("Rehearsed", newest.draft().rehearsedOn().toString()));
            } else if (!newest.draft().rehearsalWaiver().isEmpty()) {
                facts.add(new Fact("Not rehearsed, because", newest.draft().rehearsalWaiver()));
            }
            if (newest.answer() == ClientAnswer.APPROVED) {
                facts.add(new Fact("Approved by", String.valueOf(newest.answeredBy())));
            }
        });
        return facts;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Document> documents(String businessKey) {
        return find(businessKey)
                .map(deliverable -> versions(businessKey).stream()
                        .map(version -> document(deliverable, version))
                        .toList())
                .orElse(List.of());
    }

    private Document document(Deliverable deliverable, Version version) {
        var fate = Stream.of(
                        version.signedBy() == null ? null : "signed",
                        version.sentAt() == null ? null : "sent to the client",
                        version.answer() == null
                                ? null
                                : switch (version.answer()) {
                                    case APPROVED -> "approved by " + version.answeredBy();
                                    case CHANGES -> "they asked for changes";
                                    case WITHDRAWN -> "they did not want it any more";
                                    case SILENT -> null;
                                })
                .filter(word -> word != null)
                .collect(Collectors.joining(", "));
        var changes = changesOf(deliverable.businessKey(), version.number()).inWords();
        return new Document(
                String.valueOf(version.number()),
                fileName(deliverable, version.number()),
                version.keptAt(),
                "Version " + version.number() + (fate.isEmpty() ? "" : ", " + fate),
                text(version.draft()) + (changes.isEmpty() ? "" : "\n\nSINCE THE VERSION BEFORE\n\n" + changes));
    }

    /** The words of a draft, each part below its heading. */
    public static String text(Draft draft) {
        return draft.parts().stream()
                .map(part -> part.heading().toUpperCase(Locale.ROOT) + "\n" + part.text())
                .collect(Collectors.joining("\n\n"));
    }

    private static String fileName(Deliverable deliverable, int version) {
        return deliverable.businessKey() + " v" + version + ".pdf";
    }

    @Override
    @Transactional(readOnly = true)
    public List<Table> tables(String businessKey) {
        if (find(businessKey).isEmpty()) {
            return List.of();
        }
        var challenges = new Table(
                "What the team challenged",
                List.of("Version", "What", "Weight", "By", "Answer"),
                challenges(businessKey).stream()
                        .map(raised -> List.of(
                                String.valueOf(raised.version()),
                                raised.challenge().what(),
                                weight(raised.challenge()),
                                colleagues.person(raised.by()).name(),
                                answer(raised)))
                        .toList());
        var compromises = new Table(
                "What was given up",
                List.of("Given up", "For what", "Who agreed"),
                compromises(businessKey).stream()
                        .map(given -> List.of(given.givenUp(), given.forWhat(), given.agreedBy()))
                        .toList());
        return Stream.of(challenges, compromises)
                .filter(table -> !table.rows().isEmpty())
                .toList();
    }

    /** "a suggestion", "a must, CLIENT". */
    public static String weight(Challenge challenge) {
        return challenge.weight() == Weight.SUGGESTION
                ? "a suggestion"
                : "a must, " + String.valueOf(challenge.source()).toLowerCase(Locale.ROOT);
    }

    private static String answer(Raised raised) {
        if (raised.verdict() == null) {
            return "not yet";
        }
        var verdict =
                switch (raised.verdict()) {
                    case ACCEPTED -> "it goes in";
                    case DECLINED -> "it stays out";
                    case NO_MUST -> "no must after all; it stays out";
                };
        return raised.answer() == null || raised.answer().isEmpty() ? verdict : verdict + ": " + raised.answer();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Conversation.File> file(String businessKey, String documentId) {
        if (!documentId.matches("\\d{1,6}")) {
            return Optional.empty();
        }
        var version = Integer.parseInt(documentId);
        return find(businessKey).flatMap(deliverable -> jdbc.sql("select pdf from fl_deliverable_version " + OF_VERSION)
                .param("key", businessKey)
                .param("version", version)
                .query((row, n) ->
                        new Conversation.File(fileName(deliverable, version), "application/pdf", row.getBytes("pdf")))
                .optional());
    }

    private Version version(ResultSet row, int number) throws SQLException {
        var sent = row.getTimestamp("sent_at");
        var met = row.getString("purpose_met");
        var answer = row.getString("answer");
        var rehearsed = row.getDate("rehearsed_on");
        var waiver = row.getString("rehearsal_waiver");
        return new Version(
                row.getInt("version"),
                row.getString("language"),
                row.getString("drafted_by"),
                row.getTimestamp("kept_at").toInstant(),
                new Draft(
                        parts(row.getString("business_key"), row.getInt("version")),
                        rehearsed == null ? null : rehearsed.toLocalDate(),
                        waiver == null ? "" : waiver),
                row.getString("opinion"),
                row.getString("signed_by"),
                met == null ? null : PurposeMet.valueOf(met),
                row.getString("purpose_note"),
                row.getString("undiscussed"),
                sent == null ? null : sent.toInstant(),
                answer == null ? null : ClientAnswer.valueOf(answer),
                row.getString("answered_by"),
                row.getString("answer_words"));
    }

    private static Raised raised(ResultSet row, int number) throws SQLException {
        var source = row.getString("source");
        var verdict = row.getString("verdict");
        return new Raised(
                row.getString("id"),
                row.getInt("version"),
                row.getString("specialists"),
                row.getString("raised_by"),
                new Challenge(
                        row.getString("what"),
                        Weight.valueOf(row.getString("weight")),
                        source == null ? null : MustSource.valueOf(source)),
                verdict == null ? null : ChallengeVerdict.valueOf(verdict),
                row.getString("answer"));
    }

    private static String count(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT)
                + words.substring(1).toLowerCase(Locale.ROOT);
    }

    private static @Nullable Date day(@Nullable LocalDate day) {
        return day == null ? null : Date.valueOf(day);
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
