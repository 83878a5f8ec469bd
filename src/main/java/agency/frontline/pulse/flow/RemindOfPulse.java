package agency.frontline.pulse.flow;

import agency.frontline.notification.Letters;
import agency.frontline.pulse.Pulses;
import agency.frontline.pulse.Schedule;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The question once more, and never again (F8); nobody hears of one that closes before they can answer. */
@Component
class RemindOfPulse implements JavaDelegate {

    private final PulseDesk desk;
    private final Pulses pulses;
    private final Letters letters;

    RemindOfPulse(PulseDesk desk, Pulses pulses, Letters letters) {
        this.desk = desk;
        this.pulses = pulses;
        this.letters = letters;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var pulse = desk.pulse(execution);
        var readAt = desk.calendar(execution).nextOpen(desk.now());
        if (Schedule.isWorthReminding(readAt, pulse.closesAt())) {
            // Only the hash of the first token is known; the reminder has one of its own.
            letters.pulseReminder(desk.letter(execution), pulses.drawToken(pulse.businessKey()), pulse.closesAt());
        }
    }
}
