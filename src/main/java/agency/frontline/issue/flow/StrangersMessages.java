package agency.frontline.issue.flow;

import agency.frontline.casefile.Conversation;
import agency.frontline.client.Channel;
import agency.frontline.client.Client;
import agency.frontline.client.Clients;
import agency.frontline.client.Contact;
import agency.frontline.client.KnownContact;
import agency.frontline.mail.ClientMessage;
import agency.frontline.mail.IncomingAttachment;
import agency.frontline.mail.RefusedAttachment;
import agency.frontline.text.Mailbox;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Messages of people we did not know, taken out of their file and put where they belong. */
@Component
class StrangersMessages {

    private final Conversation conversation;
    private final Clients clients;
    private final IssueCorrespondence correspondence;

    StrangersMessages(Conversation conversation, Clients clients, IssueCorrespondence correspondence) {
        this.conversation = conversation;
        this.clients = clients;
        this.correspondence = correspondence;
    }

    /** The sender becomes a contact of the client, and the message a case. */
    String welcome(String strangersFile, String clientCode, String name) {
        var client = clients.get(clientCode);
        var address = theMessage(strangersFile, null, clientCode).from().address();
        var contact = new Contact(address, name, null, client.languages().get(0), Channel.EMAIL);
        var contacts = new ArrayList<>(client.contacts());
        if (contacts.stream().noneMatch(known -> known.email().equalsIgnoreCase(address))) {
            contacts.add(contact);
            clients.save(new Client(
                    client.code(),
                    client.name(),
                    client.tier(),
                    client.type(),
                    client.timeZone(),
                    client.holidayCalendar(),
                    client.hours(),
                    client.languages(),
                    client.mailDomains(),
                    client.team(),
                    contacts,
                    client.ethos()));
        }
        return correspondence.open(
                theMessage(strangersFile, new KnownContact(clients.get(clientCode), contact), clientCode));
    }

    String addTo(String strangersFile, String businessKey) {
        return correspondence.add(businessKey, theMessage(strangersFile, null, null));
    }

    private ClientMessage theMessage(String file, @Nullable KnownContact contact, @Nullable String client) {
        var message = conversation.of(file).get(0);
        var kept = new ArrayList<IncomingAttachment>();
        List<RefusedAttachment> refused = new ArrayList<>();
        for (var attachment : message.attachments()) {
            if (attachment.refused() != null) {
                refused.add(new RefusedAttachment(attachment.name(), attachment.refused()));
            } else {
                conversation
                        .file(file, attachment.id())
                        .ifPresent(found ->
                                kept.add(new IncomingAttachment(found.name(), found.type(), found.content(), false)));
            }
        }
        return new ClientMessage(
                new Mailbox(message.from(), null),
                contact,
                client,
                message.channel(),
                message.subject(),
                message.text(),
                message.html(),
                message.messageId(),
                message.at(),
                false,
                true,
                kept,
                refused);
    }
}
