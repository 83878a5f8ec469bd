package agency.frontline.onboarding;

import agency.frontline.client.Channel;
import agency.frontline.client.Client;
import agency.frontline.client.Contact;
import agency.frontline.client.ContactProfile;
import agency.frontline.text.Answers;
import agency.frontline.text.Mailbox;
import agency.frontline.text.Refusal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Everybody at the client whom we work with, and what we know of each of them (C-64, C-65, C-67). */
public record PeopleMet(List<Contact> contacts, List<ContactProfile> profiles) {

    private static final int AT_MOST = 50;

    /** Reads the rows of {@code meetContacts}; mistakes are collected in the answers and name the row. */
    public static PeopleMet from(Answers answers, Client client) {
        var rows = answers.rows("contacts");
        if (rows.isEmpty()) {
            answers.refuse("contacts", "Name at least one person at " + client.name() + ".");
        }
        if (rows.size() > AT_MOST) {
            answers.refuse("contacts", "Name at most " + AT_MOST + " people; add more to the client later.");
        }
        var contacts = new ArrayList<Contact>();
        var profiles = new ArrayList<ContactProfile>();
        var seen = new HashSet<String>();
        for (var i = 0; i < Math.min(rows.size(), AT_MOST); i++) {
            var row = new Row(answers, rows.get(i), "contacts[" + i + "]");
            var email = row.address();
            if (!email.isEmpty() && !seen.add(email)) {
                row.refuse("email", "This address stands here twice; name each person once.");
            }
            contacts.add(new Contact(
                    email,
                    row.needed("name", "Give the person's name."),
                    row.text("role"),
                    row.language(client),
                    row.channel()));
            profiles.add(new ContactProfile(
                    email,
                    row.text("bestTime"),
                    row.needed("matters", "Say what matters to them; “not known yet” will do."),
                    row.needed("badNews", "Say how they like to hear bad news; “not known yet” will do."),
                    row.flag("decides")));
        }
        oneDecides(answers, profiles);
        return new PeopleMet(contacts, profiles);
    }

    /** When two people want different things somebody must be asked, and it is good to know whom before (C-65). */
    private static void oneDecides(Answers answers, List<ContactProfile> profiles) {
        var deciders = profiles.stream().filter(ContactProfile::decides).count();
        if (deciders > 1) {
            answers.refuse("contacts", "Mark only one person as the one who decides when wishes differ.");
        } else if (deciders == 0 && !profiles.isEmpty()) {
            answers.refuse(
                    "contacts", "Mark who decides when two of them want different things; ask, if you do not know.");
        }
    }

    /** The client with these people, whoever else stood there has left. */
    public Client applyTo(Client client) {
        return client.withContacts(contacts);
    }

    private record Row(Answers answers, Map<String, @Nullable Object> values, String place) {

        String text(String field) {
            return Objects.toString(values.get(field), "").strip();
        }

        boolean flag(String field) {
            return Boolean.parseBoolean(text(field));
        }

        String needed(String field, String remedy) {
            if (text(field).isEmpty()) {
                refuse(field, remedy);
            }
            return text(field);
        }

        String address() {
            var typed = needed("email", "Give the person's mail address.");
            if (typed.isEmpty()) {
                return "";
            }
            try {
                return Mailbox.of(typed).address().toLowerCase(java.util.Locale.ROOT);
            } catch (Refusal bad) {
                bad.errors().forEach(error -> refuse("email", error.message()));
                return "";
            }
        }

        String language(Client client) {
            return text("language").isEmpty() ? client.languages().get(0) : text("language");
        }

        Channel channel() {
            if (text("channel").isEmpty()) {
                return Channel.EMAIL;
            }
            try {
                return Channel.valueOf(text("channel"));
            } catch (IllegalArgumentException unknown) {
                refuse("channel", "Choose one of the channels of the list.");
                return Channel.EMAIL;
            }
        }

        void refuse(String field, String remedy) {
            answers.refuse(place + "." + field, remedy);
        }
    }
}
