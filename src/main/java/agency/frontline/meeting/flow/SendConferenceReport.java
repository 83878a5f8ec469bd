package agency.frontline.meeting.flow;

import static agency.frontline.meeting.flow.ConferenceReportFlow.*;

import agency.frontline.calendar.CalendarFile;
import agency.frontline.casefile.Deadlines;
import agency.frontline.correction.CorrectionSource;
import agency.frontline.correction.flow.CorrectionsOnForm;
import agency.frontline.mail.MailFile;
import agency.frontline.meeting.Attendee;
import agency.frontline.meeting.Attendee.Side;
import agency.frontline.meeting.Meetings;
import agency.frontline.meeting.Report;
import agency.frontline.nextstep.NextStep;
import agency.frontline.nextstep.StepOutcome;
import agency.frontline.nextstep.flow.StepsOnForm;
import agency.frontline.notification.Letters;
import agency.frontline.notification.ReportWords;
import agency.frontline.report.Documents;
import agency.frontline.store.CrashPoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The report goes to everybody who was there: to read, as PDF, and with entries for their calendars (C-23, F12). */
@Component
class SendConferenceReport implements JavaDelegate {

    /** What a meeting takes when nobody said. */
    private static final Duration AN_HOUR = Duration.ofHours(1);

    private final MeetingDesk desk;
    private final Meetings meetings;
    private final StepsOnForm steps;
    private final CorrectionsOnForm corrections;
    private final Deadlines deadlines;
    private final Documents documents;
    private final Letters letters;

    SendConferenceReport(
            MeetingDesk desk,
            Meetings meetings,
            StepsOnForm steps,
            CorrectionsOnForm corrections,
            Deadlines deadlines,
            Documents documents,
            Letters letters) {
        this.desk = desk;
        this.meetings = meetings;
        this.steps = steps;
        this.corrections = corrections;
        this.deadlines = deadlines;
        this.documents = documents;
        this.letters = letters;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var key = desk.key(execution);
        var report = desk.written(execution);
        var version = REPORT_VERSION.in(execution) + 1;
        REPORT_VERSION.set(execution, version);
        var language = desk.contact(execution).language();
        meetings.send(
                key, version, language, report, CLIENT_WORDS.find(execution).orElse(null));
        CLIENT_WORDS.clear(execution);
        var agreed = steps.agree(execution, report.steps());
        corrections.note(execution, desk.meeting(execution).first(), CorrectionSource.REPORT, report.corrections());
        var words = words(execution, report, version, agreed);
        var letter = desk.letter(execution, language);
        var files = new ArrayList<MailFile>();
        files.add(new MailFile(
                letters.fileName(letter, version),
                "application/pdf",
                documents.pdf(letters.reportPage(letter, words))));
        files.addAll(calendar(execution, report, agreed));
        CrashPoint.reached("report.rendered");
        letters.conferenceReport(
                letter,
                report.attendees().stream()
                        .map(Attendee::mailbox)
                        .filter(Objects::nonNull)
                        .toList(),
                words,
                files,
                SEND_NOW.find(execution).orElse(false));
        deadlines.met(key, "report", desk.now());
    }

    private ReportWords words(DelegateExecution execution, Report report, int version, List<NextStep> agreed) {
        var meeting = desk.meeting(execution);
        return new ReportWords(
                meeting.subject(),
                meeting.channel(),
                meeting.startedAt(),
                version,
                names(report, Side.CLIENT),
                names(report, Side.AGENCY),
                names(report, Side.GUEST),
                report.decisions(),
                report.openItems(),
                agreed.stream()
                        .map(step -> new ReportWords.Step(
                                step.what(),
                                step.owner().name(),
                                step.day(),
                                step.outcome() == null ? null : step.outcome() == StepOutcome.DONE))
                        .toList(),
                report.nextMeeting(),
                report.nextMeetingPlace());
    }

    private static List<String> names(Report report, Side side) {
        return report.attendees().stream()
                .filter(attendee -> attendee.side() == side)
                .map(Attendee::name)
                .toList();
    }

    /**
     * Steps as entries of their days and the next meeting as an invitation. Whatever moves keeps its UID and grows its
     * SEQUENCE; whatever is off is cancelled (RFC 5546).
     */
    private List<MailFile> calendar(DelegateExecution execution, Report report, List<NextStep> agreed) {
        var files = new ArrayList<MailFile>();
        var zone = desk.client(execution).timeZone();
        var open = new CalendarFile(zone, letters.domain());
        var off = new CalendarFile(zone, letters.domain());
        for (var step : agreed) {
            var entry = new CalendarFile.Entry(
                    step.id().replace('/', '-'),
                    step.revision(),
                    step.owner().name() + ": " + step.what(),
                    step.what() + "\n" + step.id());
            if (step.isOpen()) {
                open.allDay(entry, step.day());
            } else if (step.outcome() == StepOutcome.DROPPED) {
                off.allDay(entry, step.day());
            }
        }
        if (!open.isEmpty()) {
            files.add(file("next-steps.ics", open.publish(letters.organizer())));
        }
        nextMeeting(execution, report, files, off);
        if (!off.isEmpty()) {
            files.add(file("cancelled.ics", off.cancel(letters.organizer())));
        }
        return files;
    }

    private void nextMeeting(DelegateExecution execution, Report report, List<MailFile> files, CalendarFile off) {
        var key = desk.key(execution);
        var before = desk.meeting(execution);
        var same = Objects.equals(before.nextMeeting(), report.nextMeeting())
                && Objects.equals(Objects.toString(before.nextMeetingPlace(), ""), report.nextMeetingPlace());
        if (same && report.nextMeeting() == null) {
            return;
        }
        var revision = before.invitation() + (same || before.nextMeeting() == null && before.invitation() == 0 ? 0 : 1);
        meetings.goesOn(key, report.nextMeeting(), report.nextMeetingPlace(), revision);
        var entry = new CalendarFile.Entry(
                before.first() + "-next",
                revision,
                desk.client(execution).name() + ": " + before.subject(),
                before.subject());
        if (report.nextMeeting() == null) {
            off.timed(entry, before.nextMeeting(), AN_HOUR, before.nextMeetingPlace());
            return;
        }
        var invitation = new CalendarFile(desk.client(execution).timeZone(), letters.domain());
        invitation.timed(entry, report.nextMeeting(), AN_HOUR, report.nextMeetingPlace());
        files.add(file(
                "next-meeting.ics",
                invitation.request(
                        letters.organizer(),
                        report.attendees().stream()
                                .map(Attendee::mailbox)
                                .filter(Objects::nonNull)
                                .toList())));
    }

    private static MailFile file(String name, CalendarFile.Written written) {
        return new MailFile(name, "text/calendar; method=" + written.method() + "; charset=UTF-8", written.content());
    }
}
