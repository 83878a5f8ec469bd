package agency.frontline.client;

import agency.frontline.calendar.OpeningHours;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** A client without a fault, for tests to bend. Addresses and domain are made of the code, so that no two codes meet. */
final class SomeClient {

    String code;
    String name;
    Tier tier = Tier.SILVER;
    String holidayCalendar = "PL";
    List<OpeningHours> hours = List.of(hours("09:00", "12:30"), hours("13:30", "17:30"));
    List<String> languages = List.of("pl", "en");
    List<String> mailDomains;
    Team team = new Team("manager", "manager2", "director", Map.of("planners", List.of("planner")));
    List<Contact> contacts;
    Ethos ethos = new Ethos(List.of(Channel.PHONE), "Mornings", "Plain", List.of("synergy", "ASAP"));

    private SomeClient(String code) {
        var domain = code.toLowerCase(Locale.ROOT) + ".example";
        this.code = code;
        name = "The " + code + " company";
        mailDomains = List.of(domain);
        contacts = List.of(
                new Contact("Anna@" + domain, "Anna Nowak", "Brand manager", "pl", Channel.PHONE),
                new Contact("jan@" + domain, "Jan Ożóg", null, "en", Channel.EMAIL));
    }

    static Client called(String code) {
        return called(code, asItIs -> {});
    }

    static Client called(String code, Consumer<SomeClient> bend) {
        var some = new SomeClient(code);
        bend.accept(some);
        return new Client(
                some.code,
                some.name,
                some.tier,
                Type.RETAINER,
                ZoneId.of("Europe/Warsaw"),
                some.holidayCalendar,
                some.hours,
                some.languages,
                some.mailDomains,
                some.team,
                some.contacts,
                some.ethos);
    }

    static Contact person(String email, String name) {
        return new Contact(email, name, null, "en", Channel.EMAIL);
    }

    /** Monday to Friday. */
    static OpeningHours hours(String from, String to) {
        return new OpeningHours(
                EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), LocalTime.parse(from), LocalTime.parse(to));
    }
}
