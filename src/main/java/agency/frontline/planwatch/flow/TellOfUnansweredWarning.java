package agency.frontline.planwatch.flow;

import static agency.frontline.planwatch.flow.PlanWatchFlow.*;

import agency.frontline.notification.Notices;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** A surprise is near: the manager and the director hear of it. */
@Component
class TellOfUnansweredWarning implements JavaDelegate {

    private final PlanWatchDesk desk;
    private final Notices notices;

    TellOfUnansweredWarning(PlanWatchDesk desk, Notices notices) {
        this.desk = desk;
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        notices.planWarningUnanswered(
                desk.about(execution),
                OWNER.in(execution),
                desk.client(execution).team().director(),
                WARNING_TEXT.in(execution),
                ANSWER_BY.in(execution));
    }
}
