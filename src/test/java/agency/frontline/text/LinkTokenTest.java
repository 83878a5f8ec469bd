package agency.frontline.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What opens a page without a login cannot be guessed, or read from our tables (S13)")
class LinkTokenTest {

    @Test
    void itIs128BitsThatFitALink() {
        assertThat(LinkToken.draw()).matches("[A-Za-z0-9_-]{22}");
    }

    @Test
    void noneIsDrawnTwice() {
        assertThat(Stream.generate(LinkToken::draw).limit(10_000).collect(Collectors.toSet()))
                .hasSize(10_000);
    }

    @Test
    void itsHashTellsNothingOfIt() {
        var token = LinkToken.draw();
        assertThat(LinkToken.hash(token)).matches("[0-9a-f]{64}").isEqualTo(LinkToken.hash(token));
        assertThat(LinkToken.hash(token)).isNotEqualTo(LinkToken.hash(token + "x"));
    }
}
