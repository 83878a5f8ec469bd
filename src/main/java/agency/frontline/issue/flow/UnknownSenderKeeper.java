package agency.frontline.issue.flow;

import static agency.frontline.issue.flow.ClientIssueFlow.SUBJECT;
import static agency.frontline.issue.flow.UnknownSenderFlow.*;

import agency.frontline.casefile.CaseHead;
import agency.frontline.casefile.CaseRegister;
import agency.frontline.casefile.Status;
import agency.frontline.client.Clients;
import agency.frontline.engine.CaseKeeper;
import agency.frontline.text.Refusal;
import agency.frontline.text.SafeText;
import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.spin.Spin;
import org.springframework.stereotype.Component;

/** Opens a file for every message of a stranger, so that it is never lost, and closes it once somebody has looked. */
@Component
class UnknownSenderKeeper implements CaseKeeper {

    private final CaseRegister register;
    private final Clients clients;
    private final Clock clock;

    UnknownSenderKeeper(CaseRegister register, Clients clients, Clock clock) {
        this.register = register;
        this.clients = clients;
        this.clock = clock;
    }

    @Override
    public boolean keeps(String processKey) {
        return processKey.startsWith(KEY);
    }

    @Override
    public void opened(DelegateExecution instance) {
        if (SENDER_ADDRESS.find(instance).isEmpty()) {
            throw Refusal.notAllowed(
                    "Only a message of a stranger starts this. Log what a client said with \"Log issue\".");
        }
        var key = register.draw("UNK");
        instance.setProcessBusinessKey(key);
        var options = Spin.JSON("[]");
        clients.all()
                .forEach(client -> options.append(Spin.JSON("{}")
                        .prop("label", client.code() + ", " + client.name())
                        .prop("value", client.code())));
        CLIENTS.set(instance, options);
        var name = SENDER_NAME.find(instance).orElse("");
        register.open(new CaseHead(
                key,
                KEY,
                instance.getProcessInstanceId(),
                null,
                SENDER_ADDRESS.in(instance),
                name.isBlank() ? null : SafeText.line(name, 200),
                null,
                SafeText.line(SUBJECT.in(instance), 200),
                Status.OPEN,
                clock.instant(),
                null,
                null,
                null));
    }

    @Override
    public void reached(DelegateExecution instance, String endEvent) {
        OUTCOME.set(instance, endEvent);
    }

    @Override
    public void ended(DelegateExecution instance) {
        register.moveTo(instance.getProcessBusinessKey(), Status.RESOLVED);
    }
}
