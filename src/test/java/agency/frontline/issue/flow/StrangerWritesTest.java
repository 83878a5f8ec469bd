package agency.frontline.issue.flow;

import static agency.frontline.issue.flow.Forms.*;
import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.casefile.Conversation;
import agency.frontline.casefile.Status;
import agency.frontline.client.Clients;
import agency.frontline.mail.IncomingAttachment;
import agency.frontline.story.Cases;
import agency.frontline.story.FlowStory;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@FlowStory
@DisplayName("A message of somebody nobody knows gets a person's eye, never an answer")
class StrangerWritesTest {

    @Autowired
    Cases cases;

    @Autowired
    Conversation conversation;

    @Autowired
    Clients clients;

    @Test
    void aNewContactOfAClientOpensACaseAndTheFileComesAlong() {
        var address = "new.person@" + UUID.randomUUID() + ".example";
        var stranger = cases.strangersMail(
                address,
                "Nora New",
                "Hello",
                "I am new at Birch.",
                new IncomingAttachment("brief.txt", "text/plain", "The brief".getBytes(StandardCharsets.UTF_8), false));
        stranger.waitsAt("identifySender");
        assertThat(stranger.key()).startsWith("UNK-");
        assertThat(stranger.toClient()).isEmpty();
        assertThat(stranger.told("manager")).containsExactly("senderUnknown");
        stranger.refuses("manager", "identifySender", with(Map.of()), "senderIs");
        stranger.refuses(
                "manager",
                "identifySender",
                with(Map.of("senderIs", "NEW_CONTACT", "senderName", "")),
                "client",
                "senderName");
        stranger.refuses(
                "manager",
                "identifySender",
                with(Map.of("senderIs", "NEW_CONTACT", "client", "MAPLE", "senderName", "Nora New")),
                "client");
        stranger.does(
                        "manager",
                        "identifySender",
                        with(Map.of("senderIs", "NEW_CONTACT", "client", "BIRCH", "senderName", "Nora New")))
                .endsAs(Status.RESOLVED);

        assertThat(clients.contactByAddress(address)).isPresent();
        var issue = cases.openOf(address);
        assertThat(issue.head().client()).isEqualTo("BIRCH");
        var message = issue.messages().get(0);
        assertThat(message.text()).isEqualTo("I am new at Birch.");
        var file = message.attachments().get(0);
        assertThat(conversation.file(issue.key(), file.id()).orElseThrow().content())
                .asString()
                .isEqualTo("The brief");
        issue.waitsAt("diagnoseIssue");
    }

    @Test
    void somebodyInACaseWeHaveIsHeardThere() {
        var issue = cases.mailFrom("ceo@birch.example", "The launch", "Will it hold?");
        var stranger = cases.strangersMail("printer@elsewhere.example", "Paul", "Re: The launch", "It will not.");
        stranger.refuses(
                "manager",
                "identifySender",
                with(Map.of("senderIs", "EXISTING_CASE", "caseNumber", "ISS-1999-00001")),
                "caseNumber");
        stranger.does("manager", "identifySender", with(Map.of("senderIs", "EXISTING_CASE", "caseNumber", issue.key())))
                .endsAs(Status.RESOLVED);
        assertThat(issue.settle().told("manager")).contains("clientWroteAgain");
        assertThat(issue.variable("clientWords")).asString().contains("It will not.");
    }

    @Test
    void whatIsNotForUsIsSetAsideWithAReason() {
        var stranger = cases.strangersMail("sales@spam.example", "Sam", "Offer", "Buy now");
        stranger.refuses("manager2", "identifySender", with(Map.of("senderIs", "NOT_FOR_US")), "reason");
        stranger.does(
                        "manager2",
                        "identifySender",
                        with(Map.of("senderIs", "NOT_FOR_US", "reason", "An advertisement")))
                .endsAs(Status.RESOLVED);
        assertThat(stranger.toClient()).isEmpty();
    }
}
