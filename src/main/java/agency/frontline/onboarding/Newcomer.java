package agency.frontline.onboarding;

import agency.frontline.calendar.OpeningHours;
import agency.frontline.client.Channel;
import agency.frontline.client.Client;
import agency.frontline.client.Contact;
import agency.frontline.client.Ethos;
import agency.frontline.client.Team;
import agency.frontline.client.Tier;
import agency.frontline.client.Type;
import agency.frontline.text.Answers;
import agency.frontline.text.Mailbox;
import agency.frontline.text.Refusal;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A client who has just been won: enough to open their file and to speak with one person there. Everything else stands
 * as it usually is until {@code registerClient} asks for it.
 *
 * @param code what the client is called in lists; the tenant's id, so it stays
 * @param accountManager user id of who looks after them
 * @param director user id of the account director
 */
public record Newcomer(
        String code, String name, String contactName, String email, String accountManager, String director) {

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9-]{1,19}");

    /** Who is there to take care of the client. */
    public interface Staff {

        /** User id of the account manager who starts it; empty if somebody else does. */
        String starter();

        /** User ids of a group. */
        List<String> members(String group);
    }

    /** Reads the start form of an unknown client, with all mistakes at once. */
    public static Newcomer from(Answers answers, String code, Staff staff) {
        if (!CODE.matcher(code).matches()) {
            answers.refuse(
                    "client",
                    "Give a short code of 2 to 20 capital letters, digits and hyphens, such as BIRCH; it stays.");
        }
        var name = answers.required("clientName", "Give the client's name as they write it.");
        var contactName = answers.required("contactName", "Say who won us there: one name is enough for now.");
        var email = answers.required("contact", "Give that person's mail address.");
        if (!email.isEmpty()) {
            try {
                email = Mailbox.of("contact", email).address();
            } catch (Refusal bad) {
                bad.errors().forEach(error -> answers.refuse("contact", error.message()));
            }
        }
        answers.required("purpose", "Say in a sentence what they hired us for; everything later is held against it.");
        var manager = answers.text("owner").isEmpty() ? staff.starter() : answers.text("owner");
        if (manager.isEmpty()) {
            answers.refuse("owner", "Name the account manager by user id: you are none yourself.");
        }
        var directors = staff.members("account-directors");
        var director = answers.text("director");
        if (director.isEmpty() && directors.size() == 1) {
            director = directors.get(0);
        }
        if (director.isEmpty()) {
            answers.refuse("director", "Name the account director by user id: " + String.join(", ", directors) + ".");
        }
        answers.done();
        return new Newcomer(code, name, contactName, email, manager, director);
    }

    /** What stands in the directory until the client is registered: usual hours, the agency's own zone. */
    public Client toClient(ZoneId zone) {
        var week = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
        return new Client(
                code,
                name,
                Tier.SILVER,
                Type.PROJECT,
                zone,
                "NONE",
                List.of(new OpeningHours(week, LocalTime.of(9, 0), LocalTime.of(17, 0))),
                List.of(Locale.ENGLISH.getLanguage()),
                List.of(),
                new Team(accountManager, null, director, Map.of()),
                List.of(new Contact(email, contactName, null, Locale.ENGLISH.getLanguage(), Channel.EMAIL)),
                new Ethos(List.of(), null, null, List.of()));
    }
}
