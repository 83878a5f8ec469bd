package agency.frontline.meeting;

import agency.frontline.correction.Noted;
import agency.frontline.meeting.Attendee.Side;
import agency.frontline.nextstep.Agreed;
import agency.frontline.nextstep.NextStep;
import agency.frontline.nextstep.StepOwner;
import agency.frontline.text.Answers;
import agency.frontline.text.Mailbox;
import agency.frontline.text.Refusal;
import agency.frontline.text.SafeText;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A conference report as its writer leaves it: who was there, what was decided, what is open, and who does what by when
 * (C-23).
 *
 * @param waitedFor null when the meeting began on time
 * @param corrections what was put right, or has to be; for us, the client does not read it as such (C-88)
 * @param nextMeeting null when none was agreed
 */
public record Report(
        List<Attendee> attendees,
        @Nullable WaitedFor waitedFor,
        String decisions,
        String openItems,
        List<Agreed> steps,
        List<Noted> corrections,
        @Nullable Instant nextMeeting,
        String nextMeetingPlace) {

    /** More than this is seldom read to its end (C-23). */
    public static final int SHORT_ENOUGH = 400;

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:['’\\-][\\p{L}\\p{N}]+)*+");
    private static final int MOST_GUESTS = 50;

    /** What the writer's form can refer to: the people, the open steps, the client's words to avoid, the day. */
    public record Room(
            Function<String, @Nullable Attendee> knownAttendee,
            Function<String, @Nullable StepOwner> knownOwner,
            List<NextStep> standing,
            boolean beganLate,
            List<String> jargonToAvoid,
            LocalDate today,
            Instant now) {

        /** For what was let through already and is carried out later: the days that it names may have come since. */
        public Room later() {
            return new Room(knownAttendee, knownOwner, standing, beganLate, List.of(), LocalDate.MIN, Instant.MIN);
        }
    }

    /**
     * Reads the form.
     *
     * @throws agency.frontline.text.Refusal with each missing part; a long report or one with words the client does not
     *     want to read is refused once, unless {@code sendAnyway} says that its writer has seen it
     */
    public static Report from(Answers answers, Room room) {
        var attendees = attendees(answers, room);
        var waitedFor = room.beganLate()
                ? answers.requiredChoice(
                        "waitedFor", WaitedFor.class, "The meeting began late: say who was waited for.")
                : null;
        var decisions = answers.text("decisions");
        var openItems = answers.text("openItems");
        var steps = Agreed.from(answers, "nextSteps", room.knownOwner(), room.standing(), room.today());
        if (decisions.isEmpty()
                && openItems.isEmpty()
                && answers.rows("nextSteps").isEmpty()) {
            answers.refuse("decisions", "Write down at least one decision, open item or next step.");
        }
        var corrections = Noted.rows(answers, "corrections");
        var nextMeeting = answers.moment("nextMeeting");
        if (nextMeeting != null && !nextMeeting.isAfter(room.now())) {
            answers.refuse(
                    "nextMeeting", "The next meeting is still to come; choose a later moment or leave it empty.");
        }
        var report = new Report(
                attendees,
                waitedFor,
                decisions,
                openItems,
                steps,
                corrections,
                nextMeeting,
                answers.text("nextMeetingPlace"));
        report.warn(answers, room.jargonToAvoid());
        answers.done();
        return report;
    }

    private void warn(Answers answers, List<String> jargonToAvoid) {
        if (answers.flag("sendAnyway")) {
            return;
        }
        var words = words();
        if (words > SHORT_ENOUGH) {
            answers.refuse(
                    "sendAnyway",
                    "The report has %d words; more than %d are seldom read. Shorten it, or tick \"Send it as it is\" behind \"More\"."
                            .formatted(words, SHORT_ENOUGH));
        }
        var jargon = jargon(jargonToAvoid);
        if (!jargon.isEmpty()) {
            answers.refuse(
                    "sendAnyway",
                    "This client does not want to read %s. Say it in plainer words, or tick \"Send it as it is\" behind \"More\"."
                            .formatted(jargon.stream()
                                    .map(word -> "\"" + word + "\"")
                                    .collect(Collectors.joining(", "))));
        }
    }

    private static List<Attendee> attendees(Answers answers, Room room) {
        var attendees = new ArrayList<Attendee>();
        for (var id : new LinkedHashSet<>(answers.list("attendees"))) {
            var known = room.knownAttendee().apply(id);
            if (known == null) {
                answers.refuse("attendees", "There is nobody '" + id + "' at the client or on its team.");
            } else {
                attendees.add(known);
            }
        }
        attendees.addAll(guests(answers));
        if (attendees.stream().noneMatch(attendee -> attendee.side() == Side.CLIENT)) {
            answers.refuse("attendees", "Say who of the client was there.");
        }
        if (attendees.stream().noneMatch(attendee -> attendee.side() == Side.AGENCY)) {
            answers.refuse("attendees", "Say who of us was there.");
        }
        return attendees;
    }

    /** One a line: a name, with or without a mail address. */
    private static List<Attendee> guests(Answers answers) {
        var guests = new ArrayList<Attendee>();
        var lines = answers.text("guests").lines().map(String::strip).filter(line -> !line.isEmpty());
        for (var line : lines.limit(MOST_GUESTS + 1L).toList()) {
            if (guests.size() == MOST_GUESTS) {
                answers.refuse("guests", "Name at most " + MOST_GUESTS + " guests.");
                break;
            }
            if (!line.contains("@")) {
                guests.add(new Attendee(Side.GUEST, null, SafeText.line(line, 200), null));
                continue;
            }
            try {
                var mailbox = Mailbox.of(line);
                var name = mailbox.name() == null ? mailbox.address() : SafeText.line(mailbox.name(), 200);
                guests.add(new Attendee(Side.GUEST, null, name, mailbox.address()));
            } catch (Refusal noAddress) {
                answers.refuse(
                        "guests",
                        "\"%s\" has no mail address that could be written to; write one guest a line, as Ann Guest <ann@example.com>."
                                .formatted(SafeText.line(line, 100)));
            }
        }
        return guests;
    }

    /** How many words somebody has to read. */
    public int words() {
        return (int) WORD.matcher(text()).results().count();
    }

    /** The words on the client's list that stand in the report, whatever their case (C-71). */
    public List<String> jargon(List<String> toAvoid) {
        var text = text();
        return toAvoid.stream()
                .filter(word -> Pattern.compile(
                                "(?<![\\p{L}\\p{N}])" + Pattern.quote(word.strip()) + "(?![\\p{L}\\p{N}])",
                                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                        .matcher(text)
                        .find())
                .toList();
    }

    private String text() {
        return Stream.concat(Stream.of(decisions, openItems), steps.stream().map(Agreed::what))
                .collect(Collectors.joining("\n"));
    }
}
