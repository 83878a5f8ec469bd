package agency.frontline.mail;

import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.casefile.Conversation;
import agency.frontline.casefile.Direction;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

@Label("Two of us never answer each other")
class LoopGuardPropertiesTest {

    @Property(tries = 200)
    @Label("whatever mail is answered, our automatic answer gets none, here or at another agency that runs Frontline")
    void answersToAnswersAreNone(@ForAll("headers") List<String> header) throws MessagingException, IOException {
        var asked = Mails.read(Mails.of(String.join("\n", header) + "\n", "Hello"));

        var source = answerTo(asked);

        assertThat(Mails.read(source).ours()).isTrue();
        var elsewhere = readAt("service@other.example", source);
        assertThat(elsewhere.ours()).isFalse();
        assertThat(elsewhere.automatic()).isNotNull();
    }

    @Property
    @Label("whatever stands around it, the mark of RFC 3834 is seen")
    void theMarkIsSeen(@ForAll("headers") List<String> around, @ForAll @IntRange(max = 12) int place) {
        var lines = new ArrayList<>(around);
        lines.add(place % (lines.size() + 1), "Auto-Submitted: auto-replied");

        assertThat(Mails.read(Mails.of(String.join("\n", lines) + "\n", "Thanks."))
                        .automatic())
                .isNotNull();
    }

    private static byte[] answerTo(IncomingMail asked) throws MessagingException, IOException {
        var id = OwnMessageId.create("service@frontline.example");
        var recipient = new QueuedMail.Recipient(
                0, asked.from().address(), asked.from().name(), Delivery.State.PENDING, null, false);
        var thread = MailThread.behind(List.of(new Conversation.Letter(Direction.IN, asked.messageId())));
        var answer = new QueuedMail(
                1,
                id,
                "ISS-2026-00001",
                "acknowledgeIssue",
                asked.subject(),
                "Thank you for your message.",
                "<p>Thank you for your message.</p>",
                thread.inReplyTo(),
                thread.references(),
                true,
                true,
                MailRoom.NOW,
                1,
                false,
                List.of(recipient),
                false,
                List.of());
        var source = new ByteArrayOutputStream();
        new MailWriter(Mails.settings(), Clock.fixed(MailRoom.NOW, ZoneOffset.UTC))
                .write(answer, Session.getInstance(new Properties()))
                .writeTo(source);
        return source.toByteArray();
    }

    private static IncomingMail readAt(String agency, byte[] source) {
        try {
            return new MailReader(Mails.settings("address", agency)).read(source);
        } catch (Unreadable refused) {
            throw new AssertionError(refused);
        }
    }

    @Property
    @Label("no header makes the reader fail")
    void noHeaderBreaksTheReader(@ForAll byte[] header, @ForAll byte[] body) {
        var source = new byte[header.length + body.length + 4];
        System.arraycopy(header, 0, source, 0, header.length);
        System.arraycopy("\r\n\r\n".getBytes(StandardCharsets.US_ASCII), 0, source, header.length, 4);
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
}
