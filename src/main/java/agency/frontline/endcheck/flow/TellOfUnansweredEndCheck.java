package agency.frontline.endcheck.flow;

import static agency.frontline.endcheck.flow.PlanEndCheckFlow.*;

import agency.frontline.notification.Notices;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** A client who says nothing at the end of a plan says something: the manager hears of it. */
@Component
class TellOfUnansweredEndCheck implements JavaDelegate {

    private final EndCheckDesk desk;
    private final Notices notices;

    TellOfUnansweredEndCheck(EndCheckDesk desk, Notices notices) {
        this.desk = desk;
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        notices.endCheckUnanswered(desk.about(execution), OWNER.in(execution));
    }
}
