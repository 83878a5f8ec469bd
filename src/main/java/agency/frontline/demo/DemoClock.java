package agency.frontline.demo;

import agency.frontline.mail.MailWorkers;
import agency.frontline.text.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Lets days pass in a minute: moves the clock of engine and domain and does what is due on the way, each at its own
 * time, so that dates, notices and history are those of real days. The clock goes on running from there, also after a
 * restart; it never goes back, for what has happened has happened.
 */
@Component
@Profile("demo")
class DemoClock extends AbstractProcessEnginePlugin {

    private static final Logger LOG = LoggerFactory.getLogger(DemoClock.class);

    /** How far ahead of the machine, in milliseconds; kept in the engine's own database, whose dates it explains. */
    private static final String OFFSET = "frontline.demo.clock.offset";

    private static final int JOBS_AT_ONCE = 500;
    private static final Duration GLANCE = Duration.ofMillis(50);
    private static final int MOST_GLANCES = 600;

    private final Clock clock;
    private final ObjectProvider<ManagementService> management;
    private final ObjectProvider<ProcessEngine> engine;
    private final MailWorkers mail;
    private final ReentrantLock moving = new ReentrantLock();

    DemoClock(
            Clock clock,
            ObjectProvider<ManagementService> management,
            ObjectProvider<ProcessEngine> engine,
            @Lazy MailWorkers mail) {
        this.clock = clock;
        this.management = management;
        this.engine = engine;
        this.mail = mail;
    }

    /** Goes on where the last run stopped, before anything in this one asks for the time. */
    @Override
    public void postProcessEngineBuild(ProcessEngine built) {
        var offset = built.getManagementService().getProperties().get(OFFSET);
        if (offset != null) {
            ClockUtil.offset(Long.valueOf(offset));
            LOG.info("The demo clock shows {}", clock.instant());
        }
    }

    Instant now() {
        return clock.instant();
    }

    /**
     * Moves the clock and returns when all that was due by then is done.
     *
     * @throws Refusal if somebody else is moving it
     */
    Instant advance(Duration by) {
        if (!moving.tryLock()) {
            throw Refusal.tooLate("Somebody else is moving the demo clock. Try again in a moment.");
        }
        try {
            return withoutExecutor(() -> asNobody(() -> pass(by)));
        } finally {
            moving.unlock();
        }
    }

    private Instant pass(Duration by) {
        var began = clock.instant();
        var target = began.plus(by);
        doWhatIsDue();
        for (var next = nextDue(target); next.isPresent(); next = nextDue(target)) {
            moveTo(next.get());
            doWhatIsDue();
        }
        moveTo(target);
        doWhatIsDue();
        remember();
        return clock.instant();
    }

    /** The executor would take jobs out of their order; it goes on afterwards. */
    private Instant withoutExecutor(Supplier<Instant> deed) {
        var configuration = (ProcessEngineConfigurationImpl) engine.getObject().getProcessEngineConfiguration();
        var executor = configuration.getJobExecutor();
        var wasActive = executor != null && executor.isActive();
        if (wasActive) {
            executor.shutdown();
        }
        try {
            return deed.get();
        } finally {
            if (wasActive) {
                executor.start();
            }
        }
    }

    /** Jobs are done as by the executor: by nobody, and each in a transaction of its own. */
    private Instant asNobody(Supplier<Instant> deed) {
        var identity = engine.getObject().getIdentityService();
        var person = identity.getCurrentAuthentication();
        identity.clearAuthentication();
        try {
            return deed.get();
        } finally {
            identity.setAuthentication(person);
        }
    }

    /** The next moment up to the limit at which a job or a mail is due. */
    private Optional<Instant> nextDue(Instant limit) {
        var now = clock.instant();
        var job = jobs()
                .active()
                .withRetriesLeft()
                .duedateHigherThan(Date.from(now))
                .orderByJobDuedate()
                .asc()
                .listPage(0, 1)
                .stream()
                .map(found -> found.getDuedate().toInstant())
                .findFirst();
        return Stream.concat(job.stream(), mail.nextDue(now).stream())
                .min(Comparator.naturalOrder())
                .filter(due -> !due.isAfter(limit));
    }

    private void moveTo(Instant instant) {
        var ahead = Duration.between(clock.instant(), instant);
        if (!ahead.isNegative()) {
            // One more, for the fraction of a millisecond that would be missing.
            ClockUtil.offset(offset() + ahead.toMillis() + 1);
        }
    }

    private long offset() {
        return clock.millis() - System.currentTimeMillis();
    }

    private void remember() {
        management.getObject().setProperty(OFFSET, String.valueOf(offset()));
    }

    /** Jobs one by one in due order, then the mails they wrote, until nothing of either is left. */
    private void doWhatIsDue() {
        var failed = new HashSet<String>();
        do {
            for (var due = dueJobs(failed); !due.isEmpty(); due = dueJobs(failed)) {
                execute(due.get(0), failed);
            }
            mail.runOnce();
        } while (!dueJobs(failed).isEmpty());
    }

    private List<Job> dueJobs(Set<String> failed) {
        return jobs().executable().active().listPage(0, JOBS_AT_ONCE).stream()
                .filter(job -> !failed.contains(job.getId()))
                .sorted(Comparator.comparing(DemoClock::dueOrReady).thenComparing(Job::getId))
                .toList();
    }

    /** A job without a due date waits for nothing, since it was made. */
    private static Date dueOrReady(Job job) {
        return job.getDuedate() != null ? job.getDuedate() : job.getCreateTime();
    }

    private void execute(Job job, Set<String> failed) {
        letFinish(job);
        if (jobs().jobId(job.getId()).count() == 0) {
            return;
        }
        try {
            management.getObject().executeJob(job.getId());
        } catch (OptimisticLockingException raced) {
            LOG.debug("Somebody else was at job {}", job.getId());
        } catch (RuntimeException e) {
            failed.add(job.getId());
            LOG.warn("Job {} failed and waits for its next try", job.getId(), e);
        }
    }

    /** What the executor had begun before it was stopped is left to it. */
    private void letFinish(Job job) {
        for (int glance = 0; glance < MOST_GLANCES && isBeingDone(job.getId()); glance++) {
            LockSupport.parkNanos(GLANCE.toNanos());
        }
    }

    private JobQuery jobs() {
        return management.getObject().createJobQuery();
    }

    private boolean isBeingDone(String jobId) {
        var job = jobs().jobId(jobId).singleResult();
        return job instanceof JobEntity entity
                && entity.getLockOwner() != null
                && entity.getLockExpirationTime() != null
                && entity.getLockExpirationTime().toInstant().isAfter(clock.instant());
    }
}
