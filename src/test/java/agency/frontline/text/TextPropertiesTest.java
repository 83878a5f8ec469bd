package agency.frontline.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds for any text that somebody may send us. */
@Label("Whatever is sent to us")
class TextPropertiesTest {

    @Property
    @Label("is clean after one pass")
    void clean(@ForAll("texts") String text) {
        var clean = SafeText.clean(text);

        assertThat(SafeText.clean(clean)).isEqualTo(clean);
        assertThat(clean.codePoints())
                .noneMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t'
                        || Character.getType(c) == Character.SURROGATE);
    }

    @Property
    @Label("fits a line after one pass")
    void line(@ForAll("texts") String text, @ForAll @IntRange(min = 1, max = 50) int max) {
        var line = SafeText.line(text, max);

        assertThat(SafeText.line(line, max)).isEqualTo(line);
        assertThat(SafeText.clean(line)).isEqualTo(line).hasSizeLessThanOrEqualTo(max);
        assertThat(line).doesNotContain("\n", "\t");
    }

    @Property
    @Label("makes a header that is accepted")
    void header(@ForAll("texts") String text) {
        var clean = SafeHeader.clean(text);

        assertThat(SafeHeader.require("subject", clean)).isEqualTo(clean).isEqualTo(SafeHeader.clean(clean));
    }

    @Property
    @Label("makes a file name that names a file and nothing else")
    void fileName(@ForAll("texts") String text) {
        var name = SafeFileName.of(text);

        assertThat(SafeFileName.of(name)).isEqualTo(name);
        assertThat(name)
                .isNotBlank()
                .hasSizeLessThanOrEqualTo(150)
                .doesNotContainPattern("[/\\\\:*?\"<>|\\p{Cc}\\u202A-\\u202E]")
                .doesNotStartWith(".")
                .doesNotEndWith(".")
                .doesNotEndWith(" ");
    }

    @Property
    @Label("is one mailbox or refused")
    void mailbox(@ForAll("texts") String text) {
        try {
            var address = Mailbox.of(text).address();
            assertThat(Mailbox.of(address)).isEqualTo(new Mailbox(address, null));
        } catch (Refusal refused) {
            assertThat(refused.errors()).hasSize(1);
        }
    }

    @Provide
    Arbitrary<String> texts() {
        var awkward = Arbitraries.strings()
                .withChars("./\\ :;,@<>()[]\"=?CONcon1 \u0000\r\n\t\u0085\u2028\u202E\uFEFF\uD83D\uDE00\u00A0é")
                .ofMaxLength(300);
        return Arbitraries.oneOf(
                Arbitraries.strings(),
                awkward,
                awkward.map(text -> text + ".pdf"),
                awkward.map(text -> SafeText.start(text, 6) + "@birch.example"));
    }
}
