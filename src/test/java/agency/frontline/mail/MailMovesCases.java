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
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.DisplayName;
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
    Deliveries deliveries;

    @Autowired
    ProcessEngine engine;

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
    @DisplayName("A reply that comes before its case can take it waits, and is delivered when it can (I04)")
    void aReplyThatIsTooEarly() {
        var id = "<" + UUID.randomUUID() + "@birch.example>";
        var theCase = opened(arrives("ceo@birch.example", "Too early", "Message-ID: " + id + "\n", "First."));
        engine.getRuntimeService().suspendProcessInstanceById(theCase.processInstanceId());
        var reply = arrives("ceo@birch.example", "Re: Too early", "In-Reply-To: " + id + "\n", "Second.");
        assertThat(fate(reply)).startsWith("PENDING");
        timePasses(reply);
        assertThat(fate(reply)).as("longer than what stays wrong").startsWith("PENDING");

        engine.getRuntimeService().activateProcessInstanceById(theCase.processInstanceId());
        timePasses(reply);

        assertThat(fate(reply)).isEqualTo("DONE ADDED " + theCase.businessKey());
        assertThat(texts(theCase)).containsExactly("First.", "Second.");
    }

    @Test
    @DisplayName("A reply that its case cannot take for an hour is shown to a person (I04)")
    void aReplyThatIsTooEarlyForAnHour() {
        var id = "<" + UUID.randomUUID() + "@birch.example>";
        var theCase = opened(arrives("ceo@birch.example", "Never ready", "Message-ID: " + id + "\n", "First."));
        engine.getRuntimeService().suspendProcessInstanceById(theCase.processInstanceId());

        var reply = arrives("ceo@birch.example", "Re: Never ready", "In-Reply-To: " + id + "\n", "Second.");
        for (int tries = 2; tries < 7; tries++) {
            assertThat(fate(reply)).startsWith("PENDING");
            timePasses(reply);
        }

        assertThat(fate(reply)).startsWith("SET_ASIDE null UNK-");
        assertThat(texts(register.get(fate(reply).split(" ")[2])))
                .singleElement()
                .satisfies(text -> assertThat(text)
                        .startsWith("[This mail could not be brought to its case.]")
                        .endsWith("Second."));
        engine.getRuntimeService().activateProcessInstanceById(theCase.processInstanceId());
    }

    @Test
    @DisplayName("Two replies at the same moment are both heard, in one case (I06)")
    void twoRepliesAtTheSameMoment() throws Exception {
        for (int round = 0; round < 10; round++) {
            var id = "<" + UUID.randomUUID() + "@birch.example>";
            var theCase = opened(
                    arrives("ceo@birch.example", "Both at once", "Message-ID: " + id + "\n", "First of " + round));
            var inReplyTo = "In-Reply-To: " + id + "\n";
            var one = stored("ceo@birch.example", "Re: Both at once", inReplyTo, "I say yes to " + round);
            var other = stored("marketing@birch.example", "Re: Both at once", inReplyTo, "I say no to " + round);

            var barrier = new CyclicBarrier(2);
            var first = CompletableFuture.runAsync(() -> sortFrom(barrier));
            var second = CompletableFuture.runAsync(() -> sortFrom(barrier));
            CompletableFuture.allOf(first, second).get();
            sort();

            assertThat(fate(one)).isEqualTo("DONE ADDED " + theCase.businessKey());
            assertThat(fate(other)).isEqualTo("DONE ADDED " + theCase.businessKey());
            assertThat(texts(theCase))
                    .containsExactlyInAnyOrder("First of " + round, "I say yes to " + round, "I say no to " + round);
        }
    }

    private void sortFrom(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        sorter.work();
    }

    @Test
    @DisplayName("Whose mail was too large is told so once, politely (I13)")
    void aMailThatWasTooLarge() {
        var mailbox = UUID.randomUUID().toString();
        var header = Mails.of(
                "From: marketing@cedar.example\nSubject: Film %1$s\nMessage-ID: <%1$s@cedar.example>\n"
                        .formatted(mailbox),
                "");
        for (long uid = 1; uid <= 2; uid++) {
            inbox.store(new Inbox.Arrival(mailbox, 1, uid, clock.instant(), 60L << 20, true, header));
        }
        sort();

        var opened = register.get(
                jdbc.sql("select business_key from fl_inbox where mailbox = :mailbox and outcome = 'OPENED'")
                        .param("mailbox", mailbox)
                        .query(String.class)
                        .single());
        assertThat(conversation.of(opened.businessKey()).stream()
                        .filter(message -> message.direction() == Direction.OUT)
                        .filter(message -> message.text().contains("60 MB")))
                .singleElement()
                .satisfies(notice -> {
                    assertThat(notice.to()).isEqualTo("marketing@cedar.example");
                    assertThat(notice.text()).contains("jest za duża dla naszej skrzynki");
                });
    }

    @Test
    @DisplayName("Nobody answers a stranger, nor a machine, whose mail was too large (I13)")
    void aStrangersMailThatWasTooLarge() {
        for (var header :
                List.of("From: stranger@elsewhere.example\n", "From: ceo@birch.example\nPrecedence: bulk\n")) {
            var mailbox = UUID.randomUUID().toString();
            var raw = Mails.of(header + "Subject: Film %1$s\nMessage-ID: <%1$s@x.example>\n".formatted(mailbox), "");
            inbox.store(new Inbox.Arrival(mailbox, 1, 1, clock.instant(), 60L << 20, true, raw));
            sort();

            var key = jdbc.sql("select business_key from fl_inbox where mailbox = :mailbox")
                    .param("mailbox", mailbox)
                    .query(String.class)
                    .single();
            assertThat(deliveries.of(key))
                    .noneMatch(delivery -> delivery.purpose().equals("mailTooLarge"));
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

    long arrives(byte[] raw) {
        var id = stored(raw);
        sort();
        return id;
    }

    void sort() {
        while (sorter.work()) {
            // as MailWorkers does
        }
    }

    /** The pause before the next try is over for this mail. */
    private void timePasses(long id) {
        jdbc.sql("update fl_inbox set next_try_at = :now where id = :id")
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id)
                .update();
        sort();
    }

    private long stored(String from, String subject, String more, String text) {
        var id = "Message-ID: <" + UUID.randomUUID() + "@x.example>\n";
        return stored(Mails.of("From: %s\nSubject: %s\n%s%s".formatted(from, subject, id, more), text));
    }

    private long stored(byte[] raw) {
        var mailbox = UUID.randomUUID().toString();
        inbox.store(new Inbox.Arrival(mailbox, 1, 1, clock.instant(), raw.length, false, raw));
        return jdbc.sql("select id from fl_inbox where mailbox = :mailbox")
                .param("mailbox", mailbox)
                .query(Long.class)
                .single();
    }

    String fate(long id) {
        return jdbc.sql("select state, outcome, business_key from fl_inbox where id = :id")
                .param("id", id)
                .query((row, n) -> row.getString(1) + " " + row.getString(2) + " " + row.getString(3))
                .single();
    }

    CaseHead opened(long id) {
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
