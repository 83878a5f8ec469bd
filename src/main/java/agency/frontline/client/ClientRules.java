package agency.frontline.client;

import agency.frontline.calendar.BusinessCalendar;
import agency.frontline.calendar.OpeningHours;
import agency.frontline.text.Mailbox;
import agency.frontline.text.Refusal;
import agency.frontline.text.Refusal.FieldError;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What must be true of a client whatever other clients there are. Finds everything that is wrong at once, so that a
 * person mends it in one go; each field goes by its name in the REST face (api.md).
 */
final class ClientRules {

    static final List<String> SPECIALIST_GROUPS =
            List.of("planners", "media-specialists", "writers", "art-directors", "project-managers", "producers");

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9-]{1,19}");
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

    private final List<FieldError> errors = new ArrayList<>();

    private ClientRules() {}

    static List<FieldError> brokenBy(Client client) {
        var rules = new ClientRules();
        rules.check(client);
        return List.copyOf(rules.errors);
    }

    private void check(Client client) {
        if (!CODE.matcher(client.code()).matches()) {
            refuse("code", "Use 2 to 20 capital letters, digits and hyphens, a letter first, such as BIRCH.");
        }
        needed("name", client.name(), 120, "the client's name");
        hours(client);
        languages(client.languages());
        mailDomains(client.mailDomains());
        team(client.team());
        contacts(client.contacts());
        ethos(client.ethos());
    }

    /** Whether hours and holidays make sense is for the calendar to say; each is asked about without the other. */
    private void hours(Client client) {
        atMost("hours", client.hours(), 50);
        accepted("hours", () -> BusinessCalendar.of(client.timeZone(), "NONE", client.hours()));
        for (var i = 0; i < client.hours().size(); i++) {
            var some = client.hours().get(i);
            if (!wholeMinutes(some.from()) || !wholeMinutes(some.to())) {
                refuse("hours[" + i + "]", "Give whole minutes.");
            }
        }
        var anyHours = new OpeningHours(Set.of(DayOfWeek.MONDAY), LocalTime.of(9, 0), LocalTime.of(17, 0));
        accepted(
                "holidayCalendar",
                () -> BusinessCalendar.of(client.timeZone(), client.holidayCalendar(), List.of(anyHours)));
    }

    private static boolean wholeMinutes(LocalTime time) {
        return time.equals(time.truncatedTo(ChronoUnit.MINUTES));
    }

    private void languages(List<String> languages) {
        if (languages.isEmpty()) {
            refuse("languages", "Name at least one language, the preferred one first, such as en.");
        }
        atMost("languages", languages, 20);
        for (var i = 0; i < languages.size(); i++) {
            language("languages[" + i + "]", languages.get(i));
        }
        noRepeats("languages", languages);
    }

    private void language(String field, String tag) {
        if (!isLanguage(tag)) {
            refuse(field, "Write a BCP 47 language tag, such as en, pl or pt-BR.");
        }
    }

    /** Well-formed and, where ISO 639 has two letters for it, known; "english" is well-formed and means nothing. */
    private static boolean isLanguage(String tag) {
        try {
            var language = new Locale.Builder().setLanguageTag(tag).build().getLanguage();
            return tag.length() <= 35 && (language.length() == 3 || LANGUAGES.contains(language));
        } catch (IllformedLocaleException malformed) {
            return false;
        }
    }

    private void mailDomains(List<String> domains) {
        atMost("mailDomains", domains, 50);
        for (var i = 0; i < domains.size(); i++) {
            var field = "mailDomains[" + i + "]";
            var domain = domains.get(i);
            if (!MailDomain.isDomain(domain)) {
                refuse(field, "Write a mail domain alone, such as birch.example.");
            } else if (MailDomain.isPublicProvider(domain)) {
                refuse(
                        field,
                        domain + " belongs to a public mail provider and would claim other people's mail; "
                                + "leave it out and name each contact with their address.");
            }
        }
        noRepeats("mailDomains", domains);
    }

    private void team(Team team) {
        needed("team.accountManager", team.accountManager(), 64, "the account manager's user id");
        optional("team.deputy", team.deputy(), 64);
        needed("team.director", team.director(), 64, "the account director's user id");
        if (!team.accountManager().isEmpty() && team.accountManager().equals(team.deputy())) {
            refuse("team.deputy", "Name somebody else than the account manager, or nobody.");
        }
        team.specialists().forEach(this::specialists);
    }

    private void specialists(String group, List<String> users) {
        if (!SPECIALIST_GROUPS.contains(group)) {
            refuse(
                    "team.specialists",
                    "There are no specialists '%s'; use one of %s."
                            .formatted(group, String.join(", ", SPECIALIST_GROUPS)));
            return;
        }
        var field = "team.specialists." + group;
        atMost(field, users, 50);
        for (var i = 0; i < users.size(); i++) {
            needed(field + "[" + i + "]", users.get(i), 64, "a user id");
        }
        noRepeats(field, users);
    }

    private void contacts(List<Contact> contacts) {
        atMost("contacts", contacts, 500);
        var firstPlaces = new HashMap<String, Integer>();
        for (var i = 0; i < contacts.size(); i++) {
            var field = "contacts[" + i + "]";
            var contact = contacts.get(i);
            accepted(field + ".email", () -> new Mailbox(contact.email(), null));
            var first = firstPlaces.putIfAbsent(contact.email(), i);
            if (first != null && !contact.email().isEmpty()) {
                refuse(
                        field + ".email",
                        "This address stands at contacts[%d] already; name each person once.".formatted(first));
            }
            needed(field + ".name", contact.name(), 120, "the person's name");
            optional(field + ".role", contact.role(), 120);
            language(field + ".language", contact.language());
        }
    }

    private void ethos(Ethos ethos) {
        noRepeats("ethos.channels", ethos.channels());
        optional("ethos.hours", ethos.hours(), 200);
        optional("ethos.tone", ethos.tone(), 2000);
        atMost("ethos.jargonToAvoid", ethos.jargonToAvoid(), 100);
        for (var i = 0; i < ethos.jargonToAvoid().size(); i++) {
            needed("ethos.jargonToAvoid[" + i + "]", ethos.jargonToAvoid().get(i), 80, "a word or a short phrase");
        }
    }

    private void needed(String field, String text, int atMost, String what) {
        if (text.isEmpty()) {
            refuse(field, "Give " + what + ".");
        }
        optional(field, text, atMost);
    }

    private void optional(String field, @Nullable String text, int atMost) {
        if (text != null && text.length() > atMost) {
            refuse(field, "Use at most %d characters; these are %d.".formatted(atMost, text.length()));
        }
    }

    private void atMost(String field, List<?> list, int atMost) {
        if (list.size() > atMost) {
            refuse(field, "Name at most %d; these are %d.".formatted(atMost, list.size()));
        }
    }

    private void noRepeats(String field, List<?> list) {
        var seen = new HashSet<Object>();
        list.stream()
                .filter(each -> !seen.add(each))
                .distinct()
                .forEach(twice -> refuse(field, "'%s' stands here twice; name it once.".formatted(twice)));
    }

    /** Other modules have rules of their own; their remedies are told under our field. */
    private void accepted(String field, Runnable byAnotherModule) {
        try {
            byAnotherModule.run();
        } catch (Refusal refusal) {
            refusal.errors().forEach(error -> refuse(field, error.message()));
        }
    }

    private void refuse(String field, String remedy) {
        errors.add(new FieldError(field, remedy));
    }
}
