package agency.frontline.demo;

import agency.frontline.client.Clients;
import agency.frontline.engine.AsSystem;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Gives every contact and every user of the demo a mailbox before the first mail comes. */
@Component
@WithEmbeddedMail
@Order(30) // behind the demo's people and clients
class DemoMailboxes implements ApplicationRunner {

    private final DemoMailServer server;
    private final Clients clients;
    private final IdentityService identity;
    private final AsSystem asSystem;

    DemoMailboxes(DemoMailServer server, Clients clients, @Lazy IdentityService identity, AsSystem asSystem) {
        this.server = server;
        this.clients = clients;
        this.identity = identity;
        this.asSystem = asSystem;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        clients.all().forEach(client -> client.contacts().forEach(contact -> server.mailbox(contact.email())));
        asSystem.run(() -> identity.createUserQuery().unlimitedList()).stream()
                .map(User::getEmail)
                .filter(address -> address != null && !address.isBlank())
                .forEach(server::mailbox);
    }
}
