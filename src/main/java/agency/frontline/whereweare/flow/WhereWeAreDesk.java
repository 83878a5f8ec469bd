package agency.frontline.whereweare.flow;

import static agency.frontline.whereweare.flow.WhereWeAreFlow.*;

import agency.frontline.casefile.CaseFacts;
import agency.frontline.casefile.CaseRegister;
import agency.frontline.client.Clients;
import agency.frontline.client.Contact;
import agency.frontline.flow.CaseDesk;
import agency.frontline.notification.Colleagues;
import agency.frontline.notification.Letter;
import agency.frontline.whereweare.PlanLetters;
import java.time.Clock;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** What the step of a letter needs to know, and what a reader of its case does. */
@Component
class WhereWeAreDesk extends CaseDesk implements CaseFacts {

    private final PlanLetters letters;

    WhereWeAreDesk(CaseRegister register, Clients clients, Colleagues colleagues, PlanLetters letters, Clock clock) {
        super(register, clients, colleagues, clock);
        this.letters = letters;
    }

    /** Whoever was chosen, as long as they are with the client. */
    List<Contact> readers(DelegateExecution execution) {
        var chosen = READERS.in(execution).elements().stream()
                .map(node -> node.stringValue())
                .toList();
        return client(execution).contacts().stream()
                .filter(contact -> chosen.stream().anyMatch(contact.email()::equalsIgnoreCase))
                .toList();
    }

    Letter letter(DelegateExecution execution, Contact reader) {
        return new Letter(
                passage(execution) + ":" + reader.email(),
                theCase(execution),
                client(execution),
                reader,
                person(OWNER.in(execution)));
    }

    @Override
    public List<Fact> of(String businessKey) {
        return letters.find(businessKey)
                .map(sent -> List.of(
                        new Fact("Version of the plan", String.valueOf(sent.version())),
                        new Fact("Sent by", person(sent.by()).name())))
                .orElse(List.of());
    }
}
