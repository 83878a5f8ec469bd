package agency.frontline.deliverable.flow;

import static agency.frontline.deliverable.flow.LetterIsApprovedTest.textOf;
import static agency.frontline.deliverable.flow.Reviews.*;
import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.casefile.CaseFacts.Fact;
import agency.frontline.casefile.CaseRecords.Table;
import agency.frontline.casefile.Status;
import agency.frontline.deliverable.Deliverables;
import agency.frontline.story.Case;
import agency.frontline.story.Cases;
import agency.frontline.story.FlowStory;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@FlowStory
@DisplayName("Beside the tasks a deliverable is read, spoken of on the phone, and taken back")
class BesideTheTasksTest {

    private static final String THEY_SAID =
            "{\"direction\":\"CLIENT_SAID\",\"channel\":\"PHONE\",\"text\":\"Fine by me.\"}";

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Autowired
    Cases cases;

    @Autowired
    Deliverables deliverables;

    @Test
    void whatTheySayOnThePhoneGoesTheWayOfAMail() throws Exception {
        var review = asked();
        assertThat(post("planner", review, "contacts", THEY_SAID))
                .as("a specialist who has no part in it")
                .isEqualTo(404);
        assertThat(post("manager", review, "contacts", THEY_SAID)).isEqualTo(204);
        review.settle().waitsAt("recordClientAnswer");
        assertThat(review.head().status()).isEqualTo(Status.OPEN);
        assertThat((String) review.shown("manager", "recordClientAnswer", "clientWords"))
                .contains("Fine by me.");
        assertThat(review.told("manager")).containsExactly("clientAnsweredDeliverable");
    }

    @Test
    void whatTheySayWhileItIsDraftedStandsBeforeWhoeverDrafts() throws Exception {
        var review = needed(cases, cases.clientLike("BIRCH"), LETTER, "Roadside launch");
        review.clientWrites("Do not forget the roundabout.");
        assertThat(review.told("manager")).containsExactly("clientAnsweredDeliverable");
        assertThat(post("manager", review, "contacts", THEY_SAID.replace("Fine by me", "And the bridge")))
                .isEqualTo(204);
        assertThat((String) review.shown("manager", "draftDeliverable", "clientWords"))
                .contains("Do not forget the roundabout.", "And the bridge.");
    }

    @Test
    void whatNobodyNeedsAnyMoreIsTakenBackWhoeverIsAtIt() throws Exception {
        var review = needed(cases, cases.clientLike("BIRCH"), LETTER, "Roadside launch")
                .does("manager", "draftDeliverable", letter())
                .waitsAt("challengeDeliverable");
        var why = "{\"reason\":\"They do it themselves.\"}";
        assertThat(post("writer", review, "withdrawal", why)).isEqualTo(403);
        assertThat(post("manager2", review, "withdrawal", why)).isEqualTo(404);
        assertThat(post("manager", review, "withdrawal", "{\"reason\":\" \"}")).isEqualTo(400);
        review.waitsAt("challengeDeliverable");
        assertThat(post("manager", review, "withdrawal", why)).isEqualTo(204);
        review.endsAs(Status.WITHDRAWN);
        assertThat(review.outcome("deliverableReviewOutcome")).isEqualTo("deliverableTakenBack");
        assertThat(review.toClient()).isEmpty();
        assertThat(post("manager", review, "withdrawal", why)).isEqualTo(409);
    }

    @Test
    void everyVersionIsThereToBeReadByWhoeverMayReadTheCase() throws Exception {
        var review = asked();
        review.does("manager", "recordClientAnswer", changes("Fewer boards."))
                .does("manager", "draftDeliverable", with(letter(), "scopeIn", "Ten boards."));
        var first = get("manager", "/api/cases/" + review.key() + "/documents/1");
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("attachment", review.key() + " v1.pdf");
        assertThat(textOf(first.body())).contains("Twelve boards");
        assertThat(textOf(get("auditor", "/api/cases/" + review.key() + "/documents/2")
                        .body()))
                .contains("Ten boards.", "Draft for our own discussion", "since the version before");
        assertThat(get("manager2", "/api/cases/" + review.key() + "/documents/1")
                        .statusCode())
                .isEqualTo(404);
        assertThat(get("manager", "/api/cases/" + review.key() + "/documents/3").statusCode())
                .isEqualTo(404);
        assertThat(get("manager", "/api/cases/" + review.key() + "/documents/1%20or%201=1")
                        .statusCode())
                .isEqualTo(404);
        var story = new String(get("manager", "/api/cases/" + review.key()).body(), StandardCharsets.UTF_8);
        assertThat(story).contains("\"documents\":[{\"id\":\"1\"", "they asked for changes", "ATTACHMENT_READ");
    }

    @Test
    void challengesAndCompromisesAreListedWithTheCase() {
        var review = needed(cases, cases.clientLike("BIRCH"), LETTER, "Roadside launch")
                .does("manager", "draftDeliverable", letter())
                .does("writer", "challengeDeliverable", challenges(must("Name the study.", "LEGAL")));
        review.does(
                "manager",
                "stateOpinion",
                with(
                        stated("GO_ON", answer(review, 1, "NO_MUST", "Their lawyers say so.")),
                        "compromises",
                        rows(Map.of("givenUp", "The study", "forWhat", "A shorter text", "agreedBy", "Odile"))));
        assertThat(deliverables.tables(review.key()))
                .flatExtracting(Table::rows)
                .contains(
                        List.of(
                                "1",
                                "Name the study.",
                                "a must, legal",
                                "Lena Fischer",
                                "no must after all; it stays out: Their lawyers say so."),
                        List.of("The study", "A shorter text", "Odile"));
        assertThat(deliverables.of(review.key()))
                .contains(new Fact("Challenges", "0 suggestions, 1 must"), new Fact("Compromises", "1"));
    }

    private Case asked() {
        var review = needed(cases, cases.clientLike("BIRCH"), LETTER, "Roadside launch");
        review.does("manager", "draftDeliverable", letter())
                .does("writer", "challengeDeliverable", nothingToAdd())
                .does("manager", "stateOpinion", goesOn());
        return review.does("manager", "standBehindIt", signed(review)).waitsAt("recordClientAnswer");
    }

    private int post(String user, Case review, String what, String body) throws IOException, InterruptedException {
        var request = request(user, "/api/cases/" + review.key() + "/" + what)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.discarding()).statusCode();
    }

    private HttpResponse<byte[]> get(String user, String path) throws IOException, InterruptedException {
        return http.send(request(user, path).build(), BodyHandlers.ofByteArray());
    }

    private HttpRequest.Builder request(String user, String path) {
        var basic = Base64.getEncoder().encodeToString((user + ":demo").getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Basic " + basic);
    }
}
