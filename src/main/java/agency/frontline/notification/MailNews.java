package agency.frontline.notification;

import agency.frontline.casefile.CaseRegister;
import agency.frontline.client.Channel;
import agency.frontline.client.Client;
import agency.frontline.client.Clients;
import agency.frontline.client.Contact;
import agency.frontline.mail.Digest;
import agency.frontline.mail.MailAlarm;
import agency.frontline.mail.MailTooLarge;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Puts in words what the mail has to say for itself: to clients whose mail did not fit, and to our own people. */
@Component
class MailNews {

    private static final int KEY_LENGTH = 255;

    private final CaseRegister register;
    private final Clients clients;
    private final Colleagues colleagues;
    private final Letters letters;
    private final Notices notices;

    MailNews(CaseRegister register, Clients clients, Colleagues colleagues, Letters letters, Notices notices) {
        this.register = register;
        this.clients = clients;
        this.colleagues = colleagues;
        this.letters = letters;
        this.notices = notices;
    }

    @EventListener
    void on(MailTooLarge mail) {
        var theCase = register.get(mail.businessKey());
        if (theCase.client() == null) {
            return; // what nobody knows is never answered by itself
        }
        var client = clients.get(theCase.client());
        var owner = theCase.owner() == null ? client.team().accountManager() : theCase.owner();
        letters.tooLarge(
                new Letter(mail.key(), theCase, client, contact(mail, client), colleagues.person(owner)),
                mail.readableSize(),
                mail.readableMost());
    }

    private static Contact contact(MailTooLarge mail, Client client) {
        var address = mail.from().address();
        return client.contacts().stream()
                .filter(known -> known.email().equalsIgnoreCase(address))
                .findFirst()
                .orElseGet(() -> new Contact(
                        address,
                        mail.from().name() == null ? address : mail.from().name(),
                        null,
                        client.languages().get(0),
                        Channel.EMAIL));
    }

    @EventListener
    void on(Digest digest) {
        var lines = digest.first().stream()
                .map(held -> held.businessKey() == null ? held.subject() : held.businessKey() + "  " + held.subject())
                .toList();
        var name = digest.to().name() == null ? "" : digest.to().name();
        var reader = new Person(digest.to().address(), name, "", digest.to().address());
        notices.digest(digest.key(), reader, digest.count(), digest.since(), lines);
    }

    @EventListener
    void on(MailAlarm alarm) {
        var key = "mailAlarm:%s:%s".formatted(alarm.kind(), alarm.key());
        notices.mailAlarm(
                key.substring(0, Math.min(key.length(), KEY_LENGTH)),
                alarm.kind().name(),
                alarm.detail());
    }
}
