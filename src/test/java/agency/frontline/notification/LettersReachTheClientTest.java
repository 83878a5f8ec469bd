package agency.frontline.notification;

import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.FrontlineTest;
import agency.frontline.casefile.CaseHead;
import agency.frontline.casefile.CaseRegister;
import agency.frontline.casefile.Conversation;
import agency.frontline.casefile.Direction;
import agency.frontline.casefile.Message;
import agency.frontline.casefile.Status;
import agency.frontline.client.Channel;
import agency.frontline.client.Clients;
import agency.frontline.mail.MailServer;
import agency.frontline.mail.MailWorkers;
import jakarta.mail.Folder;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.search.HeaderTerm;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@FrontlineTest
@DisplayName("A letter reaches the client's mailbox, in their language and in their thread")
class LettersReachTheClientTest {

    @Autowired
    Letters letters;

    @Autowired
    Clients clients;

    @Autowired
    CaseRegister register;

    @Autowired
    Conversation conversation;

    @Autowired
    MailWorkers mail;

    @Autowired
    MailServer server;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Clock clock;

    @Test
    void inPolishAsAnAnswerToWhatTheyWrote() throws Exception {
        var theirs = "<" + UUID.randomUUID() + "@cedar.example>";
        var theCase = opened("marketing@cedar.example", "Kampania", theirs);
        var client = clients.get("CEDAR");
        var letter = new Letter(
                UUID.randomUUID().toString(),
                theCase,
                client,
                client.contacts().get(0),
                new Person("manager", "Anna", "Nowak", "manager@frontline.example"));

        var id = new TransactionTemplate(transactions)
                .execute(status ->
                        letters.reply(letter, "Termin jest bezpieczny.", null, "Zażółć gęślą jaźń.", List.of(), true));
        mail.runOnce();

        try (var store = Session.getInstance(new Properties()).getStore("imap")) {
            store.connect(server.imap().host(), server.imap().port(), "marketing@cedar.example", "demo");
            var inbox = store.getFolder("INBOX");
            inbox.open(Folder.READ_ONLY);
            var got = inbox.search(new HeaderTerm("Message-ID", id))[0];
            assertThat(got.getSubject()).isEqualTo("Re: Kampania");
            assertThat(got.getHeader("In-Reply-To")).containsExactly(theirs);
            assertThat(got.getHeader("Auto-Submitted")).isNull();
            assertThat(got.getRecipients(RecipientType.TO)[0].toString()).contains("marketing@cedar.example");
            var parts = (Multipart) got.getContent();
            assertThat(parts.getBodyPart(0).getContent().toString())
                    .contains("Dzień dobry", "Termin jest bezpieczny.", "Zażółć gęślą jaźń.", "Anna Nowak")
                    .contains("[" + theCase.businessKey() + "]");
            assertThat(parts.getBodyPart(1).getContent().toString()).contains("Zażółć gęślą jaźń.", "<html");
        }
        assertThat(conversation.of(theCase.businessKey()))
                .extracting(Message::messageId)
                .containsExactly(theirs, id);
    }

    private CaseHead opened(String contact, String subject, String messageId) {
        var head = new CaseHead(
                register.draw("ISS"),
                "clientIssue",
                UUID.randomUUID().toString(),
                "CEDAR",
                contact,
                "Małgorzata Cedrowska",
                "manager",
                subject,
                Status.OPEN,
                clock.instant(),
                null,
                null,
                null);
        register.open(head);
        conversation.record(new Message(
                head.businessKey(),
                clock.instant().minus(Duration.ofMinutes(5)),
                Direction.IN,
                Channel.EMAIL,
                contact,
                "service@frontline.example",
                subject,
                "Czy zdążymy?",
                messageId));
        return head;
    }
}
