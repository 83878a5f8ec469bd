package agency.frontline.pulse.flow;

import static agency.frontline.pulse.flow.SatisfactionPulseFlow.*;

import agency.frontline.notification.Notices;
import agency.frontline.pulse.Pulses;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The mail never arrived: nobody was asked, and the account manager mends the address before it matters. */
@Component
class TellOfReturnedPulse implements JavaDelegate {

    private final PulseDesk desk;
    private final Pulses pulses;
    private final Notices notices;

    TellOfReturnedPulse(PulseDesk desk, Pulses pulses, Notices notices) {
        this.desk = desk;
        this.pulses = pulses;
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        pulses.returned(desk.key(execution));
        notices.pulseReturned(
                desk.about(execution), OWNER.in(execution), UNREACHED.in(execution), DELIVERY_PROBLEM.in(execution));
    }
}
