package agency.frontline.rescue.flow;

import static agency.frontline.rescue.flow.AccountRescueFlow.*;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** The client's own director, a visit soon and a review in two weeks are the usual; each can be changed. */
@Component
class PrepareRescuePlan implements TaskListener {

    private static final int VISIT_DAYS = 2;
    private static final int REVIEW_DAYS = 10;

    private final RescueDesk desk;

    PrepareRescuePlan(RescueDesk desk) {
        this.desk = desk;
    }

    @Override
    public void notify(DelegateTask task) {
        var execution = (DelegateExecution) task.getExecution();
        SPONSOR.set(execution, desk.client(execution).team().director());
        VISIT_ON.set(execution, in(execution, VISIT_DAYS));
        REVIEW_ON.set(execution, in(execution, REVIEW_DAYS));
    }

    private String in(DelegateExecution execution, int businessDays) {
        var calendar = desk.calendar(execution);
        return calendar.localDate(calendar.plusBusinessDays(desk.now(), businessDays))
                .toString();
    }
}
