package agency.frontline.desk;

import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.casefile.Attachment;
import agency.frontline.casefile.CaseNotes;
import agency.frontline.casefile.Conversation;
import agency.frontline.casefile.Direction;
import agency.frontline.casefile.Message;
import agency.frontline.client.Channel;
import agency.frontline.story.Case;
import agency.frontline.story.Cases;
import agency.frontline.story.FlowStory;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.camunda.spin.Spin;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@FlowStory
@DisplayName("Who may not see a case cannot tell it from one that does not exist")
class CasesAreTheirReadersTest {

    @Autowired
    Cases cases;

    @Autowired
    Conversation conversation;

    @Autowired
    CaseNotes notes;

    @Autowired
    Clock clock;

    @LocalServerPort
    int port;

    @ParameterizedTest(name = "{0} gets {1}")
    @CsvSource({
        "manager, 200",
        "manager2, 404",
        "director, 200",
        "auditor, 200",
        "planner, 200",
        "media, 404",
        "writer, 404",
        "owner, 404",
        "intake, 403",
        "admin, 403",
        "'', 401"
    })
    void eachRoleByEachDoor(String user, int expected) {
        var issue = anOpinionIsAsked();
        var file = attach(issue, "plan.txt", "text/plain", "Slots".getBytes(StandardCharsets.UTF_8));
        var visitor = new Visitor(port, user);

        for (var door : List.of("", "/attachments/" + file)) {
            assertThat(visitor.asks("/api/cases/" + issue.key() + door).statusCode())
                    .as("/api/cases/…%s", door)
                    .isEqualTo(expected);
        }
        // A page sends who has not logged in to do so.
        for (var door : List.of("", "/diagram")) {
            assertThat(visitor.asks("/cases/" + issue.key() + door).statusCode())
                    .as("/cases/…%s", door)
                    .isEqualTo(expected == 401 ? 302 : expected);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"manager2", "media", "owner"})
    void theAnswerIsTheSameAsForACaseThatDoesNotExist(String user) {
        var visitor = new Visitor(port, user);
        var hidden = visitor.asks("/api/cases/" + anOpinionIsAsked().key());
        var none = visitor.asks("/api/cases/ISS-1999-00001");

        assertThat(hidden.statusCode()).isEqualTo(none.statusCode());
        assertThat(hidden.body().replaceAll("ISS-\\d{4}-\\d{5}", "N"))
                .isEqualTo(none.body().replaceAll("ISS-\\d{4}-\\d{5}", "N"));
    }

    @Test
    void listsShowWhatTheirReaderMaySee() {
        var issue = anOpinionIsAsked();

        for (var user : List.of("manager", "director", "auditor", "planner")) {
            assertThat(new Visitor(port, user).asks("/api/cases").body())
                    .as(user)
                    .contains(issue.key());
            assertThat(new Visitor(port, user).opens("/cases").body()).as(user).contains(issue.key());
        }
        for (var user : List.of("manager2", "media", "owner")) {
            assertThat(new Visitor(port, user).asks("/api/cases").body())
                    .as(user)
                    .doesNotContain(issue.key());
            assertThat(new Visitor(port, user).opens("/cases").body()).as(user).doesNotContain(issue.key());
        }
    }

    @Test
    void aSpecialistReadsTheCaseAsLongAsItIsOpen() {
        var issue = anOpinionIsAsked();
        var planner = new Visitor(port, "planner");
        issue.does(
                "planner", "giveOpinion", Map.of("verdict", "CONFIRMS", "finding", "It fits", "recommendation", "Go"));

        assertThat(planner.asks("/api/cases/" + issue.key()).statusCode()).isEqualTo(200);

        new Visitor(port, "manager").posts("/api/cases/" + issue.key() + "/withdrawal", "{\"reason\":\"Settled\"}");
        assertThat(planner.asks("/api/cases/" + issue.key()).statusCode()).isEqualTo(404);
        assertThat(planner.asks("/api/cases").body()).doesNotContain(issue.key());
    }

    @Test
    void anEndedCaseIsFoundByClientStatusWordsAndDate() {
        var words = "The heron " + anOpinionIsAsked().key();
        var issue = cases.mailFrom("ceo@birch.example", "Birds", words);
        var auditor = new Visitor(port, "auditor");
        new Visitor(port, "manager").posts("/api/cases/" + issue.key() + "/withdrawal", "{\"reason\":\"Settled\"}");
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var heron = words.replace(" ", "%20");

        assertThat(auditor.asks("/api/cases?client=BIRCH&status=WITHDRAWN&text=" + heron)
                        .body())
                .contains(issue.key());
        assertThat(auditor.asks("/api/cases?client=CEDAR&text=" + heron).body()).isEqualTo("[]");
        assertThat(auditor.asks("/api/cases?status=RESOLVED&text=" + heron).body())
                .isEqualTo("[]");
        assertThat(auditor.opens("/cases?from=" + today + "&to=" + today + "&text=" + heron)
                        .body())
                .contains(issue.key());
        assertThat(auditor.opens("/cases?from=" + today.plusDays(1) + "&text=" + heron)
                        .body())
                .doesNotContain(issue.key());
    }

    @Test
    void anUnknownStatusIsRefusedWithTheKnownOnes() {
        var answer = new Visitor(port, "auditor").asks("/api/cases?status=CLOSED");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"field\":\"status\"", "WAITING_FOR_CLIENT");
    }

    @Test
    void aFileIsADownloadAndTheCaseRemembersWhoHadIt() {
        var issue = anOpinionIsAsked();
        var page = "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
        var file = attach(issue, "Żółć.html", "text/html", page);

        var answer = new Visitor(port, "auditor").asks("/api/cases/" + issue.key() + "/attachments/" + file);

        assertThat(answer.body()).contains("alert");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/octet-stream");
        assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment; filename=\"")
                .endsWith("filename*=UTF-8''%C5%BB%C3%B3%C5%82%C4%87.html");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(notes.of(issue.key())).anySatisfy(note -> assertThat(note)
                .extracting(CaseNotes.Note::who, CaseNotes.Note::kind, CaseNotes.Note::text)
                .containsExactly("auditor", "ATTACHMENT_READ", "Żółć.html"));
    }

    @Test
    void aFileOfAnotherCaseOrARefusedOneIsNotThere() {
        var issue = anOpinionIsAsked();
        var other = cases.mailFrom("marketing@cedar.example", "Inna", "Sprawa");
        var foreign = attach(other, "a.txt", "text/plain", new byte[] {1});
        var refused = attach(issue, "setup.exe", "application/octet-stream", null);
        var manager = new Visitor(port, "manager");

        assertThat(manager.asks("/api/cases/" + issue.key() + "/attachments/" + foreign)
                        .statusCode())
                .isEqualTo(404);
        assertThat(manager.asks("/api/cases/" + issue.key() + "/attachments/" + refused)
                        .statusCode())
                .isEqualTo(404);
        assertThat(manager.opens("/cases/" + issue.key()).body())
                .contains("setup.exe", "Programs are not kept.")
                .doesNotContain("/attachments/" + refused);
    }

    private Case anOpinionIsAsked() {
        return cases.mailFrom("ceo@birch.example", "The launch", "Will the posters be there on the first?")
                .does(
                        "manager",
                        "diagnoseIssue",
                        Map.ofEntries(
                                Map.entry("issueKind", "PROBLEM"),
                                Map.entry("reallyNeeds", "To know that the launch date holds"),
                                Map.entry("unsaid", "none heard"),
                                Map.entry("diagnosis", "The print shop has not confirmed the slot"),
                                Map.entry("view", "The date holds, with one proof round less"),
                                Map.entry("confidence", "MEDIUM"),
                                Map.entry("course", "CONSULT"),
                                Map.entry("specialists", Spin.JSON("[]").append("planners")),
                                Map.entry("whatINeed", "Can we book the other slot?"),
                                Map.entry("toldClient", "I think the date holds; I ask our planners.")))
                .waitsAt("giveOpinion");
    }

    /** @param content null for a file that was refused */
    private String attach(Case issue, String name, String type, byte[] content) {
        var refused = content == null ? "Programs are not kept." : null;
        var size = content == null ? 0 : content.length;
        conversation.record(
                new Message(
                        null,
                        issue.key(),
                        clock.instant(),
                        Direction.IN,
                        Channel.EMAIL,
                        "ceo@birch.example",
                        "Frontline",
                        "With a file",
                        "See the file.",
                        null,
                        null,
                        List.of(new Attachment(null, name, type, size, refused))),
                content == null ? Map.of() : Map.of(0, content));
        return conversation.of(issue.key()).stream()
                .flatMap(message -> message.attachments().stream())
                .filter(file -> file.name().equals(name))
                .map(Attachment::id)
                .findFirst()
                .orElseThrow();
    }
}
