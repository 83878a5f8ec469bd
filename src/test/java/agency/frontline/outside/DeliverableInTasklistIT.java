package agency.frontline.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A brief and its review, in a browser")
class DeliverableInTasklistIT {

    private static final String TITLE = "Summer on the road, in one page";

    private final RunningFrontline frontline = Office.frontline();
    private final Browser browser = Office.browser();
    private final Correspondent client = Correspondent.at("brand@maple.example", frontline);

    private Tasklist manager;
    private Tasklist writer;

    @AfterEach
    void logOut() {
        if (manager != null) {
            manager.close();
        }
        if (writer != null) {
            writer.close();
        }
    }

    @Test
    @DisplayName(
            "the manager drafts, the writer challenges, the manager answers and signs, the client approves by mail")
    void theBriefIsDraftedChallengedSignedAndApproved() {
        Rest.as("manager2", frontline)
                .post(
                        "/engine-rest/process-definition/key/deliverableReview/submit-form",
                        Map.of(
                                "variables",
                                Map.of(
                                        "contact", Map.of("value", "brand@maple.example"),
                                        "deliverableKind", Map.of("value", "CREATIVE_BRIEF"),
                                        "title", Map.of("value", TITLE),
                                        "purpose", Map.of("value", "The team knows what to draw on Monday."),
                                        "chooseChallengers", Map.of("value", true),
                                        "specialists", Map.of("value", "[\"writers\"]", "type", "Json"))));
        manager = Tasklist.as("manager2", browser, frontline);
        var draft = manager.open("My tasks", "Draft deliverable", TITLE);
        assertThat(draft.shown("Objective")).isEqualTo("The team knows what to draw on Monday.");
        assertThat(draft.text()).doesNotContain("What is not included?", "Our position");
        draft.write("What the client told us", "People should grin at seventy miles an hour.")
                .write("Whom do we speak to?", "Somebody on the way to work.")
                .write("The one thing to remember", "It tastes of summer.")
                .picture("drafts-a-brief")
                .complete();

        writer = Tasklist.as("writer", browser, frontline);
        writer.open("Offered to me", "Challenge deliverable", TITLE);
        var challenge = writer.claim();
        assertThat(challenge.shown("The text")).contains("It tastes of summer.");
        challenge
                .addRow()
                .write("What?", "The claim needs the study beside it.")
                .select("How much does it weigh?", "a must")
                .select("Whose must is it?", "the law says so")
                .picture("challenges-a-brief")
                .submit("Done");

        var opinion = manager.open("My tasks", "State opinion", TITLE);
        assertThat(opinion.shown("Challenge")).isEqualTo("The claim needs the study beside it.");
        opinion.select("Does it go in?", "it goes in")
                .write("Where do you stand?", "Right, it needs the study.")
                .choose("What happens now?", "The draft changes first")
                .picture("states-an-opinion")
                .submit("Done");

        var again = manager.open("My tasks", "Draft deliverable", TITLE);
        assertThat(again.shown("After the discussion")).contains("The claim needs the study beside it.");
        assertThat(again.shown("Whom do we speak to?")).isEqualTo("Somebody on the way to work.");
        again.write("Why they believe it", "Nine of ten said so in the Leeds study.")
                .tick("The team has discussed this already")
                .picture("drafts-it-again")
                .complete();

        var second = manager.open("My tasks", "State opinion", TITLE);
        assertThat(second.shown("What has changed")).contains("Nine of ten said so");
        second.write("Where do you stand?", "I would sign this.")
                .choose("What happens now?", "It goes on: next you sign for it")
                .submit("Done");

        var signature = manager.open("My tasks", "Stand behind it", TITLE);
        signature
                .tickAll("It is so")
                .choose("Does it do what it is for?", "Yes")
                .tick("I stand behind this")
                .tick("Send it at once")
                .picture("stands-behind-it")
                .submit("Done");

        var sent = client.gets("the brief", mail -> mail.subject().contains(TITLE));
        assertThat(sent.text()).contains("If it is right, a short");
        client.answers(sent, "Yes, that is us.");
        var answer = manager.open("My tasks", "Record client answer", TITLE);
        assertThat(answer.shown("What the client wrote")).contains("Yes, that is us.");
        answer.choose("What do they say?", "They approve it")
                .picture("records-the-answer")
                .complete();

        assertThat(List.of(manager, writer))
                .allSatisfy(
                        tasklist -> assertThat(tasklist.session().troubles()).isEmpty());
    }
}
