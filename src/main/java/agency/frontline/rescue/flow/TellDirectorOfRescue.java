package agency.frontline.rescue.flow;

import static agency.frontline.rescue.flow.AccountRescueFlow.*;

import agency.frontline.notification.Notices;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The director hears at once that an account may be lost (C-35). */
@Component
class TellDirectorOfRescue implements JavaDelegate {

    private final RescueDesk desk;
    private final Notices notices;

    TellDirectorOfRescue(RescueDesk desk, Notices notices) {
        this.desk = desk;
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        notices.rescueNeeded(
                desk.about(execution),
                desk.client(execution).team().director(),
                WHAT_HAPPENED.find(execution).orElse(null));
    }
}
