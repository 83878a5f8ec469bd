package agency.frontline.demo;

import agency.frontline.text.SafeFileName;
import agency.frontline.text.SafeText;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A mail as a mail program shows it, as well as it can be read; what cannot stands in the source.
 *
 * @param sent the Date header as its writer set it
 * @param text the plain text; null if there is none
 * @param html the HTML as it came, to be shown in a sandbox only; null if there is none
 */
record ReadableMail(
        String from,
        String to,
        String subject,
        String sent,
        @Nullable String messageId,
        @Nullable String references,
        List<HeaderLine> headers,
        @Nullable String text,
        @Nullable String html,
        List<File> files) {

    private static final int LINE = 1000;
    private static final int DEPTH = 20;

    /** One line of the header, decoded. */
    record HeaderLine(String name, String value) {}

    /**
     * A file that came along.
     *
     * @param name safe for a download
     */
    record File(String name, byte[] content) {}

    static ReadableMail of(MimeMessage message) {
        var parts = new Parts();
        parts.read(message, 0);
        return new ReadableMail(
                header(message, "From"),
                header(message, "To"),
                header(message, "Subject"),
                header(message, "Date"),
                nullable(header(message, "Message-ID")),
                nullable(header(message, "References")),
                headers(message),
                parts.text,
                parts.html,
                List.copyOf(parts.files));
    }

    /** The mail as it came over the wire. */
    static byte[] source(MimeMessage message) {
        try {
            var out = new ByteArrayOutputStream();
            message.writeTo(out);
            return out.toByteArray();
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException("A mail in memory cannot be written", e);
        }
    }

    private static String header(MimeMessage message, String name) {
        try {
            var values = message.getHeader(name);
            return values == null
                    ? ""
                    : Arrays.stream(values).map(ReadableMail::decoded).collect(Collectors.joining(", "));
        } catch (MessagingException e) {
            return "";
        }
    }

    private static List<HeaderLine> headers(MimeMessage message) {
        try {
            return Collections.list(message.getAllHeaders()).stream()
                    .map((Header header) -> new HeaderLine(header.getName(), decoded(header.getValue())))
                    .toList();
        } catch (MessagingException e) {
            return List.of();
        }
    }

    private static String decoded(String value) {
        String decoded;
        try {
            decoded = MimeUtility.decodeText(MimeUtility.unfold(value));
        } catch (IOException unknownCharset) {
            decoded = value;
        }
        return SafeText.line(decoded, LINE);
    }

    private static @Nullable String nullable(String value) {
        return value.isEmpty() ? null : value;
    }

    /** Collects the first text, the first HTML and all files of a mail. */
    private static final class Parts {

        private @Nullable String text;
        private @Nullable String html;
        private final List<File> files = new ArrayList<>();

        private void read(Part part, int depth) {
            try {
                var attached = Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition()) || part.getFileName() != null;
                if (part.isMimeType("multipart/*") && depth < DEPTH && part.getContent() instanceof Multipart many) {
                    for (int i = 0; i < many.getCount(); i++) {
                        read(many.getBodyPart(i), depth + 1);
                    }
                } else if (!attached && text == null && part.isMimeType("text/plain")) {
                    text = words(part);
                } else if (!attached && html == null && part.isMimeType("text/html")) {
                    html = words(part);
                } else {
                    files.add(new File(name(part), part.getInputStream().readAllBytes()));
                }
            } catch (IOException | MessagingException | RuntimeException unreadable) {
                files.add(new File("unreadable part", new byte[0]));
            }
        }

        private static String words(Part part) throws IOException, MessagingException {
            String words;
            try {
                words = String.valueOf(part.getContent());
            } catch (IOException unknownCharset) {
                words = new String(part.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            }
            return SafeText.clean(words);
        }

        private static String name(Part part) throws MessagingException {
            var name = part.getFileName();
            return SafeFileName.of(
                    name == null ? part.getContentType().split(";")[0].replace('/', '.') : decoded(name));
        }
    }
}
