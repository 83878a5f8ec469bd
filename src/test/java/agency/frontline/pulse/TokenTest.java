package agency.frontline.pulse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What opens a pulse cannot be guessed, or read from our tables (S13)")
class TokenTest {

    @Test
    void itIs128BitsThatFitALink() {
        assertThat(Token.draw()).matches("[A-Za-z0-9_-]{22}");
    }

    @Test
    void noneIsDrawnTwice() {
        assertThat(Stream.generate(Token::draw).limit(10_000).collect(Collectors.toSet()))
                .hasSize(10_000);
    }

    @Test
    void itsHashTellsNothingOfIt() {
        var token = Token.draw();
        assertThat(Token.hash(token)).matches("[0-9a-f]{64}").isEqualTo(Token.hash(token));
        assertThat(Token.hash(token)).isNotEqualTo(Token.hash(token + "x"));
    }
}
