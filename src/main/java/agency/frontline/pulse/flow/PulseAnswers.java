package agency.frontline.pulse.flow;

import static agency.frontline.pulse.flow.SatisfactionPulseFlow.*;

import agency.frontline.casefile.CaseRegister;
import agency.frontline.casefile.Conversation;
import agency.frontline.casefile.Direction;
import agency.frontline.casefile.Message;
import agency.frontline.client.Channel;
import agency.frontline.engine.AsSystem;
import agency.frontline.notification.PulseWords;
import agency.frontline.pulse.Pulse;
import agency.frontline.pulse.Pulses;
import agency.frontline.pulse.Scores;
import java.time.Clock;
import java.util.HashMap;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes a contact's answer from the page into the case, in one transaction: kept and heard, or neither. */
@Component
class PulseAnswers {

    private final Pulses pulses;
    private final CaseRegister register;
    private final Conversation conversation;
    private final PulseWords phrases;
    private final AsSystem asSystem;
    private final RuntimeService runtime;
    private final Clock clock;

    PulseAnswers(
            Pulses pulses,
            CaseRegister register,
            Conversation conversation,
            PulseWords phrases,
            AsSystem asSystem,
            @Lazy RuntimeService runtime,
            Clock clock) {
        this.pulses = pulses;
        this.register = register;
        this.conversation = conversation;
        this.phrases = phrases;
        this.asSystem = asSystem;
        this.runtime = runtime;
        this.clock = clock;
    }

    /**
     * Whoever comes second, or late, changes nothing (S13).
     *
     * @param words the contact's own; blank for none
     */
    @Transactional
    void take(Pulse pulse, Scores scores, String words) {
        if (!pulses.answer(pulse.businessKey(), scores, words)) {
            return;
        }
        var head = register.get(pulse.businessKey());
        conversation.record(new Message(
                head.businessKey(),
                clock.instant(),
                Direction.IN,
                Channel.WEB,
                pulse.contact(),
                "Frontline",
                head.subject(),
                phrases.answer(scores.service(), scores.work(), scores.feeling(), words),
                null));
        var variables = new HashMap<String, Object>();
        variables.put(SERVICE_SCORE.name(), scores.service());
        variables.put(WORK_SCORE.name(), scores.work());
        variables.put(FEELING_SCORE.name(), scores.feeling());
        variables.put(LOWEST_SCORE.name(), scores.lowest());
        variables.put(PULSE_WORDS.name(), words);
        asSystem.perform(() -> runtime.createMessageCorrelation(PULSE_ANSWERED)
                .processInstanceId(head.processInstanceId())
                .setVariables(variables)
                .correlate());
    }
}
