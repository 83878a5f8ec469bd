package agency.frontline.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A specialist's words passed through are told from an answer (C-39)")
class RelayCheckTest {

    private static final String FINDING =
            "The proof was made for coated paper, so the red came out two shades darker on the board than planned.";

    @Test
    void allOfItWhateverCaseAndPunctuation() {
        assertThat(RelayCheck.shareOfOthersWords(FINDING.toUpperCase().replace(",", " –"), List.of("No.", FINDING)))
                .isEqualTo(1);
    }

    @Test
    void aPartByItsShareOfTheWords() {
        var reply = "We will reprint it at our own cost. The proof was made for coated paper.";

        assertThat(RelayCheck.shareOfOthersWords(reply, List.of(FINDING))).isCloseTo(7 / 15.0, within(0.001));
    }

    @Test
    void noneOfItWhereOnlySingleWordsAgree() {
        assertThat(RelayCheck.shareOfOthersWords(
                        "The red on the board is darker than you want, and we put it right.", List.of(FINDING)))
                .isZero();
    }

    @Test
    void shortAnswersOnlyAsAWhole() {
        assertThat(RelayCheck.shareOfOthersWords("Reprint it.", List.of("Reprint it!")))
                .isEqualTo(1);
        assertThat(RelayCheck.shareOfOthersWords("Reprint it.", List.of("Reprint it by Friday, I would say.")))
                .isZero();
    }

    @Test
    void nothingIsNobodys() {
        assertThat(RelayCheck.shareOfOthersWords(" – ", List.of(" – "))).isZero();
        assertThat(RelayCheck.shareOfOthersWords(FINDING, List.of())).isZero();
    }
}
