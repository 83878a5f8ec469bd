package agency.frontline.endcheck.flow;

import static agency.frontline.endcheck.flow.PlanEndCheckFlow.*;

import agency.frontline.notification.Notices;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Whoever asks the client answers first themselves; the manager and the director hear that it is still to do. */
@Component
class TellOfLateAgencyAnswer implements JavaDelegate {

    private final EndCheckDesk desk;
    private final Notices notices;

    TellOfLateAgencyAnswer(EndCheckDesk desk, Notices notices) {
        this.desk = desk;
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        notices.endCheckLate(
                desk.about(execution),
                OWNER.in(execution),
                desk.client(execution).team().director(),
                ANSWER_BY.in(execution));
    }
}
