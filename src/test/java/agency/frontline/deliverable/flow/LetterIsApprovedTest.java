package agency.frontline.deliverable.flow;

import static agency.frontline.deliverable.flow.Reviews.*;
import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.audit.CaseStories;
import agency.frontline.audit.CaseStory.DecisionMade;
import agency.frontline.casefile.Status;
import agency.frontline.deliverable.ClientAnswer;
import agency.frontline.deliverable.Deliverables;
import agency.frontline.mail.MailFile;
import agency.frontline.story.Cases;
import agency.frontline.story.FlowStory;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@FlowStory
@DisplayName("A letter of proposal is drafted, challenged, signed, and approved by answering a mail")
class LetterIsApprovedTest {

    @Autowired
    Cases cases;

    @Autowired
    Deliverables deliverables;

    @Autowired
    CaseStories stories;

    @Test
    void theClientApprovesByAnsweringTheMail() throws IOException {
        var client = cases.clientLike("BIRCH");
        var review = needed(cases, client, LETTER, "Roadside launch").waitsAt("draftDeliverable");
        assertThat(review.key()).matches("DLV-\\d{4}-\\d{5}");
        assertThat(review.task("draftDeliverable", "manager").getAssignee()).isEqualTo("manager");
        review.does("manager", "draftDeliverable", letter()).waitsAt("challengeDeliverable");
        assertThat(review.told("writer")).containsExactly("challengeAsked");
        review.does("writer", "challengeDeliverable", challenges(suggestion("Say what happens if it rains.")))
                .waitsAt("stateOpinion")
                .does(
                        "manager",
                        "stateOpinion",
                        stated("GO_ON", answer(review, 1, "DECLINED", "It never rains on boards.")))
                .waitsAt("standBehindIt")
                .does("manager", "standBehindIt", signed(review))
                .waitsAt("recordClientAnswer");
        assertThat(review.head().status()).isEqualTo(Status.WAITING_FOR_CLIENT);
        var mail = review.lastToClient();
        assertThat(mail.subject()).isEqualTo("For your approval: Roadside launch");
        assertThat(mail.files())
                .extracting(MailFile::name)
                .containsExactly("Letter of proposal " + review.key() + " v1.pdf");
        assertThat(textOf(mail.files().get(0).content()))
                .contains("Roadside launch", "Not included", "No radio, no print.", "48,000 pounds")
                .doesNotContain("Draft");
        review.clientWrites("Yes, let us do that.");
        assertThat(review.head().status()).isEqualTo(Status.OPEN);
        assertThat(review.told("manager")).containsExactly("clientAnsweredDeliverable");
        assertThat((String) review.shown("manager", "recordClientAnswer", "clientWords"))
                .contains("Yes, let us do that.");
        review.does("manager", "recordClientAnswer", approved()).endsAs(Status.RESOLVED);
        assertThat(review.outcome("deliverableReviewOutcome")).isEqualTo("deliverableApproved");
        assertThat(review.outcome("deliverable")).isEqualTo(review.key());
        assertThat(deliverables.versions(review.key())).singleElement().satisfies(version -> {
            assertThat(version.draftedBy()).isEqualTo("manager");
            assertThat(version.signedBy()).isEqualTo("manager");
            assertThat(version.sentAt()).isNotNull();
            assertThat(version.answer()).isEqualTo(ClientAnswer.APPROVED);
            assertThat(version.answeredBy()).isEqualTo(client.contacts().get(0).name());
            assertThat(version.answerWords()).contains("Yes, let us do that.");
        });
        assertThat(stories.of(review.head()).decisions())
                .as("each table was asked once")
                .extracting(DecisionMade::table)
                .containsExactly("deliverableRules", "deliverableParts", "qualityChecklist");
        assertThat(review.deadline("draft").metAt()).isNotNull();
    }

    static String textOf(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
