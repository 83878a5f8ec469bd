package agency.frontline.pulse.flow;

import agency.frontline.notification.Notices;
import agency.frontline.notification.PulseWords;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The client's director hears at once that somebody there is unhappy; the account manager is who acts (F8). */
@Component
class TellOfLowPulse implements JavaDelegate {

    private final PulseDesk desk;
    private final Notices notices;
    private final PulseWords words;

    TellOfLowPulse(PulseDesk desk, Notices notices, PulseWords words) {
        this.desk = desk;
        this.notices = notices;
        this.words = words;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var pulse = desk.pulse(execution);
        notices.pulseLow(
                desk.aboutConcern(execution),
                desk.client(execution).team().director(),
                words.answer(
                        pulse.scores().service(),
                        pulse.scores().work(),
                        pulse.scores().feeling(),
                        pulse.words()));
    }
}
