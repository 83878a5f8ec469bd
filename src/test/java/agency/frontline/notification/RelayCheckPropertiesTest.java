package agency.frontline.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for any answer and whatever the specialists wrote. */
@Label("The share of others' words")
class RelayCheckPropertiesTest {

    @Property(tries = 300)
    @Label("is between none and all")
    void isAShare(@ForAll("texts") String text, @ForAll("texts") String other) {
        assertThat(RelayCheck.shareOfOthersWords(text, List.of(other))).isBetween(0.0, 1.0);
    }

    @Property(tries = 300)
    @Label("is all for a text of their own, wherever it stands among others")
    void ownTextIsAllTheirs(@ForAll("texts") String text, @ForAll("texts") String other) {
        assertThat(RelayCheck.shareOfOthersWords(text, List.of(other, text))).isEqualTo(1);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("the", "red", "proof", "board", "was", "not", "dark")
                .list()
                .ofMinSize(1)
                .ofMaxSize(30)
                .map(words -> String.join(" ", words));
    }
}
