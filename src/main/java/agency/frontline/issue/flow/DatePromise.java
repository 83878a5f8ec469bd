package agency.frontline.issue.flow;

import static agency.frontline.issue.flow.ClientIssueFlow.*;

import agency.frontline.casefile.Promises;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Gives a promise its moment: the end of that business day at the client's, with a reminder before (C-21). */
@Component
class DatePromise implements ExecutionListener {

    private final IssueDesk desk;
    private final Promises promises;

    DatePromise(IssueDesk desk, Promises promises) {
        this.desk = desk;
        this.promises = promises;
    }

    @Override
    public void notify(DelegateExecution execution) {
        var calendar = desk.calendar(execution);
        var due = calendar.endOfBusinessDay(
                LocalDate.parse(PROMISED_DAY.in(execution).substring(0, 10)));
        PROMISE_DUE.setLocal(execution, due);
        PROMISE_REMIND_AT.setLocal(execution, calendar.atFraction(desk.now(), due, 0.75));
        var promise = PROMISE.in(execution);
        PROMISE_ID.setLocal(
                execution,
                // One that comes from a merged case was made before.
                promise.hasProp("id")
                        ? promise.prop("id").stringValue()
                        : promises.make(
                                desk.key(execution),
                                CLIENT.in(execution),
                                PROMISED_WHAT.in(execution),
                                PROMISE_OWNER.in(execution),
                                due));
    }
}
