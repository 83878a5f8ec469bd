package agency.frontline.issue.flow;

import static agency.frontline.issue.flow.Forms.*;
import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.casefile.Status;
import agency.frontline.story.Cases;
import agency.frontline.story.FlowStory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@FlowStory
@DisplayName("A client writes, and the account manager answers, hears the client confirm and notes the lesson")
class IssueIsAnsweredTest {

    @Autowired
    Cases cases;

    @Test
    void aProblemIsDiagnosedAnsweredConfirmedAndLearnedFrom() {
        var issue = cases.mailFrom("ceo@birch.example", "The launch", "Will the posters be there on the first?");
        assertThat(issue.key()).matches("ISS-\\d{4}-\\d{5}");
        assertThat(issue.head().owner()).isEqualTo("manager");
        issue.waitsAt("diagnoseIssue");
        assertThat(issue.lastToClient().text()).contains("Charlotte");

        issue.does("manager", "diagnoseIssue", diagnosis("PROBLEM")).waitsAt("replyToClient");
        issue.does("manager", "replyToClient", reply());
        assertThat(issue.lastToClient().text()).contains("The launch date holds.");
        assertThat(issue.head().status()).isEqualTo(Status.WAITING_FOR_CLIENT);

        issue.clientWrites("Wonderful, thank you!").waitsAt("confirmResolution");
        issue.does("manager", "confirmResolution", confirmed()).waitsAt("captureLesson");
        issue.does("manager", "captureLesson", lesson()).endsAs(Status.RESOLVED);
    }

    @Test
    void aQuestionOwesNoLesson() {
        cases.mailFrom("marketing@cedar.example", "Pytanie", "Ile mamy jeszcze godzin?")
                .does("manager", "diagnoseIssue", diagnosis("QUESTION"))
                .does("manager", "replyToClient", reply())
                .clientWrites("Dziękuję!")
                .does("manager", "confirmResolution", confirmed())
                .endsAs(Status.RESOLVED);
    }
}
