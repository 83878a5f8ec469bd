package agency.frontline.text;

import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.story.Refused;
import java.math.BigDecimal;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Amounts and counts are read however a form or a spreadsheet writes them")
class AmountsOnFormsTest {

    static Stream<Arguments> amounts() {
        return Stream.of(
                Arguments.of("1250", "1250"),
                Arguments.of("7.5", "7.5"),
                Arguments.of("7,5", "7.5"),
                Arguments.of(" 15\u00a0000,25 ", "15000.25"),
                Arguments.of("1'250", "1250"),
                Arguments.of(0, "0"),
                Arguments.of(120.0, "120.0"),
                Arguments.of(12_500_000.0, "12500000"),
                Arguments.of(new BigDecimal("4.20"), "4.20"),
                Arguments.of(999_999_999L, "999999999"));
    }

    @ParameterizedTest
    @MethodSource("amounts")
    void anAmount(Object written, String meant) {
        assertThat(new Answers(field -> written).amount("money")).isEqualByComparingTo(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1.250,00", "1.234", "much", "1e3", "1000000000", "NaN", "٣"})
    void whatIsNoAmount(String written) {
        var answers = new Answers(field -> written);

        assertThat(answers.amount("money")).isNull();
        assertThat(Refused.by(answers::done)).containsOnlyKeys("money");
    }

    @Test
    void aNumberThatIsNoAmountEither() {
        for (var written : new Number[] {-1, 1e12, 0.001, Double.MAX_VALUE}) {
            var answers = new Answers(field -> written);

            assertThat(answers.amount("money")).isNull();
            assertThat(Refused.by(answers::done)).containsOnlyKeys("money");
        }
    }

    @Test
    void aCount() {
        assertThat(new Answers(field -> "4").whole("hours", 1, 40)).isEqualTo(4);
        assertThat(new Answers(field -> 4.0).whole("hours", 1, 40)).isEqualTo(4);
        assertThat(new Answers(field -> " ").whole("hours", 1, 40)).isNull();
        for (var written : new String[] {"0", "41", "4.5", "four", "-4", "99999999999"}) {
            var answers = new Answers(field -> written);

            assertThat(answers.whole("hours", 1, 40)).isNull();
            assertThat(Refused.by(answers::done).get("hours")).isEqualTo("Give a whole number from 1 to 40.");
        }
    }
}
