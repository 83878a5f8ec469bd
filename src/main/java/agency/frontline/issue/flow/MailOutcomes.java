package agency.frontline.issue.flow;

import static agency.frontline.issue.flow.ClientIssueFlow.*;

import agency.frontline.casefile.CaseRegister;
import agency.frontline.engine.AsSystem;
import agency.frontline.mail.MailAccepted;
import agency.frontline.mail.MailRefused;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What becomes of our mails: an accepted answer ends the first clock, a refused one goes back to a person. */
@Component
class MailOutcomes {

    /** Mails that are a first response; the acknowledgement is none (processes.md, Clocks). */
    private static final Set<String> ANSWERS = Set.of("sendFirstView", "sendReply");

    /** Mails to the client: a person sees to it when one does not arrive. */
    private static final Set<String> TO_CLIENT =
            Set.of("acknowledgeIssue", "sendFirstView", "sendReply", "followUp", "sendUpdate", "ownerChanged");

    private final CaseRegister register;
    private final IssueClocks clocks;
    private final AsSystem asSystem;
    private final RuntimeService runtime;

    MailOutcomes(CaseRegister register, IssueClocks clocks, AsSystem asSystem, @Lazy RuntimeService runtime) {
        this.register = register;
        this.clocks = clocks;
        this.asSystem = asSystem;
        this.runtime = runtime;
    }

    @EventListener
    void on(MailAccepted mail) {
        if (ANSWERS.contains(mail.purpose())) {
            register.find(mail.businessKey())
                    .ifPresent(head -> clocks.respondedFirst(head, mail.at(), mail.messageId()));
        }
    }

    @EventListener
    void on(MailRefused mail) {
        if (!TO_CLIENT.contains(mail.purpose())) {
            return;
        }
        register.find(mail.businessKey())
                .filter(head -> !head.status().isEnded())
                .ifPresent(head -> asSystem.perform(() -> {
                    var noResponse = mail.recipient().equalsIgnoreCase(head.contact())
                            && register.takeBackFirstResponse(head.businessKey(), mail.messageId());
                    runtime.createMessageCorrelation(DELIVERY_FAILED)
                            .processInstanceId(head.processInstanceId())
                            .setVariables(Map.of(
                                    UNREACHED.name(), mail.recipient(),
                                    DELIVERY_PROBLEM.name(), mail.reason(),
                                    RESPONSE_CAME_BACK.name(), Variables.booleanValue(noResponse, true)))
                            .correlate();
                }));
    }
}
