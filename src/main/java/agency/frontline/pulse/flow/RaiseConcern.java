package agency.frontline.pulse.flow;

import static agency.frontline.pulse.flow.SatisfactionPulseFlow.*;

import agency.frontline.client.Channel;
import agency.frontline.client.Clients;
import agency.frontline.client.Contact;
import agency.frontline.mail.ClientMessage;
import agency.frontline.mail.Correspondence;
import agency.frontline.notification.PulseWords;
import agency.frontline.pulse.Pulse;
import agency.frontline.text.Mailbox;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * A 6 or less is a client who worries: it becomes an issue of their account manager's, with the scores and their words as
 * what the client said, or joins the one they have open (F8).
 */
@Component
class RaiseConcern implements JavaDelegate {

    private final PulseDesk desk;
    private final Correspondence correspondence;
    private final Clients clients;
    private final PulseWords words;

    RaiseConcern(PulseDesk desk, Correspondence correspondence, Clients clients, PulseWords words) {
        this.desk = desk;
        this.correspondence = correspondence;
        this.clients = clients;
        this.words = words;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var pulse = desk.pulse(execution);
        CONCERN_CASE.set(execution, correspondence.worried(message(pulse, desk.contact(execution))));
    }

    private ClientMessage message(Pulse pulse, Contact contact) {
        return new ClientMessage(
                new Mailbox(contact.email(), contact.name()),
                clients.contactByAddress(contact.email())
                        .filter(known -> known.client().code().equals(pulse.client()))
                        .orElse(null),
                pulse.client(),
                Channel.WEB,
                words.concern(),
                words.answer(
                        pulse.scores().service(),
                        pulse.scores().work(),
                        pulse.scores().feeling(),
                        pulse.words()),
                null,
                null,
                pulse.answeredAt(),
                false,
                true,
                List.of(),
                List.of());
    }
}
