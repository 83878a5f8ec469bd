package agency.frontline.mail;

import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.casefile.CaseNotes;
import agency.frontline.casefile.Message;
import agency.frontline.casefile.Status;
import agency.frontline.client.Channel;
import agency.frontline.mail.FakeCases.Call;
import agency.frontline.mail.Inbox.Outcome;
import agency.frontline.mail.MailRoom.Report;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the inbox promises, told once for each database. */
abstract class MailsFindTheirCase {

    private static final String OURS = "<fl.22222222-2222-4222-8222-222222222222@frontline.example>";

    private MailRoom room;

    /** A database with our tables, for this class alone. */
    abstract DataSource database();

    @BeforeEach
    void openTheRoom() {
        room = new MailRoom(database());
    }

    @AfterEach
    void closeTheRoom() {
        room.close();
    }

    @Test
    void aNewMailOpensACaseOfItsClient() {
        var id = room.arrives("plain");
        room.sort();

        var opened = only("open");
        assertThat(opened.message().client()).isEqualTo("BIRCH");
        assertThat(opened.message().contact()).isNotNull();
        assertThat(opened.message().mayBeAnswered()).isTrue();
        assertThat(opened.message().receivedAt()).isEqualTo(MailRoom.NOW);
        assertThat(room.fate(id)).isEqualTo("DONE OPENED " + opened.businessKey());
        assertThat(room.inbox.source(id))
                .hasValueSatisfying(raw -> assertThat(raw).isEqualTo(Mails.source("plain")));
    }

    @Test
    void aStrangerFromTheClientsDomainOpensTheClientsCase() {
        room.arrives(mail("new.colleague@birch.example", "Hello", "<n@birch.example>", "", "I am new here."));
        room.sort();

        assertThat(only("open").message().client()).isEqualTo("BIRCH");
        assertThat(only("open").message().contact()).isNull();
    }

    @Test
    void anAnswerFindsItsCase() {
        var key = aCaseWithOurAnswer();

        var id = room.arrives(answer("ceo@birch.example", "<a1@birch.example>", OURS, "Yes, please."));
        room.sort();

        assertThat(room.fate(id)).isEqualTo("DONE ADDED " + key);
        assertThat(texts(key)).endsWith("Yes, please.");
    }

    @Test
    void aColleagueOfTheClientMayJoin() {
        var key = aCaseWithOurAnswer();

        var id = room.arrives(answer("marketing@birch.example", "<a2@birch.example>", OURS, "I agree."));
        room.sort();

        assertThat(room.fate(id)).isEqualTo("DONE ADDED " + key);
    }

    @Test
    void whereTheReferencesAreLostOurMarkIsFound() {
        var key = aCaseWithOurAnswer();

        var byMark = room.arrives(answer(
                "ceo@birch.example",
                "<a3@birch.example>",
                "<rewritten@provider.example>",
                "Yes.\n\n> We reprint the board.\n> [" + key + "]"));
        var bySubject = room.arrives(
                mail("ceo@birch.example", "RE: The billboard in Leeds", "<a4@birch.example>", "", "And by when?"));
        room.sort();

        assertThat(room.fate(byMark)).isEqualTo("DONE ADDED " + key);
        assertThat(room.fate(bySubject)).isEqualTo("DONE ADDED " + key);
    }

    @Test
    void anAnswerToAClosedCaseOpensOneThatCarriesItOn() {
        var key = aCaseWithOurAnswer();
        room.register.moveTo(key, Status.RESOLVED);

        var id = room.arrives(answer("ceo@birch.example", "<a5@birch.example>", OURS, "It is broken again."));
        room.sort();

        assertThat(room.fate(id)).startsWith("DONE OPENED ISS-").doesNotContain(key);
        assertThat(room.register.openOf("ceo@birch.example"))
                .singleElement()
                .satisfies(head -> assertThat(head.reopens()).isEqualTo(key));
    }

    @ParameterizedTest
    @ValueSource(strings = {"stranger@elsewhere.example", "marketing@cedar.example"})
    void nobodyElseGetsIntoAClientsCase(String intruder) {
        var key = aCaseWithOurAnswer();

        var byReference = room.arrives(answer(intruder, "<i1@x.example>", OURS, "Let me in."));
        var byNumber = room.arrives(mail(intruder, "About " + key, "<i2@x.example>", "", "Let me in, too."));
        room.sort();

        assertThat(room.fate(byReference)).startsWith("DONE SENDER_UNKNOWN UNK-");
        assertThat(room.fate(byNumber)).startsWith("DONE SENDER_UNKNOWN UNK-");
        assertThat(room.cases.of("senderUnknown")).hasSize(2).allSatisfy(call -> {
            assertThat(call.message().text())
                    .startsWith("[This message answers a conversation that its sender takes no part in.")
                    .doesNotContain(key);
            assertThat(call.message().mayBeAnswered()).isFalse();
            assertThat(call.message().client()).isNull();
        });
        assertThat(texts(key)).hasSize(2);
    }

    @Test
    void theForgedPlusAddressOpensNoDoor() {
        room.close();
        room = new MailRoom(database(), "plus-addressing", "true");
        var key = aCaseWithOurAnswer();
        var plus = "To: service+" + key.toLowerCase() + "@frontline.example\n";

        var intruder = room.arrives(mail("marketing@cedar.example", "Hello", "<p1@x.example>", plus, "In?"));
        var client = room.arrives(mail("ceo@birch.example", "Hello", "<p2@x.example>", plus, "Here I am."));
        room.sort();

        assertThat(room.fate(intruder)).startsWith("DONE SENDER_UNKNOWN");
        assertThat(room.fate(client)).isEqualTo("DONE ADDED " + key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I03-no-from",
                "I03-broken-from",
                "I03-nothing-at-all",
                "I19-faked-colleague",
                "I19-name-that-looks-like-an-address",
                "I19-dmarc-failed"
            })
    void whoeverCannotBeTrustedIsShownToAPerson(String name) {
        var id = room.arrives(name);
        room.sort();

        assertThat(room.fate(id)).startsWith("DONE SENDER_UNKNOWN UNK-");
        assertThat(only("senderUnknown").message().mayBeAnswered()).isFalse();
    }

    @Test
    void whatOurServerThinksOfTheSenderIsNotedInTheCase() {
        room.arrives("I19-dmarc-passed");
        room.sort();

        assertThat(room.notes.of(only("open").businessKey()))
                .extracting(CaseNotes.Note::text)
                .containsExactly("Our mail server on the mail of ceo@birch.example: spf=pass dkim=pass dmarc=pass");
    }

    @Test
    void oneMailToTwoOfOurAddressesIsOneEntry() {
        var first = room.arrives("I01-two-addresses-a");
        var second = room.arrives("I01-two-addresses-b");
        room.sort();

        assertThat(room.cases.calls).hasSize(1);
        assertThat(room.fate(second)).isEqualTo(room.fate(first).replace("OPENED", "REPEATED"));
        assertThat(recipients())
                .containsExactly("service@frontline.example", "service@frontline.example hello@frontline.example");
        assertThat(room.notes.of(only("open").businessKey()))
                .extracting(CaseNotes.Note::text)
                .containsExactly("The same mail came to hello@frontline.example, too.");
    }

    @Test
    void theSameMailFetchedTwiceIsStoredOnce() {
        var source = Mails.source("plain");
        var arrival = new Inbox.Arrival("m", 7, 1, MailRoom.NOW, source.length, false, source);

        assertThat(room.inbox.store(arrival)).isTrue();
        assertThat(room.inbox.store(arrival)).isFalse();
        room.sort();

        assertThat(room.cases.calls).hasSize(1);
    }

    @Test
    void theSameIdWithOtherWordsIsKeptAndLookedAt() {
        room.arrives("I02-same-id-first");
        room.arrives("I02-same-id-other-words");
        room.sort();

        assertThat(only("open").message().text()).isEqualTo("The first words.");
        assertThat(only("senderUnknown").message().text())
                .isEqualTo("[Another mail came with the same Message-ID, but with other words.]\n\n"
                        + "Quite other words under the same id.");
    }

    @Test
    void anAbsenceNoteIsNotedInItsThreadAndReopensNothing() {
        var key = aCaseWithOurAnswer();
        room.register.moveTo(key, Status.RESOLVED);

        var id = room.arrives(mail(
                "ceo@birch.example",
                "Automatic reply: The billboard in Leeds",
                "<ooo@birch.example>",
                "In-Reply-To: " + OURS + "\nAuto-Submitted: auto-replied\n",
                "I am away."));
        room.sort();

        assertThat(room.fate(id)).isEqualTo("DONE ADDED " + key);
        assertThat(only("add").message().automatic()).isTrue();
        assertThat(room.register.get(key).status()).isEqualTo(Status.RESOLVED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"I09-vacation-rfc5230", "I09-mailing-list", "I09-newsletter-bulk", "I09-null-return-path"})
    void aMachineThatAnswersNothingIsNeverAnswered(String name) {
        room.arrives(name);
        room.sort();

        assertThat(only("open").message().mayBeAnswered()).isFalse();
        assertThat(only("open").message().automatic()).isTrue();
    }

    @Test
    void twentyAutomaticMailsMakeOneIssueAndNoAnswer() {
        for (int i = 0; i < 20; i++) {
            room.arrives(mail(
                    "ceo@birch.example",
                    "Out of office " + i,
                    "<auto-" + i + "@birch.example>",
                    "Auto-Submitted: auto-replied\n",
                    "Away, note " + i));
        }
        room.sort();

        assertThat(room.cases.of("open")).hasSize(1);
        assertThat(room.cases.of("add")).hasSize(19);
        assertThat(room.cases.calls).noneMatch(call -> call.message().mayBeAnswered());
    }

    @Test
    void aRobotWithoutHeadersIsAnsweredOnce() {
        for (int i = 0; i < 20; i++) {
            var robot = new String(Mails.source("I10-robot-without-headers"), StandardCharsets.UTF_8);
            room.arrives(robot.replace("robot-1", "robot-" + i).getBytes(StandardCharsets.UTF_8));
        }
        room.sort();

        assertThat(room.cases.of("open"))
                .singleElement()
                .satisfies(call -> assertThat(call.message().mayBeAnswered()).isTrue());
        assertThat(room.cases.of("add")).hasSize(19);
        assertThat(room.cases.of("add").stream().filter(call -> call.message().automatic()))
                .as("after two repetitions nobody takes it for a person any more")
                .hasSize(17);
    }

    @Test
    void aStrangersRobotFillsOneInquiry() {
        for (int i = 0; i < 5; i++) {
            room.arrives(mail(
                    "robot@elsewhere.example",
                    "News " + i,
                    "<r" + i + "@elsewhere.example>",
                    "Precedence: bulk\n",
                    "Number " + i));
        }
        room.sort();

        assertThat(room.cases.of("senderUnknown")).hasSize(1);
        assertThat(room.cases.of("add")).hasSize(4);
    }

    @Test
    void theSameWordsWithOtherFilesAreAnotherMatter() {
        var one = new String(Mails.source("S06-traversal"), StandardCharsets.ISO_8859_1);
        room.arrives("S06-traversal");
        room.arrives(
                one.replace("files-2", "files-9").replace("win.ini", "lose.ini").getBytes(StandardCharsets.ISO_8859_1));
        room.sort();

        assertThat(room.cases.of("open")).hasSize(2);
    }

    @Test
    void theSameWordsOnAnotherDayAreAnotherMatter() {
        room.arrives(mail("ceo@birch.example", "Invoice", "<w1@birch.example>", "", "Please send the invoice."));
        room.sort();
        room.clock.advance(Duration.ofDays(1));
        room.arrives(mail("ceo@birch.example", "Invoice", "<w2@birch.example>", "", "Please send the invoice."));
        room.sort();

        assertThat(room.cases.of("open")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"I11-own-notice-back", "I11-own-notice-back-with-new-id"})
    void ourOwnNoticeIsDropped(String name) {
        var id = room.arrives(name);
        room.sort();

        assertThat(room.fate(id)).isEqualTo("DONE OWN null");
        assertThat(room.cases.calls).isEmpty();
    }

    @Test
    void aBounceIsToldToTheOutboxAndToNobodyElse() {
        var id = room.arrives("I12-dsn-postfix");
        room.sort();

        assertThat(room.fate(id)).isEqualTo("DONE BOUNCED null");
        assertThat(room.reports)
                .containsExactly(
                        new Report(
                                "<fl.11111111-1111-4111-8111-111111111111@frontline.example>",
                                "ceo@birch.example",
                                "550 5.1.1 <ceo@birch.example>: Recipient address rejected: User unknown in local recipient table"));
        assertThat(room.cases.calls).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"I12-of-nothing-of-ours", "I12-dsn-only-late", "I09-read-receipt"})
    void aReportThatNeedsNobodyIsKeptQuietly(String name) {
        var id = room.arrives(name);
        room.sort();

        assertThat(room.fate(id)).isEqualTo("DONE IGNORED null");
        assertThat(room.cases.calls).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"POISON", "GLUTTON"})
    void onePoisonMailAmongTwentyIsSetAsideAfterThreeTries(String poison) {
        for (int i = 0; i < 20; i++) {
            room.arrives(mail(
                    "ceo@birch.example",
                    "Matter " + i,
                    "<m" + i + "@birch.example>",
                    "",
                    i == 7 ? poison : "Words " + i));
        }
        room.sort();

        assertThat(keys("ISS-%")).as("the others do not wait").hasSize(19);
        assertThat(room.inbox.setAside()).isEmpty();
        room.clock.advance(Duration.ofMinutes(2));
        room.sort();

        assertThat(keys("ISS-%")).hasSize(19);
        assertThat(room.inbox.setAside()).singleElement().satisfies(mail -> {
            assertThat(mail.tries()).isEqualTo(3);
            assertThat(mail.problem()).containsIgnoringCase(poison);
            assertThat(mail.sender()).isEqualTo("ceo@birch.example");
            assertThat(room.inbox.source(mail.id()))
                    .hasValueSatisfying(raw -> assertThat(new String(raw)).contains(poison));
            assertThat(mail.businessKey()).startsWith("UNK-");
            assertThat(texts(mail.businessKey()))
                    .containsExactly("[We could not read this mail. Its source is kept in the inbox as no. %d.]"
                            .formatted(mail.id()));
        });
    }

    @Test
    void aMailThatMustNotBeReadIsSetAsideAtOnce() {
        var id = room.arrives(
                Mails.of("From: ceo@birch.example\nSubject: Boom\n" + "X-Header: x\n".repeat(5_000), "Text"));
        room.arrives("plain");
        room.sort();

        assertThat(room.fate(id)).startsWith("SET_ASIDE null UNK-");
        assertThat(only("senderUnknown").message().subject()).isEqualTo("Boom");
        assertThat(room.cases.of("open")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<div>", "<b><i>", "<table><tr><td>", "<blockquote type=cite>", "<a href=x>"})
    @DisplayName("A mail of nothing but opened tags is read or set aside, and the next one follows (L07)")
    void openedTagsWithoutEnd(String tags) {
        var id = room.arrives(Mails.of(
                "From: ceo@birch.example\nSubject: Deep\nContent-Type: text/html\n", tags.repeat(50_000) + "Text"));
        room.arrives("plain");
        room.sort();

        assertThat(room.fate(id)).matches("(DONE OPENED ISS|SET_ASIDE null UNK)-.*");
        assertThat(room.cases.of("open").stream().map(call -> call.message().subject()))
                .contains("The billboard in Leeds");
    }

    @Test
    void aMailThatWasSetAsideCanBeTriedAgain() {
        var id = room.arrives(Mails.of("From: ceo@birch.example\n" + "X-Header: x\n".repeat(5_000), "Text"));
        room.sort();

        room.inbox.tryAgain(id);

        assertThat(room.fate(id)).startsWith("PENDING");
    }

    @Test
    @DisplayName("An answer to a mail that has no case yet waits for it (I04)")
    void anAnswerWaitsForTheMailItAnswers() {
        var first = room.arrives(mail("ceo@birch.example", "The board", "<f1@birch.example>", "", "It fell down."));
        room.inbox.retry(first, Duration.ofMinutes(1), "the database was away");
        var answer = room.arrives(mail(
                "marketing@birch.example",
                "Another subject",
                "<f2@birch.example>",
                "In-Reply-To: <f1@birch.example>\n",
                "Nobody was hurt."));
        room.sort();
        assertThat(room.fate(answer)).startsWith("PENDING");
        assertThat(room.cases.calls).isEmpty();

        room.clock.advance(Duration.ofMinutes(1));
        room.sort();
        var key = only("open").businessKey();
        assertThat(room.fate(answer)).isEqualTo("DONE ADDED " + key);
        assertThat(texts(key)).containsExactly("It fell down.", "Nobody was hurt.");
    }

    @Test
    @DisplayName(
            "Where a provider has renamed our mail, the reply is found by plus address, by the client's own mail, by our mark (O06)")
    void ourMailUnderAnotherName() {
        room.close();
        room = new MailRoom(database(), "plus-addressing", "true");
        var key = aCaseWithOurAnswer();
        var renamed = "<0100018f-renamed@provider.example>";
        var answers = Map.of(
                "To: service+" + key.toLowerCase() + "@frontline.example\nIn-Reply-To: " + renamed + "\n",
                        "By address.",
                "In-Reply-To: " + renamed + "\nReferences: <plain-1@birch.example> " + renamed + "\n", "By thread.",
                "References: " + renamed + "\n", "By mark.\n\n> We reprint the board.\n> [" + key + "]");

        answers.forEach((header, text) -> {
            var id = room.arrives(mail(
                    "marketing@birch.example",
                    "Something else",
                    "<" + text.hashCode() + "@birch.example>",
                    header,
                    text));
            room.sort();
            assertThat(room.fate(id)).as(text).isEqualTo("DONE ADDED " + key);
        });
    }

    @Test
    @DisplayName("Not even the report that our renamed mail came back is lost (O06)")
    void theBounceOfARenamedMail() {
        room.arrives(new String(Mails.source("I12-dsn-postfix"), StandardCharsets.UTF_8)
                .replace(
                        "Message-ID: <fl.11111111-1111-4111-8111-111111111111@frontline.example>",
                        "Message-ID: <0100018f-renamed@provider.example>\r\n"
                                + "X-Frontline-Id: <fl.11111111-1111-4111-8111-111111111111@frontline.example>")
                .getBytes(StandardCharsets.UTF_8));
        room.sort();

        assertThat(room.reports)
                .extracting(Report::messageId)
                .contains("<fl.11111111-1111-4111-8111-111111111111@frontline.example>");
    }

    @Test
    @DisplayName("What cannot be read comes to a person as a file, with its source whole (I17)")
    void theSourceOfAPoisonMail() {
        var poison = Mails.of("From: ceo@birch.example\nSubject: Boom\n" + "X-Header: x\n".repeat(5_000), "Text");
        room.arrives(poison);
        room.sort();

        assertThat(only("senderUnknown").message().attachments())
                .singleElement()
                .satisfies(file -> {
                    assertThat(file.name()).isEqualTo("mail.eml");
                    assertThat(file.content()).isEqualTo(poison);
                });
    }

    @Test
    void aMailTooLargeToFetchReachesItsClientsCase() {
        var header = Mails.source("plain");
        room.inbox.store(new Inbox.Arrival("service/INBOX", 1, 99, MailRoom.NOW, 60L << 20, true, header));
        room.sort();

        var message = only("open").message();
        assertThat(message.subject()).isEqualTo("The billboard in Leeds");
        assertThat(message.text()).contains("60 MB");
        assertThat(message.refused()).hasSize(1);
    }

    @Test
    void filesComeAlong() {
        room.arrives("F30-programs");
        room.sort();

        var message = room.conversation.of(only("open").businessKey()).get(0);
        assertThat(message.attachments()).hasSize(4);
        assertThat(message.attachments().stream().filter(file -> file.refused() != null))
                .hasSize(3);
    }

    @Test
    void aFormsMessageGoesTheWayOfAMail() {
        var opened = post("form-1", "ceo@birch.example", "The board is broken.", null);
        var again = post("form-1", "ceo@birch.example", "The board is broken.", null);
        var added = post("form-2", "marketing@birch.example", "It fell down.", "form-1");
        var byNumber = post("form-3", "ceo@birch.example", "Nobody was hurt.", opened.businessKey());
        var unknown = post("form-4", "stranger@elsewhere.example", "Hello?", null);
        var intruder = post("form-5", "marketing@cedar.example", "What is going on?", opened.businessKey());

        assertThat(opened.outcome()).isEqualTo(Outcome.OPENED);
        assertThat(again).isEqualTo(new Reception.Receipt(Outcome.REPEATED, opened.businessKey()));
        assertThat(added).isEqualTo(new Reception.Receipt(Outcome.ADDED, opened.businessKey()));
        assertThat(byNumber).isEqualTo(new Reception.Receipt(Outcome.ADDED, opened.businessKey()));
        assertThat(unknown.outcome()).isEqualTo(Outcome.SENDER_UNKNOWN);
        assertThat(intruder.outcome()).isEqualTo(Outcome.SENDER_UNKNOWN);
        assertThat(texts(opened.businessKey()))
                .containsExactly("The board is broken.", "It fell down.", "Nobody was hurt.");
    }

    private Reception.Receipt post(String id, String from, String text, String inReplyTo) {
        return room.clientMessages.receive(
                new ClientMessageBody(from, Channel.WEB, "The board", text, id, inReplyTo).clean());
    }

    /** A case of Birch's ceo in which we have answered with the id OURS. */
    private String aCaseWithOurAnswer() {
        room.arrives("plain");
        room.sort();
        var key = only("open").businessKey();
        room.cases.calls.clear();
        room.weWrote(key, OURS);
        return key;
    }

    private Call only(String what) {
        assertThat(room.cases.of(what)).hasSize(1);
        return room.cases.of(what).get(0);
    }

    private List<String> texts(String businessKey) {
        return room.conversation.of(businessKey).stream().map(Message::text).toList();
    }

    private List<String> keys(String like) {
        return room.jdbc
                .sql("select business_key from fl_case where business_key like :like")
                .param("like", like)
                .query(String.class)
                .list();
    }

    private List<String> recipients() {
        return room.jdbc
                .sql("select recipients from fl_inbox order by id")
                .query(String.class)
                .list();
    }

    private static byte[] answer(String from, String id, String to, String text) {
        return mail(from, "Re: The billboard in Leeds", id, "In-Reply-To: " + to + "\nReferences: " + to + "\n", text);
    }

    private static byte[] mail(String from, String subject, String id, String more, String text) {
        return Mails.of("From: %s\nSubject: %s\nMessage-ID: %s\n%s".formatted(from, subject, id, more), text);
    }
}
