package agency.frontline.rescue.flow;

import static agency.frontline.rescue.flow.AccountRescueFlow.*;

import agency.frontline.notification.Notices;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The day of the visit has passed; the owner hears it first. */
@Component
class TellOwnerOfLateVisit implements JavaDelegate {

    private final RescueDesk desk;
    private final Notices notices;

    TellOwnerOfLateVisit(RescueDesk desk, Notices notices) {
        this.desk = desk;
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        notices.rescueVisitOverdue(desk.about(execution), OWNER.in(execution), VISIT_BY.in(execution));
    }
}
