package agency.frontline.pulse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import agency.frontline.text.Answers;
import agency.frontline.text.Refusal;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Three numbers from 0 to 10")
class ScoresTest {

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
            service, work, feeling, low,   high
            10,      10,   10,      false, true
            9,       9,    9,       false, true
            8,       10,   10,      false, false
            7,       7,    7,       false, false
            6,       10,   10,      true,  false
            10,      6,    10,      true,  false
            10,      10,   6,       true,  false
            0,       0,    0,       true,  false
            """)
    void oneUnhappyAnswerIsEnough(int service, int work, int feeling, boolean low, boolean high) {
        var scores = new Scores(service, work, feeling);
        assertThat(scores.isLow()).isEqualTo(low);
        assertThat(scores.isHigh()).isEqualTo(high);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "11", "-1", "5.5", "ten", "007", "1e1", "９"})
    void nothingElseIsANumberHere(String given) {
        assertThatThrownBy(() -> Scores.from(answers(Map.of("service", "5", "work", given, "feeling", "5"))))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.errors())
                        .singleElement()
                        .satisfies(error -> assertThat(error.field()).isEqualTo("work")));
    }

    @Test
    void everyMissingAnswerIsNamedAtOnce() {
        assertThatThrownBy(() -> Scores.from(answers(Map.of())))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.errors())
                        .extracting(error -> error.field())
                        .containsExactly("service", "work", "feeling"));
    }

    private static Answers answers(Map<String, String> form) {
        return new Answers(new HashMap<>(form)::get);
    }
}
