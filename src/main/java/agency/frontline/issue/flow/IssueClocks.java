package agency.frontline.issue.flow;

import static agency.frontline.issue.flow.ClientIssueFlow.*;

import agency.frontline.calendar.Due;
import agency.frontline.casefile.CaseHead;
import agency.frontline.casefile.CaseRegister;
import agency.frontline.casefile.Deadlines;
import agency.frontline.casefile.Status;
import agency.frontline.client.Channel;
import agency.frontline.engine.AsSystem;
import agency.frontline.engine.FormAnswers;
import agency.frontline.engine.Timers;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * The clocks of an issue (processes.md, Clocks): the first response ends the first one; the next update is owed only
 * while the ball is ours, and anew from each word of the client's and each of ours (F2, F4).
 */
@Component
class IssueClocks {

    /** Channels on which people hear each other at once. */
    static final Set<Channel> LIVE = EnumSet.of(Channel.PHONE, Channel.VIDEO, Channel.VISIT);

    private static final String FIRST_RESPONSE = "firstResponse";
    private static final String NEXT_UPDATE = "nextUpdate";
    private static final String FOLLOW_UP = "followUp";

    private final IssueDesk desk;
    private final CaseRegister register;
    private final Deadlines deadlines;
    private final AsSystem asSystem;
    private final RuntimeService runtime;
    private final TaskService tasks;

    IssueClocks(
            IssueDesk desk,
            CaseRegister register,
            Deadlines deadlines,
            AsSystem asSystem,
            @Lazy RuntimeService runtime,
            @Lazy TaskService tasks) {
        this.desk = desk;
        this.register = register;
        this.deadlines = deadlines;
        this.asSystem = asSystem;
        this.runtime = runtime;
        this.tasks = tasks;
    }

    /**
     * Sets the promise of a first response, or moves it nearer; never further away, never once it is kept.
     *
     * @param pledge which pledge the hours come from; null where the table decided
     */
    void promiseFirstResponse(DelegateExecution execution, @Nullable String pledge) {
        var due = desk.calendar(execution)
                .due(
                        CONTACTED_AT.in(execution),
                        BigDecimal.valueOf(FIRST_RESPONSE_HOURS.in(execution).longValue()));
        var current = RESPOND_BY.find(execution);
        if (current.isPresent() && !due.at().isBefore(current.get())) {
            return;
        }
        if (desk.theCase(execution).firstResponseAt() != null) {
            return;
        }
        promise(
                execution,
                CONTACTED_AT.in(execution),
                due.at(),
                pledge == null ? due.why() : due.why() + "; as in " + pledge);
    }

    private void promise(DelegateExecution execution, Instant from, Instant due, String why) {
        var calendar = desk.calendar(execution);
        var running = RESPOND_BY.find(execution).isPresent();
        var atRisk = calendar.atFraction(from, due, 0.75);
        var directorToldAt = calendar.plusHours(due, BigDecimal.valueOf(2));
        RESPOND_BY.set(execution, due);
        FIRST_RESPONSE_AT_RISK_AT.set(execution, atRisk);
        DIRECTOR_TOLD_AT.set(execution, directorToldAt);
        deadlines.set(desk.key(execution), FIRST_RESPONSE, due, why);
        if (running) {
            var instance = execution.getProcessInstanceId();
            Timers.move(instance, FIRST_RESPONSE_AT_RISK, atRisk);
            Timers.move(instance, FIRST_RESPONSE_OVERDUE, due);
            Timers.move(instance, FIRST_RESPONSE_STILL_OVERDUE, directorToldAt);
        }
    }

    /** Where a case that ended in this one was owed its first response earlier, that date counts here (F19). */
    void takeOverFirstResponse(DelegateExecution execution, CaseHead merged) {
        if (merged.firstResponseAt() != null || desk.theCase(execution).firstResponseAt() != null) {
            return;
        }
        deadlines
                .find(merged.businessKey(), FIRST_RESPONSE)
                .filter(promised -> promised.due().isBefore(RESPOND_BY.in(execution)))
                .ifPresent(promised -> {
                    promise(
                            execution,
                            merged.startedAt(),
                            promised.due(),
                            promised.why() + " (promised in " + merged.businessKey() + ")");
                    moveOpenTasks(execution);
                });
    }

    /**
     * A person of ours has answered the client: ends the first clock. Later answers change nothing.
     *
     * @param at when we spoke
     */
    void respondedFirst(CaseHead head, Instant at) {
        respondedFirst(head, at, null);
    }

    /**
     * The same by mail.
     *
     * @param at when the mail server took it
     */
    void respondedFirst(CaseHead head, Instant at, @Nullable String mail) {
        if (!register.firstResponse(head.businessKey(), at, mail)) {
            return;
        }
        deadlines.met(head.businessKey(), FIRST_RESPONSE, at);
        asSystem.perform(() -> Timers.stop(head.processInstanceId(), FIRST_RESPONSE_TIMERS));
    }

    /** The answer came back: the first clock runs again, and rings at once where its time is over. */
    void responseCameBack(DelegateExecution execution) {
        deadlines.reopen(desk.key(execution), FIRST_RESPONSE);
        var atRisk = FIRST_RESPONSE_AT_RISK_AT.in(execution);
        if (atRisk.isAfter(desk.now())) {
            Timers.setAnew(execution, FIRST_RESPONSE_AT_RISK, atRisk);
        }
        Timers.setAnew(execution, FIRST_RESPONSE_OVERDUE, RESPOND_BY.in(execution));
        Timers.setAnew(execution, FIRST_RESPONSE_STILL_OVERDUE, DIRECTOR_TOLD_AT.in(execution));
    }

    /** By when a step of the owner's is due: the first response, or from then on the next update. */
    @Nullable Date answerBy(DelegateExecution execution) {
        var due = desk.theCase(execution).firstResponseAt() == null ? RESPOND_BY : NEXT_UPDATE_BY;
        return due.find(execution).map(Date::from).orElse(null);
    }

    /**
     * In an emergency the diagnosis may wait until the client hears from us next (C-07).
     *
     * @return by when it is due
     */
    Date diagnoseLater(DelegateExecution execution) {
        var due = updateBy(execution, desk.now()).at();
        DIAGNOSIS_BY.set(execution, due);
        return Date.from(due);
    }

    /** The same as the form of such a step says it; null when the client waits for nothing. */
    @Nullable String expectedInWords(DelegateExecution execution) {
        if (desk.theCase(execution).firstResponseAt() == null) {
            return deadlines
                    .find(desk.key(execution), FIRST_RESPONSE)
                    .map(promised -> "The client expects an answer by " + desk.inWords(execution, promised.due()) + ": "
                            + promised.why() + ".")
                    .orElse(null);
        }
        return NEXT_UPDATE_BY
                .find(execution)
                .map(due -> "The client expects our next word by " + desk.inWords(execution, due) + ".")
                .orElse(null);
    }

    /** The first promise of an update, before its timer stands. */
    void promiseUpdates(DelegateExecution execution, Instant from) {
        owe(execution, updateBy(execution, from));
    }

    /** The kind is known now: the next update may be due earlier, never later. */
    void reviewUpdates(DelegateExecution execution) {
        var due = updateBy(execution, desk.now());
        var current = NEXT_UPDATE_BY.find(execution);
        if (current.isPresent() && due.at().isBefore(current.get())) {
            owe(execution, due);
            Timers.move(execution.getProcessInstanceId(), UPDATE_DUE, due.at());
        }
    }

    /** One side has spoken and the ball is ours: the client hears from us again within the agreed time. */
    void ballIsOurs(DelegateExecution execution, Instant from) {
        register.moveTo(desk.key(execution), Status.OPEN);
        var due = updateBy(execution, from);
        owe(execution, due);
        if (!Timers.setAnew(execution, UPDATE_DUE, due.at())) {
            settled(execution);
        }
    }

    /** The client has confirmed, or nobody waits for us any more: no update is owed. */
    void settled(DelegateExecution execution) {
        NEXT_UPDATE_BY.clear(execution);
        deadlines.drop(desk.key(execution), NEXT_UPDATE);
    }

    /** The client added something while the ball was ours. An update that is asked for already stays asked for. */
    void clientAdded(DelegateExecution execution) {
        CLIENT_SPOKE.set(execution, true);
        if (updatesAskedFor(execution).isEmpty()) {
            ballIsOurs(execution, desk.now());
            moveOpenTasks(execution);
        }
    }

    /** We spoke with the client outside the flow; an old contact that is logged late spares no update. */
    void weSpoke(DelegateExecution execution, Instant at) {
        if (NEXT_UPDATE_BY.find(execution).isEmpty()
                || !updateBy(execution, at).at().isAfter(desk.now())) {
            return;
        }
        clientHeard(execution);
        ballIsOurs(execution, at);
        moveOpenTasks(execution);
    }

    private void moveOpenTasks(DelegateExecution execution) {
        var due = answerBy(execution);
        tasks.createTaskQuery()
                .processInstanceId(execution.getProcessInstanceId())
                .taskDefinitionKeyIn(DIAGNOSE_ISSUE, REPLY_TO_CLIENT, CONFIRM_RESOLUTION)
                .unlimitedList()
                .forEach(task -> {
                    task.setDueDate(due);
                    tasks.saveTask(task);
                });
    }

    private Due updateBy(DelegateExecution execution, Instant from) {
        return desk.calendar(execution)
                .due(from, BigDecimal.valueOf(UPDATE_HOURS.in(execution).longValue()));
    }

    private void owe(DelegateExecution execution, Due due) {
        NEXT_UPDATE_BY.set(execution, due.at());
        deadlines.set(desk.key(execution), NEXT_UPDATE, due.at(), due.why());
    }

    /** The client has heard from us: an open update is no longer needed. */
    void clientHeard(DelegateExecution execution) {
        deadlines.met(desk.key(execution), NEXT_UPDATE, desk.now());
        updatesAskedFor(execution)
                .forEach(open -> runtime.messageEventReceived(CLIENT_HEARD_FROM_US, open.getExecutionId()));
    }

    private List<EventSubscription> updatesAskedFor(DelegateExecution execution) {
        return runtime.createEventSubscriptionQuery()
                .processInstanceId(execution.getProcessInstanceId())
                .eventName(CLIENT_HEARD_FROM_US)
                .unlimitedList();
    }

    /** The ball is the client's: no update is owed, and the follow-up is due when they stay silent (F5). */
    void ballIsTheirs(DelegateExecution execution) {
        register.moveTo(desk.key(execution), Status.WAITING_FOR_CLIENT);
        settled(execution);
        Timers.stop(execution.getProcessInstanceId(), Set.of(UPDATE_DUE));
        var calendar = desk.calendar(execution);
        var dayTheManagerSet = FormAnswers.in(execution).day(FOLLOW_UP_ON.name());
        if (dayTheManagerSet != null && !dayTheManagerSet.isBefore(desk.today(execution))) {
            var day = dayTheManagerSet;
            var opening = calendar.nextOpen(day.atStartOfDay(calendar.zone()).toInstant());
            FOLLOW_UP_BY.set(execution, opening);
            deadlines.set(desk.key(execution), FOLLOW_UP, opening, "the day the account manager set");
        } else {
            var due = calendar.due(
                    desk.now(), BigDecimal.valueOf(FOLLOW_UP_HOURS.in(execution).longValue()));
            FOLLOW_UP_BY.set(execution, due.at());
            deadlines.set(desk.key(execution), FOLLOW_UP, due.at(), due.why());
        }
    }

    /** The client spoke while we waited for them. */
    void clientSpoke(DelegateExecution execution) {
        if (FOLLOW_UP_ON.find(execution).isEmpty()) {
            deadlines.drop(desk.key(execution), FOLLOW_UP);
        }
        CLIENT_SPOKE.set(execution, true);
        SILENCES.set(execution, 0);
        ballIsOurs(execution, desk.now());
    }
}
