package agency.frontline.notification;

import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.client.Contact;
import agency.frontline.text.Mailbox;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A letter to a client")
class LettersTest {

    private static final String AT_WORK = "2026-11-24T10:00:00Z";
    private static final String FRIDAY_NIGHT = "2026-11-27T22:00:00Z";
    private static final Instant MONDAY_MORNING = Instant.parse("2026-11-30T09:00:00Z");
    private static final Instant MONDAY_NOON = Instant.parse("2026-11-30T12:00:00Z");

    @Test
    void isHandedOverWithAllThatTheOutboxNeeds() {
        var agency = Sample.at(AT_WORK);

        var messageId =
                agency.letters.acknowledgement(Sample.letter(Sample.BIRCH), Instant.parse("2026-11-24T16:00:00Z"));

        assertThat(messageId).isEqualTo("<letter-1@agency.example>");
        var mail = agency.last();
        assertThat(mail.idempotencyKey()).isEqualTo("letter-1");
        assertThat(mail.businessKey()).isEqualTo("ISS-2026-00042");
        assertThat(mail.purpose()).isEqualTo("acknowledgeIssue");
        assertThat(mail.to()).containsExactly(new Mailbox("contact@birch.example", "Sarah Whitfield"));
        assertThat(mail.automatic()).isTrue();
        assertThat(mail.toClient()).isTrue();
        assertThat(mail.notBefore()).isNull();
    }

    @Nested
    @DisplayName("leaves in the client's hours (C-64)")
    class Hours {

        private final Sample agency = Sample.at(FRIDAY_NIGHT);
        private final Letter letter = Sample.letter(Sample.BIRCH);

        @Test
        void anAnswerWaitsAndCountsTheDaysFromWhenItIsRead() {
            agency.letters.reply(letter, "We reprint.", MONDAY_NOON, null, List.of(), false);

            assertThat(agency.last().notBefore()).isEqualTo(MONDAY_MORNING);
            assertThat(agency.last().text()).contains("today by 12:00");
            assertThat(agency.last().automatic()).isFalse();
        }

        @Test
        void unlessItIsSentNow() {
            agency.letters.reply(letter, "We reprint.", MONDAY_NOON, null, List.of(), true);

            assertThat(agency.last().notBefore()).isNull();
            assertThat(agency.last().text()).contains("by Monday 12:00");
        }

        @Test
        void aFirstViewDoesNotForItComesBeforeTheSpecialist() {
            agency.letters.firstView(letter, "Reprint.", List.of("writers"), null);

            assertThat(agency.last().notBefore()).isNull();
        }

        @Test
        void anAcknowledgementDoesNot() {
            agency.letters.acknowledgement(letter, MONDAY_NOON);

            assertThat(agency.last().notBefore()).isNull();
            assertThat(agency.last().text()).contains("by Monday 12:00");
        }
    }

    @Test
    void thePreviewOfAReplyIsWhatIsSent() {
        var agency = Sample.at(AT_WORK);
        var letter = Sample.letter(Sample.CEDAR);
        var promises = List.of(new Promised("Dodruk", "nobody", MONDAY_NOON));

        var preview = agency.letters.previewReply(letter, "Tak.", null, "Dlaczego: ...", promises);

        assertThat(agency.sent).isEmpty();
        agency.letters.reply(letter, "Tak.", null, "Dlaczego: ...", promises, false);
        assertThat(agency.last().text()).isEqualTo(preview).contains("- Dodruk – nobody, do poniedziałku");
    }

    @Test
    void aChaserIsTheManagersOwnWordsWhereThereAreAny() {
        var agency = Sample.at(AT_WORK);

        agency.letters.chaser(Sample.letter(Sample.BIRCH), "Sarah, one word?", 2);

        assertThat(agency.last().text()).contains("Sarah, one word?").doesNotContain("Billboard");
    }

    @ParameterizedTest
    @CsvSource({"0,1", "4,3"})
    void thereAreThreeSuggestedChasers(int silence, int same) {
        var letters = Sample.at(AT_WORK).letters;
        var letter = Sample.letter(Sample.BIRCH);

        assertThat(letters.suggestedChaser(letter, silence)).isEqualTo(letters.suggestedChaser(letter, same));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Billboard             | Billboard
                    RE: re: Billboard     | Billboard
                    Odp: Billboard        | Billboard
                    Regarding: Billboard  | Regarding: Billboard
                    ''                    | your message
                    """)
    void namesTheSubjectAndLeavesTheReplyPrefixToTheThread(String subject, String answered) {
        var agency = Sample.at(AT_WORK);

        agency.letters.update(Sample.letter(Sample.BIRCH, subject), "Still on it.");

        assertThat(agency.last().subject()).isEqualTo(answered);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Sarah Whitfield   | Hello Sarah,
                    Dr. Whitfield     | Hello Dr. Whitfield,
                    Whitfield, Sarah  | Hello Whitfield, Sarah,
                    ceo@birch.example | Hello,
                    ''                | Hello,
                    """)
    void greetsByNameWithoutGuessing(String name, String greeting) {
        assertThat(Greeting.to(name, Languages.found().of("en"))).isEqualTo(greeting);
    }

    @Test
    void followsTheContactsLanguageRatherThanTheClients() {
        var agency = Sample.at(AT_WORK);
        var letter = Sample.letter(Sample.BIRCH);
        var contact = new Contact(
                "jan@birch.example", "Jan Kos", null, "pl-PL", letter.contact().channel());

        agency.letters.update(
                new Letter("k", letter.theCase(), letter.client(), contact, letter.owner()), "Pracujemy nad tym.");

        assertThat(agency.last().text()).startsWith("Dzień dobry,").contains("Serdecznie pozdrawiam\nAnna Nowak");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${1+1}",
                "#{greeting}",
                "[[${signedBy}]]",
                "[(${signedBy})]",
                "__${signedBy}__",
                "{{signedBy}}",
                "{subject}",
                "$1 \\n",
                "@{/logout}",
                "~{layout.html :: signature}",
                "[# th:if=\"${true}\"]x[/]",
                "<script>alert(1)</script>",
                "<p th:text=\"${signedBy}\">x</p>",
                "T(java.lang.Runtime).getRuntime()"
            })
    @DisplayName("shows what the client wrote literally (D07)")
    void hostileText(String hostile) {
        var agency = Sample.at(AT_WORK);
        var letter = Sample.letter(Sample.BIRCH, hostile);
        var promises = List.of(new Promised(hostile, hostile, MONDAY_NOON));

        agency.letters.reply(letter, hostile, null, hostile, promises, false);
        assertThat(agency.last().text().split(Pattern.quote(hostile), -1)).hasSize(5);
        assertThat(Jsoup.parse(agency.last().html()).wholeText().split(Pattern.quote(hostile), -1))
                .hasSize(5);
        assertThat(agency.last().subject()).isEqualTo(hostile);

        agency.letters.chaser(letter, null, 1);
        assertThat(agency.last().text()).contains("“" + hostile + "”");

        agency.notices.clientWroteAgain(new Notices.About("n", letter.theCase(), Sample.BIRCH), "manager", hostile);
        assertThat(agency.last().text()).contains("“" + hostile + "”:\n\n" + hostile + "\n");
        assertThat(Jsoup.parse(agency.last().html()).select("script")).isEmpty();
    }

    @Test
    void holdsNothingWhereNothingWasWritten() {
        var agency = Sample.at(AT_WORK);

        agency.letters.firstView(Sample.letter(Sample.BIRCH), " ", List.of(), null);

        assertThat(agency.last().text()).startsWith("Hello Sarah,\n\nBest wishes,");
        assertThat(agency.last().html()).contains("<p>Hello Sarah,</p>");
    }

    @Test
    void keepsTheLinesAndParagraphsOfWhatWasWritten() {
        var agency = Sample.at(AT_WORK);

        agency.letters.update(Sample.letter(Sample.BIRCH), "One\r\ntwo\r\n\r\n\r\nthree & <four>");

        assertThat(agency.last().text()).contains("One\ntwo\n\nthree & <four>\n");
        assertThat(agency.last().html()).contains("<p>One<br>two</p><p>three &amp; &lt;four&gt;</p>");
    }
}
