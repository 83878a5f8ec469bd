package agency.frontline.onboarding;

import agency.frontline.client.Client;
import agency.frontline.client.Contact;
import agency.frontline.client.Ethos;
import agency.frontline.client.Tier;
import agency.frontline.client.Type;
import agency.frontline.text.Answers;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who the client is, for every date and every letter from now on (C-64, C-71).
 *
 * @param languages BCP 47 tags, the preferred one first
 */
public record Registration(
        @Nullable Tier tier,
        @Nullable Type type,
        @Nullable ZoneId timeZone,
        String holidayCalendar,
        List<String> languages,
        List<String> mailDomains,
        @Nullable String tone,
        List<String> jargonToAvoid) {

    /** Reads the form of {@code registerClient}; mistakes are collected in the answers. */
    public static Registration from(Answers answers) {
        var tier = answers.requiredChoice("tier", Tier.class, "Say how much care was agreed: GOLD, SILVER or BRONZE.");
        var type = answers.requiredChoice(
                "clientType", Type.class, "Say whether we work for them all year (RETAINER) or on one PROJECT.");
        var zone = answers.required("timeZone", "Say where they are, by IANA time zone, such as Europe/London.");
        ZoneId known = null;
        if (!zone.isEmpty()) {
            if (ZoneId.getAvailableZoneIds().contains(zone)) {
                known = ZoneId.of(zone);
            } else {
                answers.refuse("timeZone", "There is no time zone " + zone + "; take one of the list.");
            }
        }
        var holidays = answers.required(
                "holidayCalendar", "Say whose public holidays they keep, such as GB-ENG, PL or US-NY; NONE for none.");
        var languages = answers.list("languages");
        if (languages.isEmpty()) {
            answers.refuse("languages", "Choose at least one language, the preferred one first.");
        }
        var tone = answers.text("tone");
        return new Registration(
                tier,
                type,
                known,
                holidays,
                languages,
                words(answers.text("mailDomains")),
                tone.isEmpty() ? null : tone,
                words(answers.text("jargonToAvoid")));
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split("[,;\\r\\n]+"))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }

    /** The client as registered; nothing may be missing here. Who was only guessed to speak a language speaks the first. */
    public Client applyTo(Client client) {
        var spoken = languages.get(0);
        return new Client(
                client.code(),
                client.name(),
                tier,
                type,
                timeZone,
                holidayCalendar,
                client.hours(),
                languages,
                mailDomains,
                client.team(),
                client.contacts().stream()
                        .map(contact -> languages.contains(contact.language())
                                ? contact
                                : new Contact(
                                        contact.email(), contact.name(), contact.role(), spoken, contact.channel()))
                        .toList(),
                new Ethos(client.ethos().channels(), client.ethos().hours(), tone, jargonToAvoid));
    }
}
