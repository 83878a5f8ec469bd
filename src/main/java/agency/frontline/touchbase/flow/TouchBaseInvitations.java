package agency.frontline.touchbase.flow;

import static agency.frontline.touchbase.flow.TouchBaseFlow.*;

import agency.frontline.calendar.CalendarFile;
import agency.frontline.client.Channel;
import agency.frontline.client.Contact;
import agency.frontline.mail.MailFile;
import agency.frontline.notification.Letter;
import agency.frontline.notification.Letters;
import agency.frontline.text.Mailbox;
import agency.frontline.touchbase.TouchBases.TouchBase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Invitations to a touch-base: to our own people, and to the client where the manager wants it. One name, ever higher SEQUENCE. */
@Component
class TouchBaseInvitations {

    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

    private final TouchBaseDesk desk;
    private final Letters letters;

    TouchBaseInvitations(TouchBaseDesk desk, Letters letters) {
        this.desk = desk;
        this.letters = letters;
    }

    /** Says when it is, or that it moves. */
    void send(DelegateExecution execution, boolean moved) {
        var touchBase = desk.touchBase(execution);
        var letter = letter(execution);
        var readers = readers(letter);
        letters.invitation(
                letter,
                "arrangeTouchBase",
                letters.touchBaseTitle(letter),
                letters.touchBaseText(letter, moved ? "moved" : "arranged", touchBase.plannedStart()),
                List.of(file(
                        "touch-base.ics",
                        entry(execution, letter, touchBase, touchBase.plannedStart())
                                .request(letters.organizer(), readers))));
    }

    /** Takes it out of the calendars again; nothing happens where no invitation is out. */
    void cancel(DelegateExecution execution, @Nullable Instant was) {
        if (was == null) {
            return;
        }
        var touchBase = desk.touchBase(execution);
        var letter = letter(execution);
        letters.invitation(
                letter,
                "noteSkippedTouchBase",
                letters.touchBaseTitle(letter),
                letters.touchBaseText(letter, "off", null),
                List.of(file(
                        "cancelled.ics",
                        entry(execution, letter, touchBase, was).cancel(letters.organizer()))));
    }

    private CalendarFile entry(DelegateExecution execution, Letter letter, TouchBase touchBase, Instant start) {
        var calendar = new CalendarFile(desk.client(execution).timeZone(), letters.domain());
        var title = letters.touchBaseTitle(letter);
        calendar.timed(
                new CalendarFile.Entry(desk.key(execution), touchBase.invitation(), title, title),
                start,
                HALF_AN_HOUR,
                null);
        return calendar;
    }

    /** The client's person is asked only where the manager wants it; our own person always is. */
    private Letter letter(DelegateExecution execution) {
        var owner = desk.person(OWNER.in(execution));
        if (INVITE_CLIENT.find(execution).orElse(false)) {
            return desk.letter(execution, List.of(owner.mailbox()));
        }
        var toOwner = desk.letter(execution);
        return new Letter(
                toOwner.idempotencyKey(),
                toOwner.theCase(),
                toOwner.client(),
                new Contact(owner.email(), owner.name(), null, "en", Channel.EMAIL),
                owner);
    }

    private static List<Mailbox> readers(Letter letter) {
        return Stream.concat(
                        Stream.of(new Mailbox(
                                letter.contact().email(), letter.contact().name())),
                        letter.others().stream())
                .toList();
    }

    private static MailFile file(String name, CalendarFile.Written written) {
        return new MailFile(name, "text/calendar; method=" + written.method() + "; charset=UTF-8", written.content());
    }
}
