package agency.frontline.client;

import agency.frontline.calendar.OpeningHours;
import java.time.ZoneId;
import java.util.List;

/**
 * A client of the agency: who they are, when and how they want to be talked to, and who takes care of them.
 * The code is also the id of the client's tenant. Only contacts who are still with the client stand here.
 *
 * @param holidayCalendar the public holidays the client keeps, such as {@code GB-ENG}
 * @param hours when the client is at work, in {@code timeZone}; the pauses between them are breaks
 * @param languages BCP 47 tags, the preferred one first
 * @param mailDomains whoever writes from one of these belongs to this client (processes.md, "Messages in")
 */
public record Client(
        String code,
        String name,
        Tier tier,
        Type type,
        ZoneId timeZone,
        String holidayCalendar,
        List<OpeningHours> hours,
        List<String> languages,
        List<String> mailDomains,
        Team team,
        List<Contact> contacts,
        Ethos ethos) {

    public Client {
        code = Tidy.text(code);
        name = Tidy.text(name);
        holidayCalendar = Tidy.text(holidayCalendar);
        hours = Tidy.list(hours);
        languages = Tidy.texts(languages);
        mailDomains = Tidy.texts(mailDomains).stream().map(MailDomain::plain).toList();
        contacts = Tidy.list(contacts);
    }

    /** The same client with these people. */
    public Client withContacts(List<Contact> others) {
        return new Client(
                code, name, tier, type, timeZone, holidayCalendar, hours, languages, mailDomains, team, others, ethos);
    }

    /** The same client, looked after by this team. */
    public Client withTeam(Team other) {
        return new Client(
                code,
                name,
                tier,
                type,
                timeZone,
                holidayCalendar,
                hours,
                languages,
                mailDomains,
                other,
                contacts,
                ethos);
    }
}
