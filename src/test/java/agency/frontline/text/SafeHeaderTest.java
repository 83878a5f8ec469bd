package agency.frontline.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A safe header")
class SafeHeaderTest {

    @Test
    @DisplayName("holds what was sent to us on a single line (O07)")
    void cleaned() {
        assertThat(SafeHeader.clean("Launch\r\nBcc: all@birch.example\u0000"))
                .isEqualTo("Launch Bcc: all@birch.example");
    }

    @ParameterizedTest
    @DisplayName("refuses a value of ours that would become a second header (O07)")
    @ValueSource(strings = {"a\r\nBcc: b@x", "a\nb", "a\rb", "a\u0000b", "a\u0085b", "a\u2028b"})
    void refused(String value) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> SafeHeader.require("subject", value))
                .withMessageStartingWith("subject: This must be a single line.");
    }
}
