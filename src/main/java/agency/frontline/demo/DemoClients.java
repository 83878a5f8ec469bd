package agency.frontline.demo;

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
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Three clients to try Frontline with (architecture.md). What somebody has edited since stays as it is. */
@Component
@Profile("demo")
@Order(20) // behind the demo users, who are their teams
class DemoClients implements ApplicationRunner {

    private static final Set<DayOfWeek> WORKING_DAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

    private final Clients clients;

    DemoClients(Clients clients) {
        this.clients = clients;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        for (var client : List.of(birch(), cedar(), maple())) {
            if (clients.find(client.code()).isEmpty()) {
                clients.save(client);
            }
        }
    }

    private static Client birch() {
        return new Client(
                "BIRCH",
                "Birch & Sons Outdoor",
                Tier.GOLD,
                Type.RETAINER,
                ZoneId.of("Europe/London"),
                "GB-ENG",
                officeHours(),
                List.of("en"),
                List.of("birch.example"),
                team("manager", "manager2"),
                List.of(
                        new Contact("ceo@birch.example", "Charlotte Birch", "CEO", "en", Channel.PHONE),
                        new Contact(
                                "marketing@birch.example", "Martin Ellis", "Head of Marketing", "en", Channel.EMAIL)),
                new Ethos(
                        List.of(Channel.PHONE, Channel.EMAIL, Channel.VISIT),
                        "Any working hour; bad news by phone first and never late on a Friday",
                        "Plain and direct, first names. The recommendation comes first, the reasons after it.",
                        List.of("low-hanging fruit", "synergy", "reach out", "deep dive", "KV")));
    }

    private static Client cedar() {
        return new Client(
                "CEDAR",
                "Cedar Kosmetyki",
                Tier.SILVER,
                Type.RETAINER,
                ZoneId.of("Europe/Warsaw"),
                "PL",
                officeHours(),
                List.of("pl"),
                List.of("cedar.example"),
                team("manager", null),
                List.of(new Contact(
                        "marketing@cedar.example", "Małgorzata Cedrowska", "Dyrektor marketingu", "pl", Channel.EMAIL)),
                new Ethos(
                        List.of(Channel.EMAIL, Channel.VIDEO),
                        "Mornings; Wednesday afternoons belong to the board",
                        "Polite and complete, with Pani and Pan. Every number with its source.",
                        List.of("ASAP", "brandować", "feedback", "insight", "na wczoraj")));
    }

    private static Client maple() {
        return new Client(
                "MAPLE",
                "Maple Street Coffee",
                Tier.BRONZE,
                Type.PROJECT,
                ZoneId.of("America/New_York"),
                "US",
                officeHours(),
                List.of("en"),
                List.of("maple.example"),
                team("manager2", "manager"),
                List.of(new Contact("brand@maple.example", "Brandon Hill", "Brand Manager", "en", Channel.TEXT)),
                new Ethos(
                        List.of(Channel.TEXT, Channel.EMAIL),
                        "After ten, when the morning rush is over",
                        "Short and warm. One question per message.",
                        List.of("omnichannel", "circle back", "GRP", "leverage")));
    }

    private static List<OpeningHours> officeHours() {
        return List.of(
                new OpeningHours(WORKING_DAYS, LocalTime.of(9, 0), LocalTime.of(12, 30)),
                new OpeningHours(WORKING_DAYS, LocalTime.of(13, 30), LocalTime.of(17, 30)));
    }

    private static Team team(String manager, @Nullable String deputy) {
        return new Team(
                manager,
                deputy,
                "director",
                Map.of(
                        "planners", List.of("planner"),
                        "media-specialists", List.of("media"),
                        "writers", List.of("writer"),
                        "art-directors", List.of("artdirector"),
                        "project-managers", List.of("projectmanager"),
                        "producers", List.of("producer")));
    }
}
