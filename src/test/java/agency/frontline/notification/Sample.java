package agency.frontline.notification;

import agency.frontline.calendar.OpeningHours;
import agency.frontline.casefile.CaseHead;
import agency.frontline.casefile.Status;
import agency.frontline.client.Absences;
import agency.frontline.client.Channel;
import agency.frontline.client.Client;
import agency.frontline.client.Contact;
import agency.frontline.client.Ethos;
import agency.frontline.client.Team;
import agency.frontline.client.Tier;
import agency.frontline.client.Type;
import agency.frontline.mail.Agency;
import agency.frontline.mail.OutgoingMail;
import agency.frontline.text.Mailbox;
import java.net.URI;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** A small agency with two clients, one English and one Polish, on Tuesday, 24 November 2026. */
final class Sample {

    static final Person ANNA = new Person("manager", "Anna", "Nowak", "manager@frontline.example");
    static final Person JAMES = new Person("manager2", "James", "Reed", "manager2@frontline.example");
    static final Person DIRECTOR = new Person("director", "Olivia", "Hart", "director@frontline.example");
    static final Person MEDIA = new Person("media", "Tom", "Berg", "media@frontline.example");

    static final Client BIRCH = client("BIRCH", "Birch", "Europe/London", "GB-ENG", "Sarah Whitfield", "en");
    static final Client CEDAR = client("CEDAR", "Cedar", "Europe/Warsaw", "PL", "Katarzyna Wiśniewska", "pl");

    private static final Agency AGENCY = new Agency(new Mailbox("service@agency.example", "Agency"));

    static final Kept KEPT = new Kept(41, 43, 90);

    final List<OutgoingMail> sent = new ArrayList<>();
    final Letters letters;
    final Notices notices;

    private Sample(Instant now, String staffLanguage) {
        var settings = new NotificationSettings(
                URI.create("https://frontline.agency.example/"), staffLanguage, "agency.example");
        var clock = Clock.fixed(now, ZoneOffset.UTC);
        var templates = new MailTemplates();
        Post post = mail -> {
            sent.add(mail);
            return "<" + mail.idempotencyKey() + "@agency.example>";
        };
        this.letters = new Letters(templates, colleagues(settings), post, AGENCY, clock, settings);
        this.notices = new Notices(templates, colleagues(settings), post, clock, settings);
    }

    static Sample at(String now) {
        return new Sample(Instant.parse(now), "en");
    }

    static Sample withStaffLanguage(String language) {
        return new Sample(Instant.parse("2026-11-24T10:00:00Z"), language);
    }

    OutgoingMail last() {
        return sent.get(sent.size() - 1);
    }

    static Colleagues colleagues(NotificationSettings settings) {
        var people = new People() {
            @Override
            public Optional<Person> find(String userId) {
                return List.of(ANNA, JAMES, DIRECTOR, MEDIA).stream()
                        .filter(person -> person.id().equals(userId))
                        .findFirst();
            }

            @Override
            public List<Person> inGroup(String groupId) {
                return Map.of(
                                "account-managers",
                                List.of(ANNA, JAMES),
                                "account-directors",
                                List.of(DIRECTOR),
                                "media-specialists",
                                List.of(MEDIA))
                        .getOrDefault(groupId, List.of());
            }
        };
        var beans = new StaticListableBeanFactory();
        beans.addBean("people", people);
        return new Colleagues(beans.getBeanProvider(People.class), beans.getBeanProvider(Absences.class), settings);
    }

    static Letter letter(Client client, String subject) {
        var contact = client.contacts().get(0);
        return new Letter("letter-1", head(client, subject), client, contact, ANNA);
    }

    static Letter letter(Client client) {
        return letter(client, client == CEDAR ? "Plakaty w metrze" : "Billboard in Leeds");
    }

    static Notices.About about(Client client) {
        return new Notices.About("notice-1", letter(client).theCase(), client);
    }

    static CaseHead head(Client client, String subject) {
        var contact = client.contacts().get(0);
        return new CaseHead(
                "ISS-2026-00042",
                "clientIssue",
                "4711",
                client.code(),
                contact.email(),
                contact.name(),
                ANNA.id(),
                subject,
                Status.OPEN,
                Instant.parse("2026-11-24T09:30:00Z"),
                null,
                null,
                null);
    }

    static Client client(
            String code, String name, String zone, String holidays, String contact, String language, String... jargon) {
        return new Client(
                code,
                name,
                Tier.GOLD,
                Type.RETAINER,
                ZoneId.of(zone),
                holidays,
                List.of(new OpeningHours(
                        EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), LocalTime.of(9, 0), LocalTime.of(17, 30))),
                List.of(language),
                List.of(),
                new Team("manager", null, "director", Map.of()),
                List.of(new Contact(
                        "contact@" + name.toLowerCase() + ".example", contact, null, language, Channel.EMAIL)),
                new Ethos(List.of(), null, null, List.of(jargon)));
    }
}
