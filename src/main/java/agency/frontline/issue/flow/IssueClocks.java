package agency.frontline.issue.flow;

import static agency.frontline.issue.flow.ClientIssueFlow.*;

import agency.frontline.casefile.CaseHead;
import agency.frontline.casefile.CaseRegister;
import agency.frontline.casefile.Deadlines;
import agency.frontline.casefile.Status;
import agency.frontline.client.Channel;
import agency.frontline.engine.AsSystem;
import agency.frontline.engine.Timers;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
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

    private final IssueDesk desk;
    private final CaseRegister register;
    private final Deadlines deadlines;
    private final AsSystem asSystem;
    private final RuntimeService runtime;

    IssueClocks(
            IssueDesk desk,
            CaseRegister register,
            Deadlines deadlines,
            AsSystem asSystem,
            @Lazy RuntimeService runtime) {
        this.desk = desk;
        this.register = register;
        this.deadlines = deadlines;
        this.asSystem = asSystem;
        this.runtime = runtime;
    }

    /** Sets the promise of a first response, or moves it nearer; never further away, never once it is kept. */
    void promiseFirstResponse(DelegateExecution execution) {
        var calendar = desk.calendar(execution);
        var due = calendar.due(
                CONTACTED_AT.in(execution),
                BigDecimal.valueOf(FIRST_RESPONSE_HOURS.in(execution).longValue()));
        var current = RESPOND_BY.find(execution);
        if (current.isPresent() && !due.at().isBefore(current.get())) {
            return;
        }
        if (desk.theCase(execution).firstResponseAt() != null) {
            return;
        }
        var atRisk = calendar.atFraction(CONTACTED_AT.in(execution), due.at(), 0.75);
        var directorToldAt = calendar.plusHours(due.at(), BigDecimal.valueOf(2));
        RESPOND_BY.set(execution, due.at());
        RESPOND_BY_TEXT.set(
                execution,
                "The client expects an answer by " + desk.inWords(execution, due.at()) + ": " + due.why() + ".");
        FIRST_RESPONSE_AT_RISK_AT.set(execution, atRisk);
        DIRECTOR_TOLD_AT.set(execution, directorToldAt);
        deadlines.set(desk.key(execution), FIRST_RESPONSE, due.at(), due.why());
        if (current.isPresent()) {
            var instance = execution.getProcessInstanceId();
            Timers.move(instance, FIRST_RESPONSE_AT_RISK, atRisk);
            Timers.move(instance, FIRST_RESPONSE_OVERDUE, due.at());
            Timers.move(instance, FIRST_RESPONSE_STILL_OVERDUE, directorToldAt);
        }
    }

    /**
     * A person of ours has answered the client: ends the first clock. Later answers change nothing.
     *
     * @param at when the mail server took the mail, or when we spoke
     */
    void respondedFirst(CaseHead head, Instant at) {
        if (!register.firstResponse(head.businessKey(), at)) {
            return;
        }
        deadlines.met(head.businessKey(), FIRST_RESPONSE, at);
        asSystem.perform(() -> Timers.stop(head.processInstanceId(), FIRST_RESPONSE_TIMERS));
    }

    /** The first promise of an update, before its timer stands. */
    void promiseUpdates(DelegateExecution execution, Instant from) {
        owe(execution, from);
    }

    /** One side has spoken and the ball is ours: the client hears from us again within the agreed time. */
    void ballIsOurs(DelegateExecution execution, Instant from) {
        register.moveTo(desk.key(execution), Status.OPEN);
        Timers.setAnew(execution, UPDATE_DUE, owe(execution, from));
    }

    private Instant owe(DelegateExecution execution, Instant from) {
        var due = desk.calendar(execution)
                .due(from, BigDecimal.valueOf(UPDATE_HOURS.in(execution).longValue()));
        NEXT_UPDATE_BY.set(execution, due.at());
        deadlines.set(desk.key(execution), NEXT_UPDATE, due.at(), due.why());
        return due.at();
    }

    /** The client has heard from us: an open update is no longer needed. */
    void clientHeard(DelegateExecution execution) {
        deadlines.met(desk.key(execution), NEXT_UPDATE, desk.now());
        runtime.createEventSubscriptionQuery()
                .processInstanceId(execution.getProcessInstanceId())
                .eventName(CLIENT_HEARD_FROM_US)
                .unlimitedList()
                .forEach(open -> runtime.messageEventReceived(CLIENT_HEARD_FROM_US, open.getExecutionId()));
    }

    /** The ball is the client's: no update is owed, and the follow-up is due when they stay silent (F5). */
    void ballIsTheirs(DelegateExecution execution) {
        register.moveTo(desk.key(execution), Status.WAITING_FOR_CLIENT);
        NEXT_UPDATE_BY.set(execution, null);
        deadlines.drop(desk.key(execution), NEXT_UPDATE);
        Timers.stop(execution.getProcessInstanceId(), Set.of(UPDATE_DUE));
        var calendar = desk.calendar(execution);
        var dayTheManagerSet = FormAnswers.in(execution).day(FOLLOW_UP_ON.name());
        if (dayTheManagerSet != null && !dayTheManagerSet.isBefore(desk.today(execution))) {
            var day = dayTheManagerSet;
            var opening = calendar.nextOpen(day.atStartOfDay(calendar.zone()).toInstant());
            FOLLOW_UP_BY.set(execution, opening);
            deadlines.set(desk.key(execution), "followUp", opening, "the day the account manager set");
        } else {
            var due = calendar.due(
                    desk.now(), BigDecimal.valueOf(FOLLOW_UP_HOURS.in(execution).longValue()));
            FOLLOW_UP_BY.set(execution, due.at());
            deadlines.set(desk.key(execution), "followUp", due.at(), due.why());
        }
    }

    /** The client spoke while we waited for them. */
    void clientSpoke(DelegateExecution execution) {
        deadlines.drop(desk.key(execution), "followUp");
        SILENCES.set(execution, 0);
        ballIsOurs(execution, desk.now());
    }
}
