package agency.frontline.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import agency.frontline.casefile.CaseHead;
import agency.frontline.casefile.CaseNotes;
import agency.frontline.casefile.CaseRegister;
import agency.frontline.casefile.Conversation;
import agency.frontline.casefile.Direction;
import agency.frontline.casefile.Message;
import agency.frontline.casefile.Status;
import agency.frontline.client.Channel;
import agency.frontline.mail.Delivery.State;
import agency.frontline.text.Mailbox;
import agency.frontline.text.Refusal;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/** What the outbox promises, on either database, before a mail server that does as the test says. */
abstract class OutboxRules {

    private static final Instant START = Instant.parse("2027-01-18T09:30:00Z");
    private static final Mailbox ANNA = new Mailbox("anna@birch.example", "Anna Birch");
    private static final Mailbox BEN = new Mailbox("ben@birch.example", null);
    private static final Mailbox CARL = new Mailbox("carl@birch.example", "Carl");

    private final DataSource database;
    private final MovableClock clock = new MovableClock();
    private final ScriptedSmtp smtp = ScriptedSmtp.started();
    private final MovableServer server = new MovableServer(smtp);
    private AnnotationConfigApplicationContext context;

    OutboxRules(DataSource database) {
        this.database = database;
    }

    /** The parts of the house that the outbox stands in. */
    @Configuration
    @EnableTransactionManagement
    static class House {

        final List<Object> heard = new ArrayList<>();
        final Set<MailAlarm> alarms = new LinkedHashSet<>(); // whoever tells people does so once for each
        final List<Digest> digests = new ArrayList<>();
        Consumer<Object> listener = event -> {};

        @EventListener
        void on(MailAccepted accepted) {
            listener.accept(accepted);
            heard.add(accepted);
        }

        @EventListener
        void on(MailRefused refused) {
            listener.accept(refused);
            heard.add(refused);
        }

        @EventListener
        void on(MailAlarm alarm) {
            alarms.add(alarm);
        }

        @EventListener
        void on(Digest digest) {
            digests.add(digest);
        }
    }

    @BeforeEach
    void open() {
        context = open(settings());
        context.getBean(JdbcClient.class).sql("delete from fl_held_notice").update();
        context.getBean(JdbcClient.class).sql("delete from fl_outbox_recipient").update();
        context.getBean(JdbcClient.class).sql("delete from fl_outbox").update();
    }

    @AfterEach
    void close() {
        context.close();
        smtp.close();
    }

    private AnnotationConfigApplicationContext open(MailSettings settings) {
        var house = new AnnotationConfigApplicationContext();
        house.registerBean(DataSource.class, () -> database);
        house.registerBean(PlatformTransactionManager.class, () -> new DataSourceTransactionManager(database));
        house.registerBean(JdbcClient.class, () -> JdbcClient.create(database));
        house.registerBean(Clock.class, () -> clock);
        house.registerBean(MailSettings.class, () -> settings);
        house.registerBean(MailServer.class, () -> server);
        house.register(
                House.class,
                CaseRegister.class,
                CaseNotes.class,
                Conversation.class,
                OutboxTable.class,
                MailOutbox.class,
                MailWriter.class,
                Digests.class,
                Deliveries.class);
        house.refresh();
        return house;
    }

    private static MailSettings settings(String... more) {
        var all = new ArrayList<>(List.of("automatic-per-contact-and-day", "2", "poll-interval", "PT0S"));
        all.addAll(List.of(more));
        return Mails.settings(all.toArray(String[]::new));
    }

    private void reopen(String... settings) {
        context.close();
        context = open(settings(settings));
    }

    @Test
    void aSecretLeavesWithTheMailAndStandsInNoCopyOfOurs() throws Exception {
        outbox().send(new OutgoingMail(
                "secret",
                aCase,
                "sendPulse",
                List.of(ANNA),
                "How are we doing?",
                "Open https://frontline.example/pulse/open-sesame and tap.",
                "<p><a href=\"https://frontline.example/pulse/open-sesame\">Tap</a></p>",
                true,
                true,
                null,
                List.of(),
                "open-sesame"));
        assertThat(copies("fl_message")).containsExactly("Open https://frontline.example/pulse/… and tap.");

        settle();

        assertThat(smtp.taken.get(0).source()).contains("open-sesame");
        assertThat(copies("fl_outbox")).containsExactly("Open https://frontline.example/pulse/… and tap.");
        assertThat(bean(JdbcClient.class)
                        .sql("select count(*) from fl_outbox where html like '%sesame%' or secret like '%sesame%'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private List<String> copies(String table) {
        return bean(JdbcClient.class)
                .sql("select text from " + table + " where business_key = :key and subject like '%How are we doing?'")
                .param("key", aCase)
                .query(String.class)
                .list();
    }

    @Test
    void theSameKeyIsSentOnce() {
        var first = outbox().send(letter("reply-1"));
        var second = outbox().send(letter("reply-1"));
        settle();

        assertThat(second).isEqualTo(first);
        assertThat(smtp.taken).hasSize(1);
        assertThat(header(0, "Message-ID")).isEqualTo(first);
        assertThat(OwnMessageId.isOurs(first, "service@frontline.example")).isTrue();
        assertThat(OwnMessageId.isOurs("<fl.1@evil.example>", "service@frontline.example"))
                .isFalse();
    }

    @Test
    void whatIsRolledBackWasNeverHandedIn() {
        assertThatThrownBy(() -> inTransaction(() -> {
                    outbox().send(letter("lost"));
                    throw new IllegalStateException("the step fails");
                }))
                .hasMessage("the step fails");
        settle();

        assertThat(smtp.taken).isEmpty();
        assertThat(bean(Conversation.class).of(aCase)).isEmpty();
    }

    @Test
    void aLetterStandsInTheConversationWithTheIdItTravelsUnder() {
        var id = outbox().send(letter("kept"));

        assertThat(bean(Conversation.class).of(aCase)).singleElement().satisfies(message -> {
            assertThat(message.direction()).isEqualTo(Direction.OUT);
            assertThat(message.messageId()).isEqualTo(id);
            assertThat(message.to()).isEqualTo("anna@birch.example");
            assertThat(message.text()).isEqualTo("The posters are booked.");
        });
    }

    @Test
    void aNoticeToColleaguesIsNoPartOfTheConversation() {
        outbox().send(notice("notice", ANNA));

        assertThat(bean(Conversation.class).of(aCase)).isEmpty();
    }

    @Test
    void anAnswerTakesItsPlaceInTheClientsThread() throws Exception {
        clientWrote("<first@birch.example>");
        outbox().send(automaticLetter("ack"));
        pass(Duration.ofMinutes(5));
        clientWrote("<second@birch.example>");
        outbox().send(letter("reply"));
        settle();

        var acknowledgement = header(0, "Message-ID");
        assertThat(header(0, "In-Reply-To")).isEqualTo("<first@birch.example>");
        assertThat(header(1, "In-Reply-To")).isEqualTo("<second@birch.example>");
        assertThat(header(1, "References").split("\\s+"))
                .containsExactly("<first@birch.example>", acknowledgement, "<second@birch.example>");
        assertThat(mail(1).getSubject()).isEqualTo("Re: The launch");
    }

    @Test
    void aFirstLetterBeginsAThreadAndTheNextOneFollowsIt() throws Exception {
        var first = outbox().send(letter("one"));
        outbox().send(letter("two"));
        settle();

        assertThat(mail(0).getSubject()).isEqualTo("The launch");
        assertThat(mail(0).getHeader("References")).isNull();
        assertThat(header(1, "In-Reply-To")).isEqualTo(first);
        assertThat(mail(1).getSubject()).isEqualTo("Re: The launch");
    }

    @Test
    void whatOthersCallAMessageIdBringsNoHeaderIn() {
        clientWrote("<a@b>\r\nBcc: eve@evil.example");
        clientWrote("<good@birch.example>");
        outbox().send(letter("reply"));
        settle();

        assertThat(smtp.taken.get(0).source()).doesNotContain("eve@evil.example");
        assertThat(header(0, "References")).isEqualTo("<good@birch.example>");
    }

    @Test
    void aLongTalkKeepsItsBeginningAndItsEndInReferences() {
        for (int i = 0; i < 60; i++) {
            clientWrote("<mail" + i + "@birch.example>");
            pass(Duration.ofMinutes(1));
        }
        outbox().send(letter("reply"));
        settle();

        assertThat(header(0, "References").split("\\s+"))
                .hasSize(20)
                .startsWith("<mail0@birch.example>")
                .endsWith("<mail59@birch.example>");
        assertThat(smtp.taken.get(0).source().lines()).allMatch(line -> line.length() <= 998);
    }

    @Test
    void lineBreaksInSubjectAndNameStayText() throws Exception {
        outbox().send(new OutgoingMail(
                "crlf",
                null,
                "sendReply",
                List.of(new Mailbox("anna@birch.example", "Anna\r\nBcc: eve@evil.example")),
                "Launch\r\nBcc: eve@evil.example\r\n\r\nbody",
                "text",
                null,
                false,
                true,
                null));
        settle();

        var taken = smtp.taken.get(0);
        assertThat(taken.recipients()).containsExactly("anna@birch.example");
        assertThat(mail(0).getHeader("Bcc")).isNull();
        assertThat(mail(0).getSubject()).isEqualTo("Launch Bcc: eve@evil.example body");
        assertThat(((InternetAddress) mail(0).getAllRecipients()[0]).getPersonal())
                .isEqualTo("Anna Bcc: eve@evil.example");
    }

    @Test
    void oneAddressIsOneRecipient() {
        assertThatThrownBy(() -> new Mailbox("anna@birch.example, eve@evil.example", null))
                .isInstanceOf(Refusal.class);

        outbox().send(letter("twice", ANNA, new Mailbox("ANNA@birch.example", "Anna again")));
        settle();

        assertThat(smtp.taken).singleElement().satisfies(taken -> assertThat(taken.recipients())
                .containsExactly("anna@birch.example"));
    }

    @Test
    void aPersonsLetterReadsLikeOneAndAMachinesMailSaysSo() throws Exception {
        outbox().send(automaticLetter("ack"));
        outbox().send(letter("reply"));
        outbox().send(notice("notice", BEN));
        settle();

        assertThat(smtp.taken)
                .extracting(ScriptedSmtp.Taken::sender)
                .containsExactly("<service@frontline.example>", "<service@frontline.example>", "<>");
        assertThat(header(0, "Auto-Submitted")).isEqualTo("auto-replied");
        assertThat(header(0, "X-Auto-Response-Suppress")).isEqualTo("All");
        assertThat(mail(1).getHeader("Auto-Submitted")).isNull();
        assertThat(mail(1).getHeader("X-Auto-Response-Suppress")).isNull();
        assertThat(header(2, "Auto-Submitted")).isEqualTo("auto-generated");
        for (int i = 0; i < 3; i++) {
            assertThat(header(i, "X-Frontline")).isEqualTo("service@frontline.example");
            assertThat(header(i, "Reply-To")).isEqualTo("Frontline Agency <service@frontline.example>");
            assertThat(mail(i).getSentDate()).isEqualTo(START);
        }
        var parts = (MimeMultipart) mail(1).getContent();
        assertThat(parts.getContentType()).startsWith("multipart/alternative");
        assertThat(parts.getBodyPart(0).getContent().toString())
                .startsWith("The posters are booked.")
                .contains("[" + aCase + "]");
        assertThat(parts.getBodyPart(1).getContentType()).startsWith("text/html");
        assertThat(parts.getBodyPart(1).getContent().toString()).contains("<b>booked</b>", "[" + aCase + "]");
    }

    @Test
    void theCaseStandsInTheReplyAddressWhereTheMailServerKnowsPlusAddresses() {
        reopen("plus-addressing", "true");
        outbox().send(letter("reply"));
        settle();

        assertThat(header(0, "Reply-To")).contains("<service+" + aCase.toLowerCase() + "@frontline.example>");
    }

    @Test
    @DisplayName("Greylisting, 451 and then 250, costs a try and no second copy (O03)")
    void greylistingCostsATryAndNoSecondCopy() {
        smtp.answers("RCPT", "451 4.7.1 come back later");
        var id = outbox().send(letter("grey"));
        settle();
        assertThat(smtp.taken).isEmpty();
        assertThat(heard()).isEmpty();

        pass(Duration.ofSeconds(59));
        settle();
        assertThat(smtp.taken).isEmpty();

        pass(Duration.ofSeconds(1));
        settle();
        pass(Duration.ofDays(2));
        settle();

        assertThat(smtp.taken).hasSize(1);
        assertThat(header(0, "Message-ID")).isEqualTo(id);
        assertThat(heard())
                .containsExactly(new MailAccepted(aCase, "sendReply", id, START.plus(Duration.ofMinutes(1))));
    }

    @Test
    void ofThreeOneIsRefusedAndTheOthersGetItOnce() {
        smtp.answers("RCPT TO:<ben@", "550 5.1.1 no such user");
        var id = outbox().send(letter("three", ANNA, BEN, CARL));
        settle();
        pass(Duration.ofDays(2));
        settle();

        assertThat(smtp.taken).singleElement().satisfies(taken -> assertThat(taken.recipients())
                .containsExactly("anna@birch.example", "carl@birch.example"));
        assertThat(heard())
                .containsExactly(
                        new MailAccepted(aCase, "sendReply", id, START),
                        new MailRefused(aCase, "sendReply", id, "ben@birch.example", "550 5.1.1 no such user"));
        assertThat(bean(Deliveries.class).of(aCase))
                .extracting(Delivery::recipient, Delivery::state)
                .containsExactly(
                        tuple("anna@birch.example", State.SENT),
                        tuple("ben@birch.example", State.FAILED),
                        tuple("carl@birch.example", State.SENT));
        assertThat(bean(Deliveries.class).lastProblem("ben@birch.example")).isPresent();
    }

    @Test
    void whoeverIsToldToWaitGetsItLaterAndNobodyElseAgain() {
        smtp.answers("RCPT TO:<ben@", "550 5.1.1 no such user").answers("RCPT TO:<carl@", "452 4.2.2 mailbox full");
        outbox().send(letter("three", ANNA, BEN, CARL));
        settle();
        pass(Duration.ofMinutes(1));
        settle();

        assertThat(smtp.taken)
                .extracting(ScriptedSmtp.Taken::recipients)
                .containsExactly(List.of("anna@birch.example"), List.of("carl@birch.example"));
        assertThat(header(1, "To")).contains("anna@birch.example", "carl@birch.example");
        assertThat(heard())
                .extracting(Object::getClass)
                .containsExactlyInAnyOrder((Class) MailAccepted.class, MailRefused.class);
    }

    @Test
    void aTextRefusedForGoodIsRefusedForAll() {
        smtp.answers(".", "554 5.7.1 looks like spam");
        outbox().send(letter("spam", ANNA, BEN));
        settle();
        pass(Duration.ofDays(2));
        settle();

        assertThat(smtp.taken).isEmpty();
        assertThat(heard())
                .extracting(event -> ((MailRefused) event).reason())
                .containsExactly("554 5.7.1 looks like spam", "554 5.7.1 looks like spam");
    }

    @Test
    void aMailServerThatIsDownForAnHourCostsTimeOnly() {
        var port = smtp.port();
        smtp.close();
        outbox().send(letter("one"));
        outbox().send(notice("two", BEN));
        for (int minute = 0; minute < 60; minute++) {
            settle();
            pass(Duration.ofMinutes(1));
        }
        assertThat(heard()).isEmpty();
        assertThat(bean(Deliveries.class).of(aCase))
                .extracting(Delivery::state)
                .containsExactly(State.PENDING, State.PENDING);

        try (var again = ScriptedSmtp.startedAt(port)) {
            server.now = again;
            pass(Duration.ofHours(1));
            settle();
            assertThat(again.taken).hasSize(2);
        }
        assertThat(heard()).hasSize(2).allMatch(MailAccepted.class::isInstance);
    }

    @Test
    void afterTheLastTryAPersonHearsOfIt() {
        smtp.close();
        outbox().send(letter("never"));
        for (var pause : MailSender.PAUSES) {
            settle();
            assertThat(heard()).isEmpty();
            pass(pause);
        }
        settle();
        pass(Duration.ofDays(2));
        settle();

        assertThat(heard()).singleElement().isInstanceOfSatisfying(MailRefused.class, refused -> {
            assertThat(refused.recipient()).isEqualTo("anna@birch.example");
            assertThat(refused.reason()).contains("127.0.0.1:" + smtp.port());
        });
        assertThat(bean(Deliveries.class).undelivered())
                .extracting(Delivery::recipient)
                .containsExactly("anna@birch.example");
    }

    @Test
    @DisplayName("A mail at which the server hangs leaves the others their turn (O02)")
    void aMailThatMakesTheServerHangLeavesTheOthersTheirTurn() {
        smtp.answers("RCPT TO:<anna@", ScriptedSmtp.SILENCE);
        outbox().send(letter("hangs"));
        outbox().send(letter("goes", BEN));
        reopen("patience.answering", "PT0.3S");
        sender().work();
        assertThat(smtp.taken).isEmpty();

        settle();
        assertThat(smtp.taken).extracting(ScriptedSmtp.Taken::recipients).containsExactly(List.of("ben@birch.example"));

        pass(Duration.ofMinutes(1));
        settle();
        assertThat(smtp.taken).hasSize(2);
        assertThat(bean(Deliveries.class).of(aCase))
                .extracting(Delivery::possibleDuplicate)
                .containsExactly(false, false);
    }

    @Test
    @DisplayName("A connection cut where the answer should come counts as not sent, and the repetition is marked (O05)")
    void anAnswerThatIsLostAfterTheTextCountsAsNotSentAndIsMarked() {
        smtp.answers(".", ScriptedSmtp.HANG_UP);
        var id = outbox().send(letter("cut"));
        settle();
        pass(Duration.ofMinutes(1));
        settle();

        assertThat(smtp.taken).hasSize(1);
        assertThat(header(0, "Message-ID")).isEqualTo(id);
        assertThat(bean(Deliveries.class).of(aCase))
                .singleElement()
                .matches(Delivery::possibleDuplicate, "marked as possible duplicate");
    }

    @Test
    @DisplayName("421 in DATA means later, under the same id (O05)")
    void aServerThatIsAboutToCloseIsAskedAgain() {
        smtp.answers("DATA", "421 4.3.2 closing");
        var id = outbox().send(letter("closing"));
        settle();
        assertThat(heard()).isEmpty();
        pass(Duration.ofMinutes(1));
        settle();

        assertThat(smtp.taken).hasSize(1);
        assertThat(header(0, "Message-ID")).isEqualTo(id);
        assertThat(bean(Deliveries.class).of(aCase)).noneMatch(Delivery::possibleDuplicate);
    }

    @Test
    @DisplayName("A connection cut before the last dot counts as not sent; the next try has the same id (O05)")
    void aMailCutInItsMiddleIsSentAgain() {
        smtp.answers(ScriptedSmtp.TEXT, ScriptedSmtp.HANG_UP);
        outbox().send(text("long", true, "word ".repeat(150_000)));
        settle();
        assertThat(smtp.taken).isEmpty();
        assertThat(heard()).isEmpty();
        pass(Duration.ofMinutes(1));
        settle();

        assertThat(smtp.taken).hasSize(1);
        assertThat(header(0, "Message-ID")).isEqualTo(outbox().send(text("long", true, "")));
        assertThat(heard()).hasSize(1).allMatch(MailAccepted.class::isInstance);
    }

    @Test
    @DisplayName("A server that talks without end is cut off when the time is over (O02)")
    void aServerThatTalksWithoutEnd() {
        smtp.answers("MAIL FROM", ScriptedSmtp.BABBLE);
        outbox().send(letter("babble"));
        var mail = new ArrayList<QueuedMail>();
        inTransaction(() -> mail.addAll(bean(OutboxTable.class).claim("me", 1, Duration.ofMinutes(2))));
        try (var connection = new SmtpConnection(
                server, bean(MailWriter.class), "frontline.example", settings().patience(), Duration.ofSeconds(1))) {
            var outcome = connection.send(mail.get(0));

            assertThat(outcome.serverAway()).isTrue();
            assertThat(outcome.recipients())
                    .extracting(QueuedMail.Recipient::state)
                    .containsExactly(State.PENDING);
        }
    }

    @Test
    void aMailThatIsBeingSentIsNobodyElsesUntilItsSenderIsDead() {
        outbox().send(letter("claimed"));
        inTransaction(() -> bean(OutboxTable.class).claim("another sender", 20, Duration.ofMinutes(2)));
        settle();
        assertThat(smtp.taken).isEmpty();

        pass(Duration.ofMinutes(2));
        settle();
        assertThat(smtp.taken).hasSize(1);
        assertThat(bean(Deliveries.class).of(aCase))
                .singleElement()
                .matches(Delivery::possibleDuplicate, "marked as possible duplicate");
    }

    @Test
    void onH2AStartFreesWhatADeadSenderHeld() {
        outbox().send(letter("claimed"));
        inTransaction(() -> bean(OutboxTable.class).claim("before the crash", 20, Duration.ofMinutes(2)));
        inTransaction(() -> bean(OutboxTable.class).releaseAll());
        settle();

        assertThat(smtp.taken).hasSize(1);
    }

    @Test
    void twoSendersAtOnceTakeDifferentMails() {
        for (int i = 0; i < 4; i++) {
            outbox().send(letter("mail" + i, new Mailbox("p" + i + "@birch.example", null)));
        }
        inTransaction(() -> {
            var first = bean(OutboxTable.class).claim("one", 2, Duration.ofMinutes(2));
            var second = new ArrayList<QueuedMail>();
            var other = new Thread(() ->
                    inTransaction(() -> second.addAll(bean(OutboxTable.class).claim("two", 4, Duration.ofMinutes(2)))));
            other.start();
            try {
                other.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            assertThat(first).hasSize(2);
            // H2 has locked all that are due by now and leaves nothing; it serves one process only.
            assertThat(second.size()).isIn(0, 2);
            var mine = first.stream().map(QueuedMail::id).toList();
            assertThat(second).noneMatch(mail -> mine.contains(mail.id()));
        });
    }

    @Test
    void whatTheFlowsCannotHearNowIsToldLaterAndNotSentAgain() {
        house().listener = event -> {
            throw new IllegalStateException("somebody else changed the case");
        };
        outbox().send(letter("untold"));
        settle();
        assertThat(smtp.taken).hasSize(1);
        assertThat(heard()).isEmpty();

        house().listener = event -> {};
        pass(Duration.ofMinutes(1));
        settle();
        pass(Duration.ofDays(1));
        settle();

        assertThat(smtp.taken).hasSize(1);
        assertThat(heard()).singleElement().isInstanceOf(MailAccepted.class);
    }

    @Test
    void aMailThatComesBackIsToldOnce() {
        var id = outbox().send(letter("bounces"));
        settle();
        house().heard.clear();

        assertThat(bounced(id, null, "550 5.1.1 unknown\r\nuser")).isTrue();
        assertThat(bounced(id, "anna@birch.example", "again")).isTrue();
        assertThat(bounced("<fl.nobody@frontline.example>", null, "unknown")).isFalse();

        assertThat(heard())
                .containsExactly(
                        new MailRefused(aCase, "sendReply", id, "anna@birch.example", "550 5.1.1 unknown user"));
        assertThat(bean(Deliveries.class).of(aCase))
                .singleElement()
                .matches(delivery -> delivery.state() == State.BOUNCED, "bounced");
        assertThat(bean(Deliveries.class).lastProblem("Anna@birch.example"))
                .get()
                .extracting(Delivery::problem)
                .isEqualTo("550 5.1.1 unknown user");
    }

    @Test
    void aReportForOneOfSeveralLeavesTheOthers() {
        var id = outbox().send(letter("several", ANNA, BEN));
        settle();
        bounced(id, "ben@birch.example", "gone");
        bounced(id, "somebody@else.example", "gone");

        assertThat(bean(Deliveries.class).of(aCase))
                .extracting(Delivery::state)
                .containsExactly(State.SENT, State.BOUNCED);
    }

    @Test
    void anAddressGetsItsShareOfAutomaticMailsADayAndEveryLetterOfAPerson() {
        var robot = new Mailbox(UUID.randomUUID() + "@robots.example", null);
        outbox().send(automaticLetter("1", robot));
        outbox().send(automaticLetter("2", robot));
        outbox().send(automaticLetter("3", robot));
        outbox().send(letter("reply", robot));
        outbox().send(automaticLetter("other", ANNA));
        settle();

        assertThat(smtp.taken).hasSize(4);
        assertThat(bean(Conversation.class).of(aCase)).hasSize(4);
        assertThat(bean(CaseNotes.class).of(aCase)).singleElement().satisfies(note -> {
            assertThat(note.kind()).isEqualTo("MAIL_SUPPRESSED");
            assertThat(note.text()).contains(robot.address());
        });

        assertThat(house().alarms)
                .containsExactly(new MailAlarm(
                        MailAlarm.Kind.LOOP_STOPPED, robot.address() + ":2027-01-18T00:00:00Z", robot.address()));

        pass(Duration.ofDays(1));
        outbox().send(automaticLetter("4", robot));
        settle();
        assertThat(smtp.taken).hasSize(5);
    }

    @Test
    @DisplayName(
            "A storm of 5,000 notices: a colleague gets sixty, one alarm is raised, and a digest names the rest (O10)")
    void aStormOfNotices() {
        var ben = new Mailbox(UUID.randomUUID() + "@frontline.example", "Ben");
        for (int i = 0; i < 5_000; i++) {
            outbox().send(notice("storm " + aCase + i, ben));
        }
        settle();
        assertThat(smtp.taken).hasSize(60);
        assertThat(house().alarms)
                .containsExactly(new MailAlarm(MailAlarm.Kind.NOTICES_HELD, "2027-01-18T09:00:00Z", ben.address()));

        pass(Duration.ofMinutes(59));
        assertThat(bean(Digests.class).work()).isFalse();
        assertThat(bean(Digests.class).nextDue(clock.now)).contains(START.plus(Duration.ofHours(1)));
        pass(Duration.ofMinutes(1));
        assertThat(bean(Digests.class).work()).isTrue();
        assertThat(bean(Digests.class).work()).isFalse();

        assertThat(house().digests).singleElement().satisfies(digest -> {
            assertThat(digest.to()).isEqualTo(ben);
            assertThat(digest.count()).isEqualTo(4_940);
            assertThat(digest.first()).hasSize(Digest.MOST).contains(new Digest.Held(aCase, "The launch"));
            assertThat(digest.since()).isEqualTo(START);
        });
        outbox().send(notice("after the storm " + aCase, ben));
        settle();
        assertThat(smtp.taken).as("the storm is over").hasSize(61);
    }

    @Test
    @DisplayName("What one colleague has too much of still reaches the others, and no alarm or digest is held (O10)")
    void aStormHitsOne() {
        reopen("notices-per-colleague-and-hour", "1");
        var ben = new Mailbox(UUID.randomUUID() + "@frontline.example", "Ben");
        var carl = new Mailbox(UUID.randomUUID() + "@frontline.example", "Carl");
        outbox().send(notice("first", ben));
        outbox().send(notice("second", ben, carl));
        for (var purpose : List.of("mailAlarm", "digest")) {
            outbox().send(new OutgoingMail(
                    purpose, null, purpose, List.of(ben), "Storm", "A storm", null, true, false, null));
        }
        settle();
        pass(Duration.ofDays(1));
        settle();

        assertThat(smtp.taken)
                .extracting(ScriptedSmtp.Taken::recipients)
                .containsExactly(
                        List.of(ben.address()),
                        List.of(carl.address()),
                        List.of(ben.address()),
                        List.of(ben.address()));
        assertThat(bean(Deliveries.class).of(aCase))
                .extracting(Delivery::recipient, Delivery::state)
                .containsExactly(
                        tuple(ben.address(), State.SENT),
                        tuple(ben.address(), State.SUPPRESSED),
                        tuple(carl.address(), State.SENT));
        assertThat(heard()).hasSize(4);
    }

    @Test
    @DisplayName("A person's letter does not queue behind a thousand notices (L05)")
    void humanMailBeforeNotices() {
        for (int i = 0; i < 1_000; i++) {
            outbox().send(notice("notice " + i, new Mailbox("colleague" + i + "@frontline.example", null)));
        }
        outbox().send(letter("letter"));

        sender().work();

        assertThat(smtp.taken).as("a batch").hasSize(20);
        assertThat(smtp.taken.get(0).recipients()).containsExactly("anna@birch.example");
    }

    @Test
    void clientsComeBeforeColleagues() {
        outbox().send(notice("notice", BEN));
        outbox().send(letter("letter"));
        settle();

        assertThat(smtp.taken)
                .extracting(ScriptedSmtp.Taken::recipients)
                .containsExactly(List.of("anna@birch.example"), List.of("ben@birch.example"));
    }

    @Test
    void aReplySentAtOnceIsNotOvertakenByALetterThatWaits() throws Exception {
        outbox().send(mail("update", false, true, START.plus(Duration.ofHours(15)), ANNA));
        settle();
        assertThat(smtp.taken).isEmpty();

        outbox().send(letter("reply"));
        settle();

        assertThat(smtp.taken).hasSize(2);
        assertThat(mail(0).getMessageID()).isEqualTo(outbox().send(letter("update")));
        assertThat(mail(1).getMessageID()).isEqualTo(outbox().send(letter("reply")));
    }

    @Test
    void aLetterWaitsForTheClientsHours() {
        var morning = START.plus(Duration.ofHours(15));
        outbox().send(mail("later", false, true, morning, ANNA));
        settle();
        assertThat(smtp.taken).isEmpty();
        assertThat(sender().nextDue(clock.now)).contains(morning);

        pass(Duration.ofHours(15));
        settle();
        assertThat(smtp.taken).hasSize(1);
        assertThat(sender().nextDue(clock.now)).isEmpty();
    }

    @Test
    @DisplayName(
            "Of a backup that was restored, what was due long ago is held and shown; what is due now goes out (C23)")
    void whatABackupBringsBackIsHeld() {
        var old = outbox().send(letter("in the backup", ANNA));
        pass(Duration.ofHours(25));
        var fresh = outbox().send(letter("after it", BEN));
        reopen();
        settle();

        assertThat(smtp.taken).extracting(ScriptedSmtp.Taken::recipients).containsExactly(List.of("ben@birch.example"));
        assertThat(heard())
                .filteredOn(MailRefused.class::isInstance)
                .singleElement()
                .satisfies(told -> assertThat(told.toString())
                        .contains(old, "Held, not sent: it was due at 2027-01-18T09:30:00Z already"));
        assertThat(bean(Deliveries.class).undelivered()).singleElement().satisfies(delivery -> {
            assertThat(delivery.messageId()).isEqualTo(old).isNotEqualTo(fresh);
            assertThat(delivery.state()).isEqualTo(Delivery.State.FAILED);
        });
        pass(Duration.ofDays(2));
        settle();
        assertThat(smtp.taken).hasSize(1);
    }

    @Test
    void aRefusedNoticeIsShownToWhoeverRunsFrontline() {
        smtp.answers("RCPT", "550 5.1.1 no such user");
        outbox().send(notice("notice", BEN));
        settle();

        assertThat(bean(Deliveries.class).undelivered()).singleElement().satisfies(delivery -> {
            assertThat(delivery.toClient()).isFalse();
            assertThat(delivery.recipient()).isEqualTo("ben@birch.example");
            assertThat(delivery.problem()).isEqualTo("550 5.1.1 no such user");
        });
    }

    @Test
    void aLetterThatIsTooLongIsRefusedAndANoticeIsCut() {
        var long1 = "x".repeat(1_000_001);
        assertThatThrownBy(() -> outbox().send(text("letter", true, long1))).isInstanceOf(Refusal.class);

        outbox().send(text("notice", false, long1));
        settle();
        assertThat(smtp.taken).hasSize(1);
    }

    // ---

    private final String aCase =
            "ISS-2027-" + String.format("%09d", Math.abs(UUID.randomUUID().hashCode() % 1_000_000_000));
    private boolean caseIsOpen;

    private Outbox outbox() {
        openCase();
        return bean(Outbox.class);
    }

    private void openCase() {
        if (!caseIsOpen) {
            caseIsOpen = true;
            bean(CaseRegister.class)
                    .open(new CaseHead(
                            aCase,
                            "clientIssue",
                            UUID.randomUUID().toString(),
                            "BIRCH",
                            "anna@birch.example",
                            "Anna Birch",
                            "manager",
                            "The launch",
                            Status.OPEN,
                            clock.instant(),
                            null,
                            null,
                            null));
        }
    }

    private void clientWrote(String messageId) {
        openCase();
        bean(Conversation.class)
                .record(new Message(
                        aCase,
                        clock.instant(),
                        Direction.IN,
                        Channel.EMAIL,
                        "anna@birch.example",
                        "service@frontline.example",
                        "The launch",
                        "Will it hold?",
                        messageId));
    }

    private OutgoingMail letter(String key, Mailbox... to) {
        return mail(key, false, true, null, to);
    }

    private OutgoingMail automaticLetter(String key, Mailbox... to) {
        return mail(key, true, true, null, to);
    }

    private OutgoingMail notice(String key, Mailbox... to) {
        return mail(key, true, false, null, to);
    }

    private OutgoingMail mail(String key, boolean automatic, boolean toClient, Instant notBefore, Mailbox... to) {
        return new OutgoingMail(
                key,
                aCase,
                automatic ? toClient ? "acknowledgeIssue" : "updateDue" : "sendReply",
                to.length == 0 ? List.of(ANNA) : List.of(to),
                "The launch",
                "The posters are booked.",
                "<html><body><p>The posters are <b>booked</b>.</p></body></html>",
                automatic,
                toClient,
                notBefore);
    }

    private OutgoingMail text(String key, boolean toClient, String text) {
        return new OutgoingMail(key, aCase, "sendReply", List.of(ANNA), "Long", text, null, !toClient, toClient, null);
    }

    private MailSender sender() {
        return new MailSender(
                bean(OutboxTable.class),
                server,
                bean(MailWriter.class),
                bean(MailSettings.class),
                context,
                bean(PlatformTransactionManager.class),
                clock);
    }

    private void settle() {
        var sender = sender();
        while (sender.work()) {
            // one batch after the other
        }
    }

    private boolean bounced(String messageId, String recipient, String reason) {
        return bean(DeliveryReports.class).bounced(messageId, recipient, reason);
    }

    private void pass(Duration time) {
        clock.now = clock.now.plus(time);
    }

    private House house() {
        return bean(House.class);
    }

    private List<Object> heard() {
        return house().heard;
    }

    private <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    private void inTransaction(Runnable deed) {
        new TransactionTemplate(bean(PlatformTransactionManager.class)).executeWithoutResult(status -> deed.run());
    }

    private MimeMessage mail(int index) {
        try {
            return new MimeMessage(
                    Session.getInstance(new Properties()),
                    new ByteArrayInputStream(smtp.taken.get(index).source().getBytes(StandardCharsets.UTF_8)));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private String header(int index, String name) {
        try {
            return mail(index).getHeader(name, ",");
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static final class MovableClock extends Clock {

        private Instant now = START;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    /** The mail server may be another one after an outage. */
    private static final class MovableServer implements MailServer {

        private MailServer now;

        private MovableServer(MailServer now) {
            this.now = now;
        }

        @Override
        public Access smtp() {
            return now.smtp();
        }

        @Override
        public Access imap() {
            return now.imap();
        }
    }
}
