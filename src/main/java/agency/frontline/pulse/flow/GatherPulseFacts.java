package agency.frontline.pulse.flow;

import static agency.frontline.pulse.flow.SatisfactionPulseFlow.*;

import agency.frontline.pulse.Pulses;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Puts before the table of limits what it decides on, as it stands at this moment (F8, C-35). */
@Component
class GatherPulseFacts implements ExecutionListener {

    private final PulseDesk desk;
    private final Pulses pulses;

    GatherPulseFacts(PulseDesk desk, Pulses pulses) {
        this.desk = desk;
        this.pulses = pulses;
    }

    @Override
    public void notify(DelegateExecution execution) {
        var limits = pulses.limits(desk.pulse(execution));
        DAYS_SINCE_LAST_PULSE.set(execution, limits.daysSinceLast());
        OPEN_ISSUE_KINDS.set(execution, limits.openKinds());
    }
}
