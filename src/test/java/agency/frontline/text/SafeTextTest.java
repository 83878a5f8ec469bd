package agency.frontline.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Safe text")
class SafeTextTest {

    @Test
    @DisplayName("loses NUL, control characters and byte order marks (D03)")
    void controlCharacters() {
        assertThat(SafeText.clean("\uFEFFa\u0000b\u0007c\u001B[1m\u007F\u009Fd\uFEFF"))
                .isEqualTo("abc[1md");
    }

    @Test
    @DisplayName("shows where half a surrogate pair stood (D03)")
    void loneSurrogates() {
        assertThat(SafeText.clean("a\uD83D b\uDE00 \uDE00\uD83D")).isEqualTo("a\uFFFD b\uFFFD \uFFFD\uFFFD");
    }

    @Test
    @DisplayName("has one kind of line break and keeps its tabs")
    void lineBreaks() {
        assertThat(SafeText.clean("a\r\nb\rc\nd\u0085e\r\r\n\tf")).isEqualTo("a\nb\nc\nd\ne\n\n\tf");
    }

    @Test
    @DisplayName("keeps every language, emoji and reading direction")
    void languages() {
        var text = "Zażółć, שלום, مرحبا \u200Fמ, 日本語, 👩‍🚀 🇵🇱 e\u0301";

        assertThat(SafeText.clean(text)).isEqualTo(text);
    }

    @Test
    @DisplayName("on a line is cut with an ellipsis, never through a character (D05)")
    void line() {
        assertThat(SafeText.line(" The\r\n\tbig \u2028 launch ", 200)).isEqualTo("The big launch");
        assertThat(SafeText.line("The big launch", 9)).isEqualTo("The big…");
        assertThat(SafeText.line("ab😀cd", 4)).isEqualTo("ab…");
        assertThat(SafeText.line("ab😀cd", 5)).isEqualTo("ab😀…");
        assertThat(SafeText.line("ab😀", 4)).isEqualTo("ab😀");
        assertThatThrownBy(() -> SafeText.line("a", 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("is refused by field and length where it must not be cut")
    void tooLong() {
        assertThat(SafeText.requireAtMost("subject", "a\u0000b", 2)).isEqualTo("ab");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> SafeText.requireAtMost("subject", "abc", 2))
                .withMessage("subject: At most 2 characters fit here, this has 3. Shorten it.");
    }
}
