package agency.frontline.desk;

import agency.frontline.casefile.CaseHead;
import agency.frontline.casefile.CaseNotes;
import agency.frontline.casefile.CaseOwnership;
import agency.frontline.casefile.CaseRegister;
import agency.frontline.casefile.Deadlines;
import agency.frontline.casefile.Promises;
import agency.frontline.casefile.Status;
import agency.frontline.client.Staff;
import agency.frontline.engine.AsSystem;
import agency.frontline.engine.CurrentPerson;
import agency.frontline.mail.MailTroubles;
import agency.frontline.text.Refusal;
import agency.frontline.text.SafeText;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What does not move by itself any more, and what a person can do about it. Whatever is done here stands in the history
 * of its case, or with the mail it was done to.
 */
@Component
@Transactional
class StuckWork {

    /** History that is kept longer than this past its time is worth a look; the nightly cleanup takes the rest. */
    private static final Duration CLEANUP_MAY_TAKE = Duration.ofDays(2);

    private static final int AT_MOST = 200;

    private final CaseRegister register;
    private final CaseNotes notes;
    private final Deadlines deadlines;
    private final Promises promises;
    private final List<CaseOwnership> ownerships;
    private final ObjectProvider<Staff> staff;
    private final MailTroubles mail;
    private final CurrentPerson person;
    private final AsSystem asSystem;
    private final ManagementService management;
    private final JdbcClient jdbc;
    private final HistoryService history;
    private final Clock clock;

    StuckWork(
            CaseRegister register,
            CaseNotes notes,
            Deadlines deadlines,
            Promises promises,
            List<CaseOwnership> ownerships,
            ObjectProvider<Staff> staff,
            MailTroubles mail,
            CurrentPerson person,
            AsSystem asSystem,
            @Lazy ManagementService management,
            JdbcClient jdbc,
            @Lazy HistoryService history,
            Clock clock) {
        this.register = register;
        this.notes = notes;
        this.deadlines = deadlines;
        this.promises = promises;
        this.ownerships = ownerships;
        this.staff = staff;
        this.mail = mail;
        this.person = person;
        this.asSystem = asSystem;
        this.management = management;
        this.jdbc = jdbc;
        this.history = history;
        this.clock = clock;
    }

    /** Why something is stuck, in the order in which a person should look. */
    enum Kind {
        FAILED_STEP("Steps that failed too often", Set.of(Deed.RETRY)),
        CASE_WITHOUT_OWNER("Cases nobody owns", Set.of(Deed.REASSIGN)),
        CASE_WITHOUT_STEP("Open cases with nothing to do", Set.of(Deed.CLOSE)),
        MAIL_SET_ASIDE("Mails that could not be brought anywhere", Set.of(Deed.RETRY, Deed.CLOSE)),
        MAIL_UNDELIVERED("Mails that did not arrive", Set.of(Deed.RETRY, Deed.CLOSE)),
        PAST_REMOVAL("History kept past its time", Set.of(Deed.RETRY));

        final String heading;
        final Set<Deed> deeds;

        Kind(String heading, Set<Deed> deeds) {
            this.heading = heading;
            this.deeds = deeds;
        }
    }

    /** What can be done about it. */
    enum Deed {
        RETRY,
        REASSIGN,
        CLOSE
    }

    /**
     * One thing that is stuck.
     *
     * @param id unique within its kind
     * @param businessKey the case it is in; null where none is known
     * @param what in words; never what a client wrote, for process owners see no client data
     * @param why what went wrong
     */
    record Stuck(
            Kind kind, String id, @Nullable String businessKey, String what, String why, @Nullable Instant since) {}

    /** Everything that is stuck, the oldest first within its kind, at most 200 of each. */
    @Transactional(readOnly = true)
    public List<Stuck> all() {
        return asSystem.run(() -> Stream.of(Kind.values())
                .flatMap(kind -> of(kind).stream().limit(AT_MOST))
                .toList());
    }

    /** How many of each kind; each kind is there, with 0 where nothing is stuck. */
    @Transactional(readOnly = true)
    public Map<Kind, Long> counts() {
        var counts = new EnumMap<Kind, Long>(Kind.class);
        asSystem.perform(() -> Stream.of(Kind.values())
                .forEach(kind -> counts.put(kind, kind == Kind.PAST_REMOVAL ? pastRemoval() : (long) of(kind).size())));
        return counts;
    }

    private List<Stuck> of(Kind kind) {
        return switch (kind) {
            case FAILED_STEP -> failedSteps();
            case CASE_WITHOUT_OWNER -> casesWithoutOwner();
            case CASE_WITHOUT_STEP -> casesWithoutStep();
            case MAIL_SET_ASIDE -> setAside();
            case MAIL_UNDELIVERED -> undelivered();
            case PAST_REMOVAL -> {
                var rows = pastRemoval();
                yield rows == 0
                        ? List.of()
                        : List.of(new Stuck(
                                kind,
                                "all",
                                null,
                                rows + (rows == 1 ? " ended case" : " ended cases"),
                                "Should have been removed more than two days ago; the nightly cleanup did not get there.",
                                null));
            }
        };
    }

    private List<Stuck> failedSteps() {
        return management.createJobQuery().noRetriesLeft().orderByJobDuedate().asc().unlimitedList().stream()
                .map(job -> new Stuck(
                        Kind.FAILED_STEP,
                        job.getId(),
                        caseOf(job).map(CaseHead::businessKey).orElse(null),
                        "Step “" + stepOf(job) + "”",
                        job.getExceptionMessage() == null
                                ? "It failed without a message."
                                : SafeText.line(job.getExceptionMessage(), 300),
                        job.getCreateTime() == null ? null : job.getCreateTime().toInstant()))
                .toList();
    }

    private Optional<CaseHead> caseOf(Job job) {
        return Optional.ofNullable(job.getProcessInstanceId()).flatMap(register::ofInstance);
    }

    private String stepOf(Job job) {
        if (job.getFailedActivityId() != null) {
            return Wording.humanised(job.getFailedActivityId());
        }
        var definition = management
                .createJobDefinitionQuery()
                .jobDefinitionId(job.getJobDefinitionId())
                .singleResult();
        return definition == null || definition.getActivityId() == null
                ? "background work"
                : Wording.humanised(definition.getActivityId());
    }

    private List<Stuck> casesWithoutOwner() {
        var known = new HashSet<String>();
        var unknown = new HashSet<String>();
        return register.open().stream()
                .filter(head -> ownerships.stream().anyMatch(flow -> flow.knows(head.process())))
                .filter(head -> head.owner() == null || !isManager(head.owner(), known, unknown))
                .map(head -> new Stuck(
                        Kind.CASE_WITHOUT_OWNER,
                        head.businessKey(),
                        head.businessKey(),
                        "Case of " + head.client(),
                        head.owner() == null
                                ? "It has no owner."
                                : SafeText.line(head.owner(), 100) + " is no account manager or director any more.",
                        head.startedAt()))
                .toList();
    }

    private boolean isManager(String user, Set<String> known, Set<String> unknown) {
        if (known.contains(user) || unknown.contains(user)) {
            return known.contains(user);
        }
        return isManager(user) ? known.add(user) : !unknown.add(user);
    }

    private boolean isManager(String user) {
        return staff.stream()
                .anyMatch(people -> people.isIn(user, "account-managers") || people.isIn(user, "account-directors"));
    }

    private List<Stuck> casesWithoutStep() {
        return jdbc
                .sql(
                        """
                        select business_key from fl_case c where ended_at is null and not exists
                            (select 1 from ACT_RU_EXECUTION e where e.PROC_INST_ID_ = c.process_instance_id)
                        order by started_at fetch first 200 rows only
                        """)
                .query(String.class)
                .list()
                .stream()
                .map(register::get)
                .map(head -> new Stuck(
                        Kind.CASE_WITHOUT_STEP,
                        head.businessKey(),
                        head.businessKey(),
                        "Case of " + Objects.requireNonNullElse(head.client(), "somebody we do not know"),
                        "Its process is gone: it was deleted outside Frontline.",
                        head.startedAt()))
                .toList();
    }

    private List<Stuck> setAside() {
        return mail.setAside().stream()
                .map(aside -> new Stuck(
                        Kind.MAIL_SET_ASIDE,
                        aside.id(),
                        aside.businessKey(),
                        "Mail to us",
                        SafeText.line(aside.problem(), 300),
                        aside.since()))
                .toList();
    }

    private List<Stuck> undelivered() {
        return mail.undelivered().stream()
                .map(delivery -> new Stuck(
                        Kind.MAIL_UNDELIVERED,
                        delivery.id(),
                        delivery.businessKey(),
                        "Mail “" + Wording.humanised(Objects.requireNonNullElse(delivery.purpose(), "unknown")) + "”",
                        SafeText.line(delivery.problem(), 300),
                        delivery.since()))
                .toList();
    }

    private long pastRemoval() {
        return history.createNativeHistoricProcessInstanceQuery()
                .sql("select count(*) from ACT_HI_PROCINST where REMOVAL_TIME_ < #{before}")
                .parameter("before", Date.from(clock.instant().minus(CLEANUP_MAY_TAKE)))
                .count();
    }

    /** Lets it try again. */
    public void retry(Kind kind, String id) {
        offered(kind, Deed.RETRY);
        switch (kind) {
            case FAILED_STEP -> {
                var who = me();
                asSystem.perform(() -> retryStep(id, who));
            }
            case MAIL_SET_ASIDE -> mail.readAgain(id, me());
            case MAIL_UNDELIVERED -> mail.sendAgain(id, me());
            default -> asSystem.perform(() -> history.cleanUpHistoryAsync(true));
        }
    }

    private void retryStep(String id, String who) {
        var job = management.createJobQuery().jobId(id).noRetriesLeft().singleResult();
        if (job == null) {
            throw gone();
        }
        caseOf(job).ifPresent(head -> notes.add(head.businessKey(), who, "STEP_RETRIED", stepOf(job)));
        // The last failure has put it off for as long as another try would have waited.
        management
                .setJobRetries(1)
                .jobId(id)
                .dueDate(Date.from(clock.instant()))
                .execute();
    }

    /** Gives the case to somebody who takes care of it. */
    public void reassign(Kind kind, String id, String owner, String reason) {
        offered(kind, Deed.REASSIGN);
        var because = reason(reason);
        if (!isManager(owner)) {
            throw Refusal.of("owner", "Choose an account manager or director.");
        }
        var head = register.find(id).filter(known -> !known.status().isEnded()).orElseThrow(StuckWork::gone);
        ownerships.stream()
                .filter(flow -> flow.knows(head.process()))
                .findFirst()
                .orElseThrow(StuckWork::gone)
                .giveTo(head, owner, because);
    }

    /** Gives it up, for a reason that others can read later. */
    public void close(Kind kind, String id, String reason) {
        offered(kind, Deed.CLOSE);
        var because = reason(reason);
        switch (kind) {
            case MAIL_SET_ASIDE -> mail.stopReading(id, me(), because);
            case MAIL_UNDELIVERED -> mail.stopSending(id, me(), because);
            default -> {
                var head = asSystem.run(this::casesWithoutStep).stream()
                        .filter(stuck -> stuck.id().equals(id))
                        .findFirst()
                        .orElseThrow(StuckWork::gone);
                var key = Objects.requireNonNull(head.businessKey());
                notes.add(key, me(), "CASE_CLOSED", because);
                register.moveTo(key, Status.WITHDRAWN);
                deadlines.drop(key, "firstResponse", "nextUpdate", "followUp");
                promises.release(key, because);
            }
        }
    }

    private static void offered(Kind kind, Deed deed) {
        if (!kind.deeds.contains(deed)) {
            throw Refusal.notFound("This cannot be done here.");
        }
    }

    private static String reason(String reason) {
        if (reason.isBlank()) {
            throw Refusal.of("reason", "Say why; it stands in the history.");
        }
        return SafeText.line(reason, 1000);
    }

    private String me() {
        return person.id().orElseThrow();
    }

    private static Refusal gone() {
        return Refusal.tooLate("It is not stuck any more; look at the page again.");
    }
}
