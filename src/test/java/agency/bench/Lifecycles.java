package agency.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.spring.boot.starter.event.TaskEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Drives whole lifecycles of client issues: a few people and many clients who do at once whatever is theirs to do. Only
 * how a step is done differs between Frontline and the bare engine.
 */
final class Lifecycles {

    /** How a client and our people act on what is measured. */
    interface Actors {

        /** A client's first message arrives. */
        void writes(int number);

        /**
         * Somebody completes the task.
         *
         * @param assignee null: it is offered to a group
         * @param consult whether a specialist is to be asked, on the step that decides it
         */
        void completes(String taskId, String step, @Nullable String assignee, boolean consult);

        /** The client answers what was sent last in this case. */
        void answers(String handle, int number);
    }

    private static final int PEOPLE = 3;

    private final Actors actors;
    private final Meter meter;
    private final int warmUp;
    private final int total;
    private final int inFlight;
    private final ExecutorService people = Executors.newFixedThreadPool(PEOPLE);
    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicInteger diagnosed = new AtomicInteger();
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();
    private final AtomicInteger retried = new AtomicInteger();
    private final AtomicReference<Throwable> trouble = new AtomicReference<>();
    private final AtomicReference<Snapshot> start = new AtomicReference<>();

    Lifecycles(Actors actors, Meter meter, int warmUp, int measured, int inFlight) {
        this.actors = actors;
        this.meter = meter;
        this.warmUp = warmUp;
        this.total = warmUp + measured;
        this.inFlight = inFlight;
    }

    private record Snapshot(long nanos, long cpuNanos, Meter.Count count, Map<String, Long> byText) {}

    private Snapshot snapshot() {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new Snapshot(System.nanoTime(), system.getProcessCpuTime(), meter.count(), meter.byText());
    }

    /** Runs all, and returns the measures of those after the warm-up. */
    ObjectNode run() throws InterruptedException {
        if (warmUp == 0) {
            start.set(snapshot());
        }
        for (int i = 0; i < inFlight; i++) {
            open();
        }
        int seen = -1;
        long seenAt = System.nanoTime();
        while (ended.get() < total && trouble.get() == null) {
            TimeUnit.MILLISECONDS.sleep(20);
            if (ended.get() != seen) {
                seen = ended.get();
                seenAt = System.nanoTime();
            } else if (System.nanoTime() - seenAt > TimeUnit.MINUTES.toNanos(3)) {
                throw new IllegalStateException("Nothing has ended for three minutes, after " + seen + " lifecycles");
            }
        }
        var end = snapshot();
        people.shutdownNow();
        if (trouble.get() != null) {
            throw new IllegalStateException("A step failed", trouble.get());
        }
        double measured = total - warmUp;
        var from = start.get();
        var count = end.count().since(from.count());
        var result = new ObjectMapper().createObjectNode();
        result.put("lifecycles", total - warmUp);
        result.put("perSecond", measured / ((end.nanos() - from.nanos()) / 1e9));
        result.put("cpuMillis", (end.cpuNanos() - from.cpuNanos()) / 1e6 / measured);
        result.put("statements", count.statements() / measured);
        result.put("changedRows", count.changedRows() / measured);
        result.put("commits", count.commits() / measured);
        result.put("writingCommits", count.writingCommits() / measured);
        result.put("retriedSteps", retried.get());
        var byText = result.putObject("byText");
        end.byText()
                .forEach((text, runs) -> byText.put(text, (runs - from.byText().getOrDefault(text, 0L)) / measured));
        return result;
    }

    private void open() {
        int number = opened.incrementAndGet();
        if (number <= total) {
            inTurn(() -> actors.writes(number));
        }
    }

    /** To be called for each event of a task, in its transaction. */
    void taskCreated(TaskEvent task) {
        if (!"create".equals(task.getEventName())) {
            return;
        }
        var step = task.getTaskDefinitionKey();
        var consult = step.equals("diagnoseIssue") && diagnosed.getAndIncrement() % 10 < 3;
        afterCommit(() -> {
            actors.completes(task.getId(), step, task.getAssignee(), consult);
            if (step.equals("captureLesson")) {
                if (ended.incrementAndGet() == warmUp) {
                    start.set(snapshot());
                }
                open();
            }
        });
    }

    /** The client has got our reply. */
    void replied(String handle) {
        afterCommit(() -> actors.answers(handle, answered.incrementAndGet()));
    }

    private void afterCommit(Runnable deed) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                inTurn(deed);
            }
        });
    }

    private void inTurn(Runnable deed) {
        people.execute(() -> {
            for (int attempt = 1; ; attempt++) {
                try {
                    deed.run();
                    return;
                } catch (RuntimeException e) {
                    // A timer or a mail was faster; a person would press the button again.
                    if (attempt == 5) {
                        trouble.compareAndSet(null, e);
                        return;
                    }
                    retried.incrementAndGet();
                }
            }
        });
    }

    /** Monday of next week, 09:30 in London: clients are at work and so are we, whenever this runs. */
    static void moveClockToMonday() {
        var monday = LocalDate.now(ZoneOffset.UTC)
                .with(TemporalAdjusters.next(DayOfWeek.MONDAY))
                .atTime(LocalTime.of(9, 30))
                .toInstant(ZoneOffset.UTC);
        ClockUtil.offset(monday.toEpochMilli() - System.currentTimeMillis());
    }

    /** What the process takes: heap after a collection, and all of it where Linux tells; in MB. */
    static Map<String, Long> memory() {
        System.gc();
        System.gc();
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
        return Map.of("heapMegabytes", heap, "residentMegabytes", resident());
    }

    private static long resident() {
        try {
            return Files.readAllLines(Path.of("/proc/self/status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0L);
        } catch (IOException notLinux) {
            return 0;
        }
    }

    static long millisSinceJvmStart() {
        return System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime();
    }

    /** The one line that the benchmark reads. */
    static void print(ObjectNode result) {
        System.out.println(RESULT + result);
    }

    static final String RESULT = "RESULT ";
}
