package agency.frontline.pulse.flow;

import agency.frontline.casefile.CaseRegister;
import agency.frontline.casefile.Status;
import agency.frontline.notification.Letters;
import agency.frontline.pulse.Pulses;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Asks the contact, by a mail with a link of their own (F8, S13). */
@Component
class SendPulse implements JavaDelegate {

    private final PulseDesk desk;
    private final Pulses pulses;
    private final Letters letters;
    private final CaseRegister register;

    SendPulse(PulseDesk desk, Pulses pulses, Letters letters, CaseRegister register) {
        this.desk = desk;
        this.pulses = pulses;
        this.letters = letters;
        this.register = register;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var pulse = desk.pulse(execution);
        letters.pulse(desk.letter(execution), pulses.drawToken(pulse.businessKey()), pulse.closesAt());
        register.moveTo(pulse.businessKey(), Status.WAITING_FOR_CLIENT);
    }
}
