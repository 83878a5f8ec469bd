package agency.frontline.rescue.flow;

import static agency.frontline.rescue.flow.AccountRescueFlow.*;

import agency.frontline.notification.Notices;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Nobody went there still; the director who stands for the account hears it. */
@Component
class TellDirectorOfLateVisit implements JavaDelegate {

    private final RescueDesk desk;
    private final Notices notices;

    TellDirectorOfLateVisit(RescueDesk desk, Notices notices) {
        this.desk = desk;
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        notices.rescueVisitOverdue(desk.about(execution), SPONSOR.in(execution), VISIT_BY.in(execution));
    }
}
