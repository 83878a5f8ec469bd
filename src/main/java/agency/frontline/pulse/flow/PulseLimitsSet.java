package agency.frontline.pulse.flow;

import static agency.frontline.pulse.flow.SatisfactionPulseFlow.*;

import agency.frontline.casefile.CaseNotes;
import agency.frontline.pulse.Limits;
import agency.frontline.pulse.Pulses;
import agency.frontline.pulse.Schedule;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/**
 * What the table of limits decided: where it says no, the case keeps the reason; where it says yes, the contact counts as
 * asked from this transaction on, so that nobody else asks them too (F8).
 */
@Component
class PulseLimitsSet implements ExecutionListener {

    private final PulseDesk desk;
    private final Pulses pulses;
    private final CaseNotes notes;

    PulseLimitsSet(PulseDesk desk, Pulses pulses, CaseNotes notes) {
        this.desk = desk;
        this.pulses = pulses;
        this.notes = notes;
    }

    @Override
    public void notify(DelegateExecution execution) {
        var pulse = desk.pulse(execution);
        var verdict = PULSE_VERDICT.in(execution);
        var asked = pulse.sentAt() != null;
        if (verdict.equals(Limits.SEND)) {
            if (!asked) {
                var schedule = Schedule.from(desk.now(), desk.calendar(execution));
                pulses.sent(pulse.businessKey(), schedule);
                PULSE_REMINDS_AT.set(execution, schedule.remindAt());
                PULSE_CLOSES_AT.set(execution, schedule.closesAt());
            }
            return;
        }
        var why = pulses.limits(pulse).why(verdict);
        if (asked) {
            notes.add(pulse.businessKey(), "system", "PULSE_NOT_REPEATED", why);
        } else {
            pulses.notSent(pulse.businessKey(), why);
            notes.add(pulse.businessKey(), "system", "PULSE_NOT_SENT", why);
        }
    }
}
