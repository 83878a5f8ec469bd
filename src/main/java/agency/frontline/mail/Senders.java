package agency.frontline.mail;

import agency.frontline.client.Client;
import agency.frontline.client.Clients;
import agency.frontline.client.KnownContact;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who writes, by their address: somebody we know, somebody of a client we know, or nobody (processes.md, "Messages in"). */
@Component
class Senders {

    private final Clients clients;

    Senders(Clients clients) {
        this.clients = clients;
    }

    /** @param contact null for somebody known only by the client's mail domain */
    record Known(Client client, @Nullable KnownContact contact) {}

    Optional<Known> who(String address) {
        return clients.contactByAddress(address)
                .map(contact -> new Known(contact.client(), contact))
                .or(() -> clients.byMailDomain(OwnMessageId.domain(address)).stream()
                        .findFirst()
                        .map(client -> new Known(client, null)));
    }
}
