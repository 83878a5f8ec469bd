package agency.frontline.pulse.flow;

import static agency.frontline.pulse.flow.SatisfactionPulseFlow.*;

import agency.frontline.casefile.CaseRegister;
import agency.frontline.client.Clients;
import agency.frontline.flow.CaseDesk;
import agency.frontline.notification.Colleagues;
import agency.frontline.notification.Letter;
import agency.frontline.notification.Notices.About;
import agency.frontline.pulse.Pulse;
import agency.frontline.pulse.Pulses;
import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** What the steps of a pulse need to know: whom we ask, what they answered. */
@Component
class PulseDesk extends CaseDesk {

    private final CaseRegister register;
    private final Pulses pulses;

    PulseDesk(CaseRegister register, Clients clients, Colleagues colleagues, Pulses pulses, Clock clock) {
        super(register, clients, colleagues, clock);
        this.register = register;
        this.pulses = pulses;
    }

    Pulse pulse(DelegateExecution execution) {
        return pulses.find(key(execution)).orElseThrow();
    }

    Letter letter(DelegateExecution execution) {
        return new Letter(
                passage(execution),
                theCase(execution),
                client(execution),
                contact(execution),
                person(OWNER.in(execution)));
    }

    /** A notice about the issue that a low answer opened or joined; that is where the reader has to act. */
    About aboutConcern(DelegateExecution execution) {
        return new About(passage(execution) + ":concern", register.get(CONCERN_CASE.in(execution)), client(execution));
    }
}
