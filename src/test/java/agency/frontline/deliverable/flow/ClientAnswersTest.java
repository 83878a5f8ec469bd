package agency.frontline.deliverable.flow;

import static agency.frontline.deliverable.flow.LetterIsApprovedTest.textOf;
import static agency.frontline.deliverable.flow.Reviews.*;
import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.casefile.Direction;
import agency.frontline.casefile.Status;
import agency.frontline.client.Channel;
import agency.frontline.client.Client;
import agency.frontline.deliverable.ClientAnswer;
import agency.frontline.deliverable.Deliverables;
import agency.frontline.mail.MailRefused;
import agency.frontline.story.Case;
import agency.frontline.story.Cases;
import agency.frontline.story.FlowStory;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

@FlowStory
@DisplayName("The client approves, wants changes, wants none of it, or says nothing")
class ClientAnswersTest {

    @Autowired
    Cases cases;

    @Autowired
    Deliverables deliverables;

    @Autowired
    ApplicationEventPublisher events;

    @Test
    void withChangesItGoesBackWithTheirWordsAndComesAgainWithWhatHasChanged() throws IOException {
        var client = cases.clientLike("BIRCH");
        var review = asked(client).clientWrites("Twelve boards are too many. Make it ten.");
        review.does("manager", "recordClientAnswer", with(Map.of("clientAnswer", "CHANGES")))
                .waitsAt("draftDeliverable");
        assertThat(review.head().status()).isEqualTo(Status.OPEN);
        assertThat((String) review.shown("manager", "draftDeliverable", "clientWords"))
                .contains("Twelve boards are too many.");
        assertThat(review.shown("manager", "draftDeliverable", "whatToChange"))
                .as("the discussion of the version before is over")
                .isEqualTo("");
        review.does(
                        "manager",
                        "draftDeliverable",
                        with(with(letter(), "scopeIn", "Ten boards, one design."), "teamHasSeenIt", true))
                .does("manager", "stateOpinion", goesOn());
        assertThat((String) review.shown("manager", "standBehindIt", "changesText"))
                .contains("Included", "was: Twelve boards, one design.", "now: Ten boards, one design.");
        review.does("manager", "standBehindIt", signed(review)).waitsAt("recordClientAnswer");
        var mail = review.lastToClient();
        assertThat(mail.subject()).isEqualTo("The new version: Roadside launch");
        assertThat(mail.text())
                .contains(
                        "What has changed since you saw it last",
                        "“Twelve boards, one design.” is now “Ten boards, one design.”");
        assertThat(textOf(mail.files().get(0).content()))
                .contains("Version 2", "What has changed since you saw it last", "Twelve", "Ten boards, one design.");
        assertThat(review.shown("manager", "recordClientAnswer", "clientWords"))
                .as("what they said before was about what they had then")
                .isNull();
        review.does("manager", "recordClientAnswer", approved()).endsAs(Status.RESOLVED);
        assertThat(deliverables.versions(review.key()))
                .extracting(Deliverables.Version::answer)
                .containsExactly(ClientAnswer.CHANGES, ClientAnswer.APPROVED);
        assertThat(deliverables.documents(review.key()))
                .extracting(document -> document.about())
                .satisfiesExactly(
                        first -> assertThat(first).contains("they asked for changes"),
                        second -> assertThat(second).contains("approved by"));
    }

    @Test
    void theClientSeesWhatHasChangedSinceTheyLastSawIt() {
        var client = cases.clientLike("BIRCH");
        var review = asked(client)
                .does("manager", "recordClientAnswer", changes("Fewer boards."))
                .does(
                        "manager",
                        "draftDeliverable",
                        with(with(letter(), "scopeIn", "Eleven boards."), "teamHasSeenIt", true));
        review.does("manager", "stateOpinion", with(Map.of("opinion", "Fewer still.", "opinionDecision", "REVISE")))
                .does(
                        "manager",
                        "draftDeliverable",
                        with(with(letter(), "scopeIn", "Ten boards."), "teamHasSeenIt", true))
                .does("manager", "stateOpinion", goesOn());
        review.does("manager", "standBehindIt", signed(review));
        assertThat(review.lastToClient().text())
                .contains("Twelve boards", "Ten boards.")
                .doesNotContain("Eleven");
    }

    @Test
    void whatTheySaidInPersonStandsInTheConversation() {
        var review = asked(cases.clientLike("BIRCH"));
        review.refuses("manager", "recordClientAnswer", with(Map.of()), "clientAnswer")
                .refuses("manager", "recordClientAnswer", with(Map.of("clientAnswer", "CHANGES")), "clientSaid")
                .refuses(
                        "manager",
                        "recordClientAnswer",
                        with(changes("Fewer boards."), "answeredBy", "ceo@maple.example"),
                        "answeredBy")
                .does("manager", "recordClientAnswer", with(changes("Fewer boards."), "answerChannel", "VISIT"))
                .waitsAt("draftDeliverable");
        assertThat(review.messages()).last().satisfies(message -> {
            assertThat(message.direction()).isEqualTo(Direction.IN);
            assertThat(message.channel()).isEqualTo(Channel.VISIT);
            assertThat(message.text()).isEqualTo("Fewer boards.");
        });
        assertThat((String) review.shown("manager", "draftDeliverable", "clientWords"))
                .contains("Fewer boards.");
    }

    @Test
    void whoeverWantsNoneOfItEndsIt() {
        var review = asked(cases.clientLike("BIRCH"));
        review.refuses("manager", "recordClientAnswer", with(Map.of("clientAnswer", "WITHDRAWN")), "clientSaid")
                .does(
                        "manager",
                        "recordClientAnswer",
                        with(Map.of("clientAnswer", "WITHDRAWN", "clientSaid", "The launch is off.")))
                .endsAs(Status.WITHDRAWN);
        assertThat(review.outcome("deliverableReviewOutcome")).isEqualTo("deliverableWithdrawn");
    }

    @Test
    void afterTheirBusinessDaysOfSilenceTheReminderStandsThereWritten() {
        var review = asked(cases.clientLike("BIRCH"));
        var firstDate = review.task("recordClientAnswer", "manager").getDueDate();
        review.rings("followUpDue").waitsAt("recordClientAnswer");
        assertThat(review.told("manager")).containsExactly("approvalSilent");
        assertThat((String) review.shown("manager", "recordClientAnswer", "reminderText"))
                .contains("Roadside launch");
        review.refuses(
                        "manager",
                        "recordClientAnswer",
                        with(Map.of("clientAnswer", "SILENT", "reminderText", " ")),
                        "reminderText")
                .does(
                        "manager",
                        "recordClientAnswer",
                        with(Map.of("clientAnswer", "SILENT", "reminderText", "Is it right, Odile?")))
                .waitsAt("recordClientAnswer");
        assertThat(review.lastToClient().text()).contains("Is it right, Odile?");
        assertThat(review.head().status()).isEqualTo(Status.WAITING_FOR_CLIENT);
        assertThat(review.task("recordClientAnswer", "manager").getDueDate()).isAfter(firstDate);
        review.rings("followUpDue");
        assertThat(review.told("manager")).containsExactly("approvalSilent", "approvalSilent");
        review.clientWrites("Yes!")
                .does("manager", "recordClientAnswer", approved())
                .endsAs(Status.RESOLVED);
    }

    @Test
    void aPoleReadsPolish() throws IOException {
        var client = cases.clientLike("CEDAR");
        var review = asked(client);
        var mail = review.lastToClient();
        assertThat(mail.subject()).isEqualTo("Do akceptacji: Roadside launch");
        assertThat(mail.text()).contains("Proszę o zapoznanie się");
        assertThat(mail.files().get(0).name()).isEqualTo("Oferta " + review.key() + " v1.pdf");
        assertThat(textOf(mail.files().get(0).content())).contains("Czego nie obejmuje", "Nasze założenia");
        assertThat((String) review.shown("manager", "recordClientAnswer", "reminderText"))
                .contains("Pozwalam sobie przypomnieć");
        review.does("manager", "recordClientAnswer", changes("Dziesięć tablic."))
                .does(
                        "manager",
                        "draftDeliverable",
                        with(with(letter(), "scopeIn", "Dziesięć tablic."), "teamHasSeenIt", true))
                .does("manager", "stateOpinion", goesOn());
        review.does("manager", "standBehindIt", signed(review));
        assertThat(review.lastToClient().subject()).isEqualTo("Nowa wersja: Roadside launch");
        assertThat(review.lastToClient().text())
                .contains("było: „Twelve boards, one design.”, jest: „Dziesięć tablic.”");
    }

    @Test
    void itLeavesInTheirHoursUnlessItIsSentAtOnce() {
        var review = toSign(cases.clientLike("MAPLE"), "manager2");
        var patient = signed(review, "manager2");
        patient.remove("sendNow");
        review.does("manager2", "standBehindIt", patient);
        // It is half past nine in London, and night in New York.
        assertThat(review.lastToClient().notBefore()).isAfter(cases.now());
    }

    @Test
    void anAbsenceNoteIsNoAnswer() {
        var review = asked(cases.clientLike("BIRCH"));
        assertThat(cases.absenceNoteTo(review, "I am skiing.")).isEqualTo(review.key());
        assertThat(review.head().status()).isEqualTo(Status.WAITING_FOR_CLIENT);
        assertThat(review.told("manager")).isEmpty();
    }

    @Test
    void whatTheyWriteAfterTheEndIsHeardAsSomethingNew() {
        var review = asked(cases.clientLike("BIRCH"));
        review.does("manager", "recordClientAnswer", approved()).endsAs(Status.RESOLVED);
        var later = cases.find(cases.answerTo(review, "One more thing: the boards are crooked."));
        assertThat(later.key()).startsWith("ISS-");
        later.settle().waitsAt("diagnoseIssue");
    }

    @Test
    void aLetterThatComesBackIsTheManagersToBringAnotherWay() {
        var client = cases.clientLike("BIRCH");
        var review = asked(client);
        events.publishEvent(new MailRefused(
                review.key(), "askClientApproval", "<gone@story.example>", ceo(client), "No such mailbox"));
        assertThat(review.told("manager")).containsExactly("deliveryFailed");
    }

    private Case asked(Client client) {
        var review = toSign(client, "manager");
        return review.does("manager", "standBehindIt", signed(review)).waitsAt("recordClientAnswer");
    }

    private Case toSign(Client client, String manager) {
        return cases.started(manager, "deliverableReview", start(client, LETTER, "Roadside launch"))
                .does(manager, "draftDeliverable", letter())
                .does("writer", "challengeDeliverable", nothingToAdd())
                .does(manager, "stateOpinion", goesOn());
    }
}
