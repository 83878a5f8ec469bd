package agency.frontline.flow;

import agency.frontline.client.Clients;
import agency.frontline.client.KnownContact;
import agency.frontline.engine.ClientOfStart;
import agency.frontline.engine.CurrentPerson;
import agency.frontline.engine.FlowContract;
import agency.frontline.text.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Finds out whose case a start opens: its form asks for a person at the client, in the field {@code contact}, and the
 * client follows (processes.md, issueLogged).
 */
@Component
public class ContactOfStart implements ClientOfStart {

    private final List<FlowContract> flows;
    private final Clients clients;
    private final CurrentPerson person;

    ContactOfStart(List<FlowContract> flows, Clients clients, CurrentPerson person) {
        this.flows = flows;
        this.clients = clients;
        this.person = person;
    }

    @Override
    public Optional<String> clientOf(String processDefinitionKey, Map<String, Object> startVariables) {
        if (!asksForContact(processDefinitionKey) || startVariables.get("client") != null) {
            return Optional.empty();
        }
        var contact = startVariables.get("contact");
        return Optional.of(
                find(contact == null ? "" : contact.toString()).client().code());
    }

    private boolean asksForContact(String process) {
        return flows.stream().anyMatch(flow -> flow.startAsksForContact() && process.startsWith(flow.process()));
    }

    /**
     * The one person at a client that is meant, among the clients that whoever is at work may know.
     *
     * @throws Refusal if nobody or several people match; then it names the candidates
     */
    public KnownContact find(String addressOrName) {
        if (addressOrName.isBlank()) {
            throw Refusal.of("contact", "Say who at the client it was, by mail address or name.");
        }
        var matches = clients.contactsMatching(addressOrName).stream()
                .filter(match -> person.mayKnow(match.client().code()))
                .toList();
        if (matches.isEmpty()) {
            throw Refusal.of(
                    "contact",
                    "None of your clients' contacts matches \"" + addressOrName.strip()
                            + "\". Check the spelling, or have the person added to the client first.");
        }
        if (matches.size() > 1) {
            throw Refusal.of("contact", "Several people match; write the address of one: " + candidates(matches) + ".");
        }
        return matches.get(0);
    }

    private static String candidates(List<KnownContact> matches) {
        return matches.stream()
                .limit(5)
                .map(match -> "%s <%s> (%s)"
                        .formatted(
                                match.contact().name(),
                                match.contact().email(),
                                match.client().code()))
                .collect(Collectors.joining(", "));
    }
}
