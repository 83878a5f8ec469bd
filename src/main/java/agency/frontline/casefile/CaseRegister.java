package agency.frontline.casefile;

import agency.frontline.store.ReadOnce;
import agency.frontline.text.Mailbox;
import agency.frontline.text.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** All cases of all flows: draws their numbers and knows where each one stands. Writes join the engine's transaction. */
@Component
@Transactional
public class CaseRegister {

    private static final Set<String> PREFIXES =
            Set.of("ISS", "UNK", "REP", "TCH", "PLS", "ONB", "DLV", "PLW", "RST", "RVW", "RSC", "LBK", "WWA", "END");

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ReadOnce<String, Optional<CaseHead>> heads = new ReadOnce<>(this::read);

    CaseRegister(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Draws the next case number, such as {@code ISS-2026-00042}; never the same twice. Numbers are not given back when
     * a start fails, so gaps are normal. The year is UTC's.
     */
    public String draw(String prefix) {
        if (!PREFIXES.contains(prefix)) {
            throw new IllegalArgumentException("No case numbers for " + prefix);
        }
        long next = jdbc.sql("select nextval('fl_case_" + prefix.toLowerCase(Locale.ROOT) + "')")
                .query(Long.class)
                .single();
        int year = clock.instant().atZone(ZoneOffset.UTC).getYear();
        return "%s-%d-%05d".formatted(prefix, year, next);
    }

    public void open(CaseHead head) {
        jdbc.sql(
                        """
                        insert into fl_case (business_key, process, process_instance_id, client, contact, contact_name,
                            owner, subject, status, started_at, reopens)
                        values (:key, :process, :instance, :client, :contact, :contactName,
                            :owner, :subject, :status, :startedAt, :reopens)
                        """)
                .param("key", head.businessKey())
                .param("process", head.process())
                .param("instance", head.processInstanceId())
                .param("client", head.client())
                .param("contact", head.contact())
                .param("contactName", head.contactName())
                .param("owner", head.owner())
                .param("subject", head.subject())
                .param("status", head.status().name())
                .param("startedAt", Timestamp.from(head.startedAt()))
                .param("reopens", head.reopens())
                .update();
        heads.forget(head.businessKey());
    }

    @Transactional(readOnly = true)
    public Optional<CaseHead> find(String businessKey) {
        return heads.get(businessKey);
    }

    private Optional<CaseHead> read(String businessKey) {
        return jdbc.sql("select * from fl_case where business_key = :key")
                .param("key", businessKey)
                .query(CaseRegister::head)
                .optional();
    }

    /** The case, or a {@link Refusal} of kind NOT_FOUND. */
    @Transactional(readOnly = true)
    public CaseHead get(String businessKey) {
        return find(businessKey).orElseThrow(() -> Refusal.notFound("There is no case " + businessKey + "."));
    }

    @Transactional(readOnly = true)
    public Optional<CaseHead> ofInstance(String processInstanceId) {
        return jdbc.sql("select * from fl_case where process_instance_id = :id")
                .param("id", processInstanceId)
                .query(CaseRegister::head)
                .optional();
    }

    /** Cases that fit, newest first, at most 500. */
    @Transactional(readOnly = true)
    public List<CaseHead> search(CaseSearch search) {
        var where = new StringBuilder("where 1 = 1");
        var params = new HashMap<String, Object>();
        if (search.clients() != null) {
            var among = new ArrayList<String>();
            if (!search.clients().isEmpty()) {
                among.add("c.client in (:clients)");
                params.put("clients", search.clients());
            }
            if (search.owner() != null) {
                among.add("c.owner = :owner");
                params.put("owner", search.owner());
            }
            if (search.strangers()) {
                among.add("c.client is null");
            }
            if (among.isEmpty()) {
                return List.of();
            }
            where.append(" and (").append(String.join(" or ", among)).append(')');
        }
        if (search.instances() != null) {
            if (search.instances().isEmpty()) {
                return List.of();
            }
            where.append(" and c.process_instance_id in (:instances)");
            params.put("instances", search.instances());
        }
        if (search.status() != null) {
            where.append(" and c.status = :status");
            params.put("status", search.status().name());
        }
        if (search.from() != null) {
            where.append(" and c.started_at >= :from");
            params.put("from", Timestamp.from(search.from()));
        }
        if (search.before() != null) {
            where.append(" and c.started_at < :before");
            params.put("before", Timestamp.from(search.before()));
        }
        if (search.text() != null && !search.text().isBlank()) {
            where.append(
                    """
                     and (lower(c.business_key) like :text escape '!' or lower(c.subject) like :text escape '!'
                      or lower(c.contact_name) like :text escape '!' or lower(c.contact) like :text escape '!'
                      or exists (select 1 from fl_message m
                         where m.business_key = c.business_key and lower(m.text) like :text escape '!'))
                    """);
            var literal = search.text()
                    .strip()
                    .toLowerCase(Locale.ROOT)
                    .replace("!", "!!")
                    .replace("%", "!%")
                    .replace("_", "!_");
            params.put("text", "%" + literal + "%");
        }
        var found = jdbc.sql("select c.* from fl_case c " + where
                        + " order by c.started_at desc, c.business_key desc fetch first 500 rows only")
                .params(params)
                .query(CaseRegister::head)
                .list();
        // H2 shows a case twice, as it was and as it is, when it changes while it is read.
        var once = new LinkedHashMap<String, CaseHead>();
        found.forEach(head -> once.put(head.businessKey(), head));
        return List.copyOf(once.values());
    }

    /** Cases that carry on the given one, oldest first. */
    @Transactional(readOnly = true)
    public List<CaseHead> thatReopen(String businessKey) {
        return jdbc.sql("select * from fl_case where reopens = :key order by started_at")
                .param("key", businessKey)
                .query(CaseRegister::head)
                .list();
    }

    /** Open cases of one person at the client, newest first. */
    @Transactional(readOnly = true)
    public List<CaseHead> openOf(String contact) {
        return jdbc.sql("select * from fl_case where contact = :contact and ended_at is null order by started_at desc")
                .param("contact", contact)
                .query(CaseRegister::head)
                .list();
    }

    /** All open cases, oldest first. */
    @Transactional(readOnly = true)
    public List<CaseHead> open() {
        return jdbc.sql("select * from fl_case where ended_at is null order by started_at")
                .query(CaseRegister::head)
                .list();
    }

    /** Open cases of a client, newest first. */
    @Transactional(readOnly = true)
    public List<CaseHead> openOfClient(String client) {
        return jdbc.sql("select * from fl_case where client = :client and ended_at is null order by started_at desc")
                .param("client", client)
                .query(CaseRegister::head)
                .list();
    }

    /** Moves a case to a new status; an ending one notes the time of the end. */
    public void moveTo(String businessKey, Status status) {
        jdbc.sql(
                        """
                        update fl_case set status = :status, ended_at = :endedAt where business_key = :key
                        """)
                .param("status", status.name())
                .param("endedAt", status.isEnded() ? Timestamp.from(clock.instant()) : null)
                .param("key", businessKey)
                .update();
        heads.forget(businessKey);
    }

    /** Notes that a case ended in another one, and with it all that had ended in it before (F19). */
    public void merge(String merged, String survivor) {
        jdbc.sql("update fl_merge set survivor = :survivor where survivor = :merged")
                .param("survivor", survivor)
                .param("merged", merged)
                .update();
        jdbc.sql("insert into fl_merge (merged, survivor, merged_at) values (:merged, :survivor, :at)")
                .param("merged", merged)
                .param("survivor", survivor)
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }

    /** The case that carries on with what this one was about: itself, unless it was merged. */
    @Transactional(readOnly = true)
    public String survivorOf(String businessKey) {
        return jdbc.sql("select survivor from fl_merge where merged = :key")
                .param("key", businessKey)
                .query(String.class)
                .optional()
                .orElse(businessKey);
    }

    /** Cases that ended in the given one, oldest first. */
    @Transactional(readOnly = true)
    public List<CaseHead> mergedInto(String businessKey) {
        return jdbc.sql(
                        """
                        select c.* from fl_case c join fl_merge m on m.merged = c.business_key
                        where m.survivor = :key order by c.started_at
                        """)
                .param("key", businessKey)
                .query(CaseRegister::head)
                .list();
    }

    /** Who at the client spoke in a case or in one that ended in it. */
    @Transactional(readOnly = true)
    public List<Mailbox> contactsOf(String businessKey) {
        return Stream.concat(find(businessKey).stream(), mergedInto(businessKey).stream())
                .map(head -> new Mailbox(head.contact(), head.contactName()))
                .distinct()
                .toList();
    }

    public void giveTo(String businessKey, String owner) {
        jdbc.sql("update fl_case set owner = :owner where business_key = :key")
                .param("owner", owner)
                .param("key", businessKey)
                .update();
        heads.forget(businessKey);
    }

    /**
     * Notes the first response (processes.md, Clocks).
     *
     * @param mail Message-ID of the mail it was, null if we spoke
     * @return true if this was the first one, false if an earlier one stands
     */
    public boolean firstResponse(String businessKey, Instant at, @Nullable String mail) {
        heads.forget(businessKey);
        return jdbc.sql(
                                """
                                update fl_case set first_response_at = :at, first_response_mail = :mail
                                where business_key = :key and first_response_at is null
                                """)
                        .param("at", Timestamp.from(at))
                        .param("mail", mail)
                        .param("key", businessKey)
                        .update()
                == 1;
    }

    /**
     * The mail came back: if it was the first response, there was none.
     *
     * @return whether it was
     */
    public boolean takeBackFirstResponse(String businessKey, String mail) {
        heads.forget(businessKey);
        return jdbc.sql(
                                """
                                update fl_case set first_response_at = null, first_response_mail = null
                                where business_key = :key and first_response_mail = :mail and ended_at is null
                                """)
                        .param("key", businessKey)
                        .param("mail", mail)
                        .update()
                == 1;
    }

    /** Whether the closed case is young enough that a new message counts as a reopening. */
    public boolean endedWithin(CaseHead head, Duration window) {
        return head.endedAt() != null && !head.endedAt().plus(window).isBefore(clock.instant());
    }

    private static CaseHead head(ResultSet row, int number) throws SQLException {
        return new CaseHead(
                row.getString("business_key"),
                row.getString("process"),
                row.getString("process_instance_id"),
                row.getString("client"),
                row.getString("contact"),
                row.getString("contact_name"),
                row.getString("owner"),
                row.getString("subject"),
                Status.valueOf(row.getString("status")),
                row.getTimestamp("started_at").toInstant(),
                instant(row, "ended_at"),
                instant(row, "first_response_at"),
                row.getString("reopens"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
