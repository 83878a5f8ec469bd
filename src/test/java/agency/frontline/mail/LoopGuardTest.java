package agency.frontline.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Machines are not answered by machines")
class LoopGuardTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I09-out-of-office-exchange",
                "I09-vacation-rfc5230",
                "I09-mailing-list",
                "I09-newsletter-bulk",
                "I09-null-return-path",
                "I09-absence-by-subject",
                "I09-read-receipt",
                "I12-dsn-postfix",
                "I12-exchange",
                "I12-qmail",
                "I12-exim"
            })
    void aMachineIsKnown(String name) {
        assertThat(Mails.read(name).automatic()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "I09-auto-submitted-no",
                "I10-robot-without-headers",
                "quote-gmail-html",
                "I19-dmarc-passed"
            })
    void aPersonIsNotTakenForOne(String name) {
        assertThat(Mails.read(name).automatic()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"I11-own-notice-back", "I11-own-notice-back-with-new-id"})
    void ourOwnMailIsKnownWhenItComesBack(String name) {
        assertThat(Mails.read(name).ours()).isTrue();
    }

    @Test
    void anAnswerToOursIsNotOurs() {
        var answer = Mails.read(Mails.of(
                """
                From: ceo@birch.example
                Message-ID: <answer@birch.example>
                In-Reply-To: <fl.0f8fad5b-d9cb-469f-a165-70867728950e@frontline.example>
                """,
                "Yes."));

        assertThat(answer.ours()).isFalse();
        assertThat(answer.automatic()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-reply@birch.example", "DoNotReply@birch.example", "noreply-shop@birch.example"})
    void nobodyReadsWhatIsSentThere(String address) {
        assertThat(LoopGuard.isDeaf(address)).isTrue();
    }

    @Test
    void aReceiptOfReadingIsOne() {
        assertThat(Mails.read("I09-read-receipt").receipt()).isTrue();
        assertThat(Mails.read("plain").receipt()).isFalse();
    }
}
