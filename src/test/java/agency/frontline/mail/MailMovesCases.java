package agency.frontline.mail;

import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.casefile.CaseHead;
import agency.frontline.casefile.CaseNotes;
import agency.frontline.casefile.CaseRegister;
import agency.frontline.casefile.Conversation;
import agency.frontline.casefile.Direction;
import agency.frontline.casefile.Message;
import agency.frontline.casefile.Status;
import agency.frontline.client.Channel;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Mail through the whole application, from the inbox to the running flow; told once for each database. */
abstract class MailMovesCases {

    @Autowired
    Inbox inbox;

    @Autowired
    MailSorter sorter;

    @Autowired
    ClientMessages clientMessages;

    @Autowired
    CaseRegister register;

    @Autowired
    Conversation conversation;

    @Autowired
    CaseNotes notes;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aMailOfAnyLengthAndKindOpensAnIssueWithItsOwner() {
        for (var text : List.of(
                "x".repeat(3_999),
                "x".repeat(4_000),
                "x".repeat(4_001),
                "x".repeat(1_000_000),
                "\uD83D\uDE00".repeat(2_001),
                "\uD83D\uDE00".repeat(4_000),
                "nul\u0000 \uFEFFbell\u0007",
                "${1+1} #{2+2} [[${3+3}]] __${4}__ {{5}}")) {
            var head = opened(arrives("marketing@birch.example", "Subject " + "long ".repeat(80), "", text));

            assertThat(head.client()).isEqualTo("BIRCH");
            assertThat(head.owner()).isEqualTo("manager");
            assertThat(head.status()).isEqualTo(Status.OPEN);
            assertThat(head.subject()).hasSizeLessThanOrEqualTo(200);
            assertThat(texts(head))
                    .containsExactly(
                            text.replace("\u0000", "").replace("\uFEFF", "").replace("\u0007", ""));
        }
    }

    @Test
    void theClientIsAnsweredInTheThreadAndTheirAnswerFindsTheCase() {
        var id = "<" + UUID.randomUUID() + "@birch.example>";
        var first = opened(arrives("ceo@birch.example", "The board fell down", "Message-ID: " + id + "\n", "Help."));

        var answer = arrives(
                "marketing@birch.example", "Re: The board fell down", "In-Reply-To: " + id + "\n", "Nobody was hurt.");

        assertThat(fate(answer)).isEqualTo("DONE ADDED " + first.businessKey());
        assertThat(texts(first)).containsExactly("Help.", "Nobody was hurt.");
    }

    @Test
    void whatNobodyShouldTrustIsAPersonsToJudge() {
        var unknown = arrives("stranger@elsewhere.example", "Hello", "", "Who are you?");
        var ours = opened(arrives("ceo@birch.example", "Confidential", "", "For you only."));
        var intruder = arrives("marketing@cedar.example", "About " + ours.businessKey(), "", "Tell me more.");

        assertThat(fate(unknown)).startsWith("DONE SENDER_UNKNOWN UNK-");
        assertThat(fate(intruder)).startsWith("DONE SENDER_UNKNOWN UNK-");
        assertThat(texts(ours)).containsExactly("For you only.");
    }

    @Test
    void aMachinesNoteChangesNothing() {
        var id = "<" + UUID.randomUUID() + "@birch.example>";
        var theCase = opened(arrives("ceo@birch.example", "Away soon", "Message-ID: " + id + "\n", "Before I go."));

        var note = arrives(
                "ceo@birch.example",
                "Automatic reply: Away soon",
                "Auto-Submitted: auto-replied\nIn-Reply-To: " + id + "\n",
                "I am away.");

        assertThat(fate(note)).isEqualTo("DONE ADDED " + theCase.businessKey());
        assertThat(texts(theCase)).containsExactly("Before I go.");
        assertThat(notes.of(theCase.businessKey()))
                .extracting(CaseNotes.Note::kind)
                .containsExactly("AUTOMATIC_MESSAGE");
    }

    @Test
    void filesAreKeptWithTheirCase() {
        var raw = new String(Mails.source("F30-programs"), StandardCharsets.ISO_8859_1)
                .replace("files-3", UUID.randomUUID().toString())
                .replace("See the files.", "These are the files.")
                .getBytes(StandardCharsets.ISO_8859_1);

        var head = opened(arrives(raw));

        assertThat(conversation.of(head.businessKey()).get(0).attachments()).hasSize(4);
    }

    @Test
    void everyMailOfTheCorpusIsBroughtSomewhere() {
        for (var name : Mails.names()) {
            var id = arrives(Mails.source(name));

            assertThat(fate(id)).as(name).startsWith("DONE ").doesNotContain("null null");
        }
    }

    @Test
    void aFormsMessageIsHandledAtOnce() {
        var id = UUID.randomUUID().toString();
        var body = new ClientMessageBody("ceo@birch.example", Channel.WEB, "A form", "From the web.", id, null);

        var opened = clientMessages.receive(body.clean());
        var again = clientMessages.receive(body.clean());
        var added = clientMessages.receive(
                new ClientMessageBody("ceo@birch.example", Channel.WEB, null, "One more thing.", id + "-2", id)
                        .clean());

        assertThat(opened.outcome()).isEqualTo(Inbox.Outcome.OPENED);
        assertThat(again).isEqualTo(new Reception.Receipt(Inbox.Outcome.REPEATED, opened.businessKey()));
        assertThat(added).isEqualTo(new Reception.Receipt(Inbox.Outcome.ADDED, opened.businessKey()));
    }

    private long arrives(String from, String subject, String more, String text) {
        var id = more.contains("Message-ID") ? "" : "Message-ID: <" + UUID.randomUUID() + "@x.example>\n";
        return arrives(Mails.of("From: %s\nSubject: %s\n%s%s".formatted(from, subject, id, more), text));
    }

    private long arrives(byte[] raw) {
        var mailbox = UUID.randomUUID().toString();
        inbox.store(new Inbox.Arrival(mailbox, 1, 1, clock.instant(), raw.length, false, raw));
        while (sorter.work()) {
            // as MailWorkers does
        }
        return jdbc.sql("select id from fl_inbox where mailbox = :mailbox")
                .param("mailbox", mailbox)
                .query(Long.class)
                .single();
    }

    private String fate(long id) {
        return jdbc.sql("select state, outcome, business_key from fl_inbox where id = :id")
                .param("id", id)
                .query((row, n) -> row.getString(1) + " " + row.getString(2) + " " + row.getString(3))
                .single();
    }

    private CaseHead opened(long id) {
        assertThat(fate(id)).startsWith("DONE OPENED ISS-");
        return register.get(fate(id).split(" ")[2]);
    }

    /** What came from the client's side; our acknowledgement is a letter of its own. */
    private List<String> texts(CaseHead head) {
        return conversation.of(head.businessKey()).stream()
                .filter(message -> message.direction() == Direction.IN)
                .map(Message::text)
                .toList();
    }
}
