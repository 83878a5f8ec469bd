package agency.frontline.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

@Label("Two of us never answer each other")
class LoopGuardPropertiesTest {

    /** What {@code MailWriter} marks an automatic answer with, and what answers to strangers' machines must not undo. */
    private static final List<String> OUR_ANSWER = List.of(
            "Auto-Submitted: auto-replied", "X-Auto-Response-Suppress: All", "X-Frontline: other@agency.example");

    @Property
    @Label("whatever stands around its marks, an automatic answer of ours is known as one")
    void anAnswerOfOursGetsNone(@ForAll("headers") List<String> around, @ForAll("places") List<Integer> places) {
        var lines = new ArrayList<>(around);
        for (int i = 0; i < OUR_ANSWER.size(); i++) {
            lines.add(places.get(i) % (lines.size() + 1), OUR_ANSWER.get(i));
        }
        var source = Mails.of(String.join("\n", lines) + "\n", "Thank you for your message.");

        assertThat(LoopGuard.automatic(Headers.of(source), "service@agency.example"))
                .isPresent();
        assertThat(Mails.read(source).automatic()).isNotNull();
    }

    @Property
    @Label("no header makes the reader fail")
    void noHeaderBreaksTheReader(@ForAll byte[] header, @ForAll byte[] body) {
        var source = new byte[header.length + body.length + 4];
        System.arraycopy(header, 0, source, 0, header.length);
        System.arraycopy("\r\n\r\n".getBytes(), 0, source, header.length, 4);
        System.arraycopy(body, 0, source, header.length + 4, body.length);

        assertThat(Headers.of(source)).isNotNull();
        assertThat(MailReader.messageId(source)).startsWith("<");
        try {
            assertThat(new MailReader(Mails.settings()).read(source).text()).isNotBlank();
        } catch (Unreadable refused) {
            assertThat(refused).hasMessageContaining("mail");
        }
    }

    @Provide
    Arbitrary<List<String>> headers() {
        var name = Arbitraries.of(
                "From",
                "To",
                "Subject",
                "Precedence",
                "Auto-Submitted-By",
                "X-Mailer",
                "Return-Path",
                "Reply-To",
                "Received");
        var value = Arbitraries.strings()
                .withCharRange(' ', '~')
                .withChars('ż', 'é', '\t')
                .ofMaxLength(60);
        var folded = Combinators.combine(value, value).as((first, second) -> first + "\n " + second);
        return Combinators.combine(name, Arbitraries.oneOf(value, folded))
                .as((n, v) -> n + ": " + v)
                .list()
                .ofMaxSize(12);
    }

    @Provide
    Arbitrary<List<Integer>> places() {
        return Arbitraries.integers().between(0, 12).list().ofSize(3);
    }
}
