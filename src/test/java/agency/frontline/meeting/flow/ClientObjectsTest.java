package agency.frontline.meeting.flow;

import static agency.frontline.meeting.flow.NextStepsAreFollowedTest.standingRows;
import static agency.frontline.meeting.flow.Reports.*;
import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.casefile.Status;
import agency.frontline.meeting.Meetings;
import agency.frontline.nextstep.NextSteps;
import agency.frontline.story.Case;
import agency.frontline.story.Cases;
import agency.frontline.story.FlowStory;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@FlowStory
@DisplayName("A client who remembers it differently gets a corrected report, and every version stays")
class ClientObjectsTest {

    @LocalServerPort
    int port;

    @Autowired
    Cases cases;

    @Autowired
    Meetings meetings;

    @Autowired
    NextSteps steps;

    @Test
    void theReportIsOpenAgainWithTheirWordsAndGoesOutAsANewVersion() {
        var client = cases.clientLike("BIRCH");
        var meeting = met(cases, client, "Plan");
        meeting.does("manager", "writeConferenceReport", report(client, step("Send the plan", "media", meeting.day(2))))
                .clientWrites("That is not what we agreed: the plan comes on Friday.")
                .waitsAt("writeConferenceReport", "completeNextStep");
        assertThat(meeting.told("manager")).contains("clientAnsweredReport");
        assertThat((String) meeting.shown("manager", "writeConferenceReport", "clientWords"))
                .contains("the plan comes on Friday");
        assertThat(meeting.shown("manager", "writeConferenceReport", "decisions"))
                .isEqualTo("The launch stays on 1 March.");
        var row = with(standing(standingRows(meeting).get(0), "OPEN"), "due", meeting.day(4));
        meeting.does("manager", "writeConferenceReport", report(client, row)).isNotWaitingAt("writeConferenceReport");
        assertThat(meeting.open("completeNextStep")).isEqualTo(1);
        assertThat(meeting.toClient()).hasSize(2);
        assertThat(meeting.lastToClient().subject()).contains("Corrected");
        assertThat(meeting.lastToClient().text()).contains("version 2");
        assertThat(meetings.versions(meeting.key()))
                .extracting(Meetings.Version::number)
                .containsExactly(1, 2);
        assertThat(meetings.versions(meeting.key()).get(1).objection()).contains("the plan comes on Friday");
        assertThat(steps.of(meeting.key())).singleElement().satisfies(step -> {
            assertThat(step.revision()).isEqualTo(1);
            assertThat(step.day()).hasToString(meeting.day(4));
        });
        meeting.does("media", "completeNextStep", with(Map.of("stepOutcome", "DONE")))
                .endsAs(Status.RESOLVED);
    }

    @Test
    void aThankYouChangesNothing() {
        var client = cases.clientLike("BIRCH");
        var meeting = met(cases, client, "Plan");
        meeting.does("manager", "writeConferenceReport", report(client, step("Send the plan", "media", meeting.day(2))))
                .clientWrites("Thank you, that is right.")
                .refuses(
                        "manager",
                        "writeConferenceReport",
                        with(Map.of("reportAction", "DROP", "reason", "nothing")),
                        "reportAction")
                .does("manager", "writeConferenceReport", with(Map.of("reportAction", "STANDS")))
                .waitsAt("completeNextStep");
        assertThat(meeting.toClient()).hasSize(1);
    }

    @Test
    void aSecondMailStandsOnTheFormThatIsOpenAlready() {
        var client = cases.clientLike("BIRCH");
        var meeting = met(cases, client, "Plan");
        meeting.does("manager", "writeConferenceReport", report(client, step("Send the plan", "media", meeting.day(2))))
                .clientWrites("One thing is wrong.")
                .clientWrites("And another one.");
        assertThat(meeting.open("writeConferenceReport")).isEqualTo(1);
        assertThat((String) meeting.shown("manager", "writeConferenceReport", "clientWords"))
                .contains("One thing", "And another");
    }

    @Test
    void whenAllStepsAreDoneTheNewVersionIsACaseOfItsOwn() {
        var client = cases.clientLike("BIRCH");
        var meeting = met(cases, client, "Plan");
        meeting.does("manager", "writeConferenceReport", report(client)).endsAs(Status.RESOLVED);
        var later = cases.find(cases.answerTo(meeting, "We said 2 March."));
        assertThat(later.key()).isNotEqualTo(meeting.key());
        assertThat(later.head().reopens()).isEqualTo(meeting.key());
        later.waitsAt("writeConferenceReport");
        assertThat(later.shown("manager", "writeConferenceReport", "decisions"))
                .isEqualTo("The launch stays on 1 March.");
        later.does(
                        "manager",
                        "writeConferenceReport",
                        with(report(client), "decisions", "The launch moves to 2 March."))
                .endsAs(Status.RESOLVED);
        assertThat(later.lastToClient().text()).contains("version 2", "2 March");
        assertThat(meetings.versions(later.key()))
                .extracting(Meetings.Version::number)
                .containsExactly(2);
    }

    @Test
    void whatTheySaidOnThePhoneCountsAsWell() throws Exception {
        var client = cases.clientLike("BIRCH");
        var meeting = met(cases, client, "Plan");
        meeting.does(
                "manager", "writeConferenceReport", report(client, step("Send the plan", "media", meeting.day(2))));
        var said = "{\"direction\":\"CLIENT_SAID\",\"channel\":\"PHONE\",\"text\":\"It was Friday we agreed on.\"}";
        assertThat(log("planner", meeting, said))
                .as("a specialist who has no part in it")
                .isEqualTo(404);
        assertThat(log("manager", meeting, said.replace("CLIENT_SAID", "WE_SAID")))
                .isEqualTo(400);
        assertThat(log("manager", meeting, said)).isEqualTo(204);
        meeting.settle().waitsAt("writeConferenceReport", "completeNextStep");
        assertThat((String) meeting.shown("manager", "writeConferenceReport", "clientWords"))
                .contains("It was Friday we agreed on.");
    }

    private int log(String user, Case meeting, String said) throws IOException, InterruptedException {
        var basic = Base64.getEncoder().encodeToString((user + ":demo").getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/api/cases/" + meeting.key() + "/contacts"))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(said))
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }
}
