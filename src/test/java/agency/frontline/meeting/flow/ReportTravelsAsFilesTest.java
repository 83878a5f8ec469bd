package agency.frontline.meeting.flow;

import static agency.frontline.meeting.flow.NextStepsAreFollowedTest.standingRows;
import static agency.frontline.meeting.flow.Reports.*;
import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.client.Client;
import agency.frontline.mail.MailFile;
import agency.frontline.story.Case;
import agency.frontline.story.Cases;
import agency.frontline.story.FlowStory;
import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@FlowStory
@DisplayName("A report travels as a document and as entries for people's calendars")
class ReportTravelsAsFilesTest {

    @Autowired
    Cases cases;

    @Test
    void thePdfSaysWhatTheMailSaysInItsOwnFontsAndThePictureIsKept() throws IOException {
        var client = cases.clientLike("CEDAR");
        var meeting = met(cases, client, "Start kampanii „Jesień” – żółć i gęś");
        meeting.does(
                "manager",
                "writeConferenceReport",
                with(
                        report(
                                client,
                                step("Wysłać harmonogram", "media", meeting.day(2)),
                                step("Podać drukarnię", ceo(client), meeting.day(3))),
                        "decisions",
                        "Start pozostaje 1 marca.\nBudżet bez zmian: 48 000 zł.\n\nŻadnych nowych formatów."));
        var pdf = file(meeting, ".pdf");
        assertThat(pdf.type()).isEqualTo("application/pdf");
        try (var document = Loader.loadPDF(pdf.content())) {
            var text = new PDFTextStripper().getText(document);
            assertThat(text)
                    .contains("Raport ze spotkania", "Start pozostaje 1 marca.", "Wysłać harmonogram", "żółć i gęś")
                    .contains("poniedziałek", "Kolejne kroki");
            assertThat(document.getDocumentInformation().getTitle()).contains("Jesień");
            var fonts = new ArrayList<String>();
            for (COSName name : document.getPage(0).getResources().getFontNames()) {
                var font = document.getPage(0).getResources().getFont(name);
                assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                fonts.add(font.getName());
            }
            assertThat(fonts).anyMatch(name -> name.contains("SourceSans3"));
            var picture = new PDFRenderer(document).renderImageWithDPI(0, 100);
            var folder = Files.createDirectories(Path.of("target", "documents"));
            javax.imageio.ImageIO.write(
                    picture, "png", folder.resolve("conference-report-pl.png").toFile());
        }
    }

    @Test
    void aLongReportRunsOverPagesAndCountsThem() throws IOException {
        var client = cases.clientLike("BIRCH");
        var meeting = met(cases, client, "A long day");
        meeting.does(
                "manager",
                "writeConferenceReport",
                with(
                        with(report(client), "decisions", "We spoke of many things.\n\n".repeat(120)),
                        "sendAnyway",
                        true));
        try (var document = Loader.loadPDF(file(meeting, ".pdf").content())) {
            assertThat(document.getNumberOfPages()).isGreaterThan(2);
            assertThat(new PDFTextStripper().getText(document)).contains("2 / " + document.getNumberOfPages());
        }
    }

    @Test
    void hostileWordsStayWords() throws IOException {
        var client = cases.clientLike("BIRCH");
        var meeting = met(cases, client, "<img src=http://127.0.0.1:9/x> & Co");
        meeting.does(
                "manager",
                "writeConferenceReport",
                with(
                        report(client, step("<b onclick=x>Send</b> &lol; it", "media", meeting.day(2))),
                        "decisions",
                        "<link rel=stylesheet href=file:///etc/passwd> ${1+1} [[${1+1}]]"));
        try (var document = Loader.loadPDF(file(meeting, ".pdf").content())) {
            var text = new PDFTextStripper().getText(document);
            assertThat(text)
                    .contains("<img src=http://127.0.0.1:9/x> & Co")
                    .contains("<b onclick=x>Send</b> &lol; it")
                    .contains("href=file:///etc/passwd", "${1+1} [[${1+1}]]")
                    .doesNotContain("root:");
        }
        var events = calendar(meeting, "next-steps.ics").getEvents();
        assertThat(events.get(0).getSummary().getValue()).contains("<b onclick=x>Send</b> &lol; it");
    }

    @Test
    void eachStepIsAnEntryOfItsDayThatMovesAndIsCancelledUnderOneName() {
        var client = cases.clientLike("BIRCH");
        var meeting = met(cases, client, "Plan");
        meeting.does(
                "manager",
                "writeConferenceReport",
                report(
                        client,
                        step("Send the plan", "media", meeting.day(2)),
                        step("Book the hall", "manager", meeting.day(3))));
        var first = calendar(meeting, "next-steps.ics");
        assertThat(first.getMethod().isPublish()).isTrue();
        assertThat(first.getEvents()).hasSize(2);
        var entry = first.getEvents().get(0);
        assertThat(entry.getDateStart().getValue().hasTime()).isFalse();
        assertThat(entry.getDateStart().getValue().getRawComponents().toString().replace("-", ""))
                .startsWith(meeting.day(2).replace("-", ""));
        assertThat(entry.getSequence().getValue()).isZero();

        meeting.clientWrites("The plan is due two days later, and no hall is needed.");
        var rows = standingRows(meeting);
        meeting.does(
                "manager",
                "writeConferenceReport",
                report(
                        client,
                        with(standing(rows.get(0), "OPEN"), "due", meeting.day(4)),
                        with(standing(rows.get(1), "DROPPED"), "note", "No hall is needed")));
        var moved = calendar(meeting, "next-steps.ics").getEvents();
        assertThat(moved).singleElement().satisfies(event -> {
            assertThat(event.getUid().getValue()).isEqualTo(entry.getUid().getValue());
            assertThat(event.getSequence().getValue()).isEqualTo(1);
        });
        var off = calendar(meeting, "cancelled.ics");
        assertThat(off.getMethod().isCancel()).isTrue();
        assertThat(off.getEvents()).singleElement().satisfies(event -> {
            assertThat(event.getUid().getValue())
                    .isEqualTo(first.getEvents().get(1).getUid().getValue());
            assertThat(event.getSequence().getValue()).isEqualTo(1);
            assertThat(event.getStatus().isCancelled()).isTrue();
        });
    }

    @Test
    void theNextMeetingIsAnInvitationAtTheRightLocalHourAlsoAfterTheClocksChange() {
        var client = cases.clientLike("CEDAR");
        var meeting = met(cases, client, "Plan");
        var year = cases.now().atZone(client.timeZone()).getYear() + 1;
        // The clocks go forward on the last Sunday of March.
        var summer = year + "-06-15T10:00+02:00";
        meeting.does("manager", "writeConferenceReport", invited(client, summer, "At ours"));
        var invitation = calendar(meeting, "next-meeting.ics");
        assertThat(invitation.getMethod().isRequest()).isTrue();
        var event = only(invitation);
        assertThat(event.getDateStart().getValue().toInstant()).isEqualTo(year + "-06-15T08:00:00Z");
        assertThat(new String(file(meeting, "next-meeting.ics").content(), StandardCharsets.UTF_8))
                .contains("DTSTART;TZID=Europe/Warsaw:" + year + "0615T100000")
                .contains("BEGIN:VTIMEZONE");
        assertThat(event.getOrganizer().getEmail()).isEqualTo("service@frontline.example");
        assertThat(event.getAttendees())
                .extracting(attendee -> attendee.getEmail())
                .contains(ceo(client));
        assertThat(event.getLocation().getValue()).isEqualTo("At ours");

        var again = cases.find(cases.answerTo(meeting, "Wednesday is better."));
        again.does("manager", "writeConferenceReport", invited(client, year + "-06-16T10:00+02:00", "At ours"));
        var moved = only(calendar(again, "next-meeting.ics"));
        assertThat(moved.getUid().getValue()).isEqualTo(event.getUid().getValue());
        assertThat(moved.getSequence().getValue()).isEqualTo(event.getSequence().getValue() + 1);

        var off = cases.find(cases.answerTo(again, "We do not need to meet."));
        off.does("manager", "writeConferenceReport", report(client));
        var cancelled = only(calendar(off, "cancelled.ics"));
        assertThat(cancelled.getUid().getValue()).isEqualTo(event.getUid().getValue());
        assertThat(cancelled.getSequence().getValue())
                .isEqualTo(event.getSequence().getValue() + 2);
    }

    private static Map<String, Object> invited(Client client, String when, String where) {
        return with(with(report(client), "nextMeeting", when), "nextMeetingPlace", where);
    }

    private static VEvent only(ICalendar calendar) {
        assertThat(calendar.getEvents()).hasSize(1);
        return calendar.getEvents().get(0);
    }

    private static ICalendar calendar(Case meeting, String name) {
        return Biweekly.parse(new String(file(meeting, name).content(), StandardCharsets.UTF_8))
                .first();
    }

    private static MailFile file(Case meeting, String ending) {
        var files = List.copyOf(meeting.lastToClient().files());
        return files.stream()
                .filter(file -> file.name().endsWith(ending))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No " + ending + " among " + files));
    }
}
