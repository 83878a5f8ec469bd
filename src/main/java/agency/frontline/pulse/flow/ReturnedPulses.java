package agency.frontline.pulse.flow;

import static agency.frontline.pulse.flow.SatisfactionPulseFlow.*;

import agency.frontline.casefile.CaseRegister;
import agency.frontline.engine.AsSystem;
import agency.frontline.mail.MailRefused;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A mail of a pulse came back or was refused for good: its case hears of it, unless somebody has answered meanwhile. */
@Component
class ReturnedPulses {

    private static final Set<String> OURS = Set.of(SEND_PULSE, REMIND_OF_PULSE);

    private final CaseRegister register;
    private final AsSystem asSystem;
    private final RuntimeService runtime;

    ReturnedPulses(CaseRegister register, AsSystem asSystem, @Lazy RuntimeService runtime) {
        this.register = register;
        this.asSystem = asSystem;
        this.runtime = runtime;
    }

    @EventListener
    void on(MailRefused mail) {
        if (!OURS.contains(mail.purpose())) {
            return;
        }
        register.find(mail.businessKey())
                .filter(head -> !head.status().isEnded())
                .ifPresent(head -> asSystem.perform(() -> {
                    var waits = runtime.createEventSubscriptionQuery()
                                    .processInstanceId(head.processInstanceId())
                                    .eventName(PULSE_RETURNED)
                                    .count()
                            > 0;
                    if (waits) {
                        runtime.createMessageCorrelation(PULSE_RETURNED)
                                .processInstanceId(head.processInstanceId())
                                .setVariables(Map.of(
                                        UNREACHED.name(), mail.recipient(),
                                        DELIVERY_PROBLEM.name(), mail.reason()))
                                .correlate();
                    }
                }));
    }
}
