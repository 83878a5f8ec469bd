package agency.frontline.onboarding.flow;

import static agency.frontline.onboarding.flow.ClientOnboardingFlow.*;

import agency.frontline.calendar.CalendarFile;
import agency.frontline.mail.MailFile;
import agency.frontline.notification.Letter;
import agency.frontline.notification.Letters;
import agency.frontline.onboarding.Onboardings;
import agency.frontline.text.Mailbox;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The kick-off in calendars: one name, an ever higher SEQUENCE (F12). */
@Component
class KickOffInvitations {

    private static final Duration TWO_HOURS = Duration.ofHours(2);

    private final OnboardingDesk desk;
    private final Onboardings onboardings;
    private final Letters letters;

    KickOffInvitations(OnboardingDesk desk, Onboardings onboardings, Letters letters) {
        this.desk = desk;
        this.onboardings = onboardings;
        this.letters = letters;
    }

    /** Says when it is, or that it moves. */
    void send(DelegateExecution execution, Instant start) {
        var before = desk.onboarding(execution).kickOffAt();
        if (start.equals(before)) {
            return;
        }
        var sequence = onboardings.kickOff(desk.key(execution), start);
        var letter = letter(execution);
        var place = KICK_OFF_PLACE.find(execution).orElse("");
        letters.invitation(
                letter,
                "inviteToKickOff",
                title(letter),
                letters.phrase(
                        letter,
                        before == null ? "kickOff.arranged" : "kickOff.moved",
                        Map.of("at", letters.moment(letter, start), "place", place)),
                List.of(file(entry(execution, letter, sequence, start, place)
                        .request(letters.organizer(), readers(letter)))));
    }

    /** Takes it out of the calendars; nothing happens where no invitation is out. */
    void cancel(DelegateExecution execution) {
        var was = desk.onboarding(execution).kickOffAt();
        if (was == null) {
            return;
        }
        var sequence = onboardings.kickOff(desk.key(execution), null);
        var letter = letter(execution);
        letters.invitation(
                letter,
                "cancelKickOff",
                title(letter),
                letters.phrase(letter, "kickOff.off", Map.of()),
                List.of(file(entry(execution, letter, sequence, was, "").cancel(letters.organizer()))));
    }

    /** "Kick-off with Birch", in the language of whoever is invited first. */
    String title(DelegateExecution execution) {
        return title(letter(execution));
    }

    private String title(Letter letter) {
        return letters.phrase(
                letter, "kickOff.title", Map.of("client", letter.client().name()));
    }

    private CalendarFile entry(DelegateExecution execution, Letter letter, int sequence, Instant start, String place) {
        var calendar = new CalendarFile(letter.client().timeZone(), letters.domain());
        calendar.timed(
                new CalendarFile.Entry(desk.key(execution) + "-kick-off", sequence, title(letter), title(letter)),
                start,
                TWO_HOURS,
                place.isEmpty() ? null : place);
        return calendar;
    }

    /** To everybody who was chosen; the lead where nobody of the client was. */
    private Letter letter(DelegateExecution execution) {
        var client = desk.client(execution);
        var chosen = new ArrayList<String>();
        ATTENDEES.find(execution).ifPresent(ids -> ids.elements().forEach(id -> chosen.add(id.stringValue())));
        var theirs = client.contacts().stream()
                .filter(contact -> chosen.stream().anyMatch(contact.email()::equalsIgnoreCase))
                .toList();
        var lead = theirs.stream()
                .filter(contact -> contact.email().equalsIgnoreCase(CONTACT.in(execution)))
                .findFirst()
                .or(() -> theirs.stream().findFirst())
                .orElseGet(() -> desk.lead(execution));
        var others = Stream.concat(
                        theirs.stream()
                                .filter(contact -> !contact.equals(lead))
                                .map(contact -> new Mailbox(contact.email(), contact.name())),
                        desk.colleagues(execution).stream()
                                .filter(person ->
                                        person.id().equals(OWNER.in(execution)) || chosen.contains(person.id()))
                                .map(person -> person.mailbox()))
                .toList();
        return desk.letter(execution, lead, others);
    }

    private static List<Mailbox> readers(Letter letter) {
        return Stream.concat(
                        Stream.of(new Mailbox(
                                letter.contact().email(), letter.contact().name())),
                        letter.others().stream())
                .toList();
    }

    private static MailFile file(CalendarFile.Written written) {
        return new MailFile(
                written.method().equals("CANCEL") ? "cancelled.ics" : "kick-off.ics",
                "text/calendar; method=" + written.method() + "; charset=UTF-8",
                written.content());
    }
}
