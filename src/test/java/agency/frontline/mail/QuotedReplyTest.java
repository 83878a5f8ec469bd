package agency.frontline.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Of an answer, people read what is new")
class QuotedReplyTest {

    @ParameterizedTest
    @CsvSource({
        "quote-gmail-html, 'Yes, please go ahead.'",
        "quote-gmail-polish, 'Tak, proszę działać.'",
        "quote-thunderbird-polish, 'Świetnie, dziękuję!'",
        "quote-outlook-web, Sounds good.",
        "quote-apple-html, 'Thanks, Anna.'"
    })
    void theAnsweredMailIsTakenOut(String name, String fresh) {
        assertThat(Mails.read(name).text()).isEqualTo(fresh);
    }

    @Test
    void asOutlookPutsItBelow() {
        assertThat(Mails.read("quote-outlook-plain").text()).isEqualTo("Fine with me.\n\nSarah");
        assertThat(Mails.read("quote-outlook-polish-html").text()).isEqualTo("Zgoda.\n\nJan");
    }

    @Test
    void answersBetweenTheLinesKeepTheLines() {
        assertThat(Mails.read("quote-answers-between-the-lines").text())
                .contains("> Shall we reprint?\nYes.\n> By Friday?\nThursday would be better.");
    }

    @Test
    void aForwardedMailIsTheMessage() {
        assertThat(Mails.read("quote-forwarded").text()).contains("Please see below.", "Your board blocks the view.");
    }

    @Test
    void nothingIsTakenOutWhereNothingWouldBeLeft() {
        assertThat(Mails.read("quote-nothing-but-quote").text()).isEqualTo("> We reprint the board at our cost.");
    }

    @Test
    void whatTheClientQuotesOnTheirOwnStays() {
        assertThat(Mails.read("quote-clients-own-quotation").text()).contains("> Birch. Stand tall.");
    }

    @Test
    void aSentenceThatEndsInWroteIsNoQuote() {
        var text = "Our board met. As the chairman wrote:\nWe want a new logo.\nPlease start.";

        assertThat(QuotedReply.newIn(text, "Logo")).isEqualTo(text);
    }

    @Test
    void longLinesCostNothing() {
        var text = "On ".repeat(200_000) + "\n" + "On 1 @ 10:00 ".repeat(50_000) + "\n" + ">".repeat(100_000);

        assertThat(QuotedReply.newIn(text, "Re: long")).startsWith("On On");
        assertThat(QuotedReply.newIn("1@ wrote:\n".repeat(100_000), "Re: long")).isNotBlank();
    }
}
