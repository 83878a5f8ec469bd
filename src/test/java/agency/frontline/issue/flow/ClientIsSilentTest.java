package agency.frontline.issue.flow;

import static agency.frontline.issue.flow.Forms.*;
import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.casefile.Status;
import agency.frontline.story.Case;
import agency.frontline.story.Cases;
import agency.frontline.story.FlowStory;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@FlowStory
@DisplayName("A client who does not answer is asked again, three times at most")
class ClientIsSilentTest {

    @Autowired
    Cases cases;

    @Test
    void theThirdSilenceTellsTheDirectorAndAPersonDecides() {
        var issue = answered();
        for (var again : List.of("first", "second", "third")) {
            issue.rings("followUpDue").waitsAt("followUp");
            assertThat(issue.shown("manager", "followUp", "silenceText"))
                    .asString()
                    .contains(again.equals("third") ? "3" : again);
            assertThat(issue.variable("chaserText")).asString().isNotBlank();
            issue.does("manager", "followUp", chaser(issue));
            assertThat(issue.lastToClient().purpose()).isEqualTo("followUp");
        }
        issue.waitsAt("confirmResolution");
        assertThat(issue.told("director")).containsExactly("thirdSilence");
        assertThat(issue.toClient())
                .filteredOn(mail -> mail.purpose().equals("followUp"))
                .hasSize(3);

        issue.refuses("manager", "confirmResolution", confirmed(), "resolution");
        issue.refuses(
                "manager",
                "confirmResolution",
                with(Map.of("resolution", "UNCONFIRMED", "purposeMet", "PARTLY")),
                "unconfirmedReason");
        issue.does(
                        "manager",
                        "confirmResolution",
                        with(Map.of(
                                "resolution", "UNCONFIRMED",
                                "purposeMet", "PARTLY",
                                "unconfirmedReason", "They left the company")))
                .endsAs(Status.RESOLVED);
        assertThat(issue.fact("resolution")).isEqualTo("UNCONFIRMED");
    }

    @Test
    void whatTheClientSaidOnThePhoneIsNotedInsteadOfAReminder() {
        var issue = answered().rings("followUpDue");
        issue.refuses("manager", "followUp", with(Map.of("followUpAction", "CLIENT_SPOKE")), "clientSaid");
        issue.does(
                        "manager",
                        "followUp",
                        with(Map.of(
                                "followUpAction", "CLIENT_SPOKE",
                                "clientSaid", "All good, thanks",
                                "clientSaidChannel", "PHONE")))
                .waitsAt("confirmResolution");
        assertThat(issue.messages().get(issue.messages().size() - 1).text()).isEqualTo("All good, thanks");
        assertThat(issue.toClient()).noneMatch(mail -> mail.purpose().equals("followUp"));
        issue.does("manager", "confirmResolution", confirmed()).endsAs(Status.RESOLVED);
    }

    @Test
    void aDayTheManagerSetStaysUntilItComes() {
        var issue = cases.mailFrom("ceo@birch.example", "Samples", "When do the samples come?")
                .does("manager", "diagnoseIssue", diagnosis("QUESTION"));
        var day = issue.day(4);
        issue.does("manager", "replyToClient", with(reply(), "moreToReply", true, "followUpOn", day));
        var date = issue.timer("followUpDue");
        assertThat(date.toString()).startsWith(day);

        issue.clientWrites("Thanks!").waitsAt("confirmResolution");
        assertThat(issue.deadline("followUp").due()).isEqualTo(date);
        issue.does("manager", "confirmResolution", with(Map.of("resolution", "STILL_OPEN")));
        assertThat(issue.variable("followUpOn")).isEqualTo(day);
        assertThat(issue.shown("manager", "replyToClient", "moreToReply"))
                .as("the day stands open on the form")
                .isEqualTo(true);
        issue.does("manager", "replyToClient", reply());
        assertThat(issue.timer("followUpDue")).isEqualTo(date);

        issue.rings("followUpDue").does("manager", "followUp", chaser(issue));
        assertThat(issue.timer("followUpDue")).as("the day was met").isAfter(date);
        assertThat(issue.variable("followUpOn")).isNull();
    }

    @Test
    void aDayTheManagerSetCanBeCleared() {
        var issue = cases.mailFrom("ceo@birch.example", "Samples", "When do the samples come?")
                .does("manager", "diagnoseIssue", diagnosis("QUESTION"));
        issue.does("manager", "replyToClient", with(reply(), "moreToReply", true, "followUpOn", issue.day(9)))
                .clientWrites("Thanks!")
                .does("manager", "confirmResolution", with(Map.of("resolution", "STILL_OPEN")))
                .does("manager", "replyToClient", with(reply(), "moreToReply", true, "followUpOn", null));
        assertThat(issue.timer("followUpDue").toString()).isLessThan(issue.day(9));
    }

    private static Map<String, Object> chaser(Case issue) {
        return with(Map.of("followUpAction", "SEND_CHASER", "chaserText", issue.variable("chaserText")));
    }

    private Case answered() {
        return cases.mailFrom("ceo@birch.example", "Samples", "When do the samples come?")
                .does("manager", "diagnoseIssue", diagnosis("QUESTION"))
                .does("manager", "replyToClient", reply());
    }
}
