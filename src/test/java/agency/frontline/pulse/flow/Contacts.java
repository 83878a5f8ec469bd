package agency.frontline.pulse.flow;

import agency.frontline.calendar.OpeningHours;
import agency.frontline.client.Channel;
import agency.frontline.client.Client;
import agency.frontline.client.Clients;
import agency.frontline.client.Contact;
import agency.frontline.client.Ethos;
import agency.frontline.client.Team;
import agency.frontline.client.Tier;
import agency.frontline.client.Type;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** People who may be asked: each story has a client of its own, for who was asked once is not asked again. */
@Component
public class Contacts {

    private static final AtomicInteger CLIENTS = new AtomicInteger();

    private final Clients clients;

    Contacts(Clients clients) {
        this.clients = clients;
    }

    /** Address of Jane Doe of a new British client. */
    public String jane() {
        return of("Jane Doe", "en", "Europe/London", "GB-ENG");
    }

    /** Address of Anna Nowak of a new Polish client. */
    public String anna() {
        return of("Anna Nowak", "pl", "Europe/Warsaw", "PL");
    }

    private String of(String name, String language, String zone, String holidays) {
        var code = "PULSE" + CLIENTS.incrementAndGet();
        var domain = code.toLowerCase(Locale.ROOT) + ".example";
        var first = name.split(" ")[0].toLowerCase(Locale.ROOT);
        clients.save(new Client(
                code,
                name.split(" ")[1] + " & Partners " + CLIENTS.get(),
                Tier.SILVER,
                Type.RETAINER,
                ZoneId.of(zone),
                holidays,
                List.of(new OpeningHours(
                        EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), LocalTime.of(9, 0), LocalTime.of(17, 30))),
                List.of(language),
                List.of(domain),
                new Team("manager", null, "director", Map.of()),
                List.of(
                        new Contact(first + "@" + domain, name, null, language, Channel.EMAIL),
                        new Contact("colleague@" + domain, "Chris Colleague", null, language, Channel.EMAIL)),
                new Ethos(List.of(), null, null, List.of())));
        return first + "@" + domain;
    }

    /** Somebody else at the same client. */
    public static String colleagueOf(String address) {
        return "colleague" + address.substring(address.indexOf('@'));
    }
}
