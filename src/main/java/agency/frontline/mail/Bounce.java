package agency.frontline.mail;

import agency.frontline.text.SafeText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Another mail system says that a mail did not arrive (I12): by RFC 3464, or in words of its own.
 *
 * @param messageIds of the mail it may be about, the surest first
 * @param failures one for each recipient; a report that something is only late, or did arrive, has none
 */
record Bounce(List<String> messageIds, List<Failure> failures) {

    /** @param recipient null when the report does not tell */
    record Failure(@Nullable String recipient, String reason) {}

    private static final Pattern SUBJECT = Pattern.compile("(?i).*(undeliver|delivery status notification|delivery fail"
            + "|mail delivery (failed|system|subsystem)|failure notice|returned mail|returning message to sender"
            + "|delivery has failed|could not be delivered|niedostarczon|nie można dostarczyć|nie dostarczono"
            + "|unzustellbar|non remis|rejected).*");
    private static final Pattern MESSAGE_ID_LINE = Pattern.compile(
            "(?im)^[ \\t>]{0,8}(?:message|x-frontline)-id:[ \\t]{0,8}(?:\\r?\\n[ \\t]{1,8})?(<[^<>\\s]{1,990}>)");
    private static final Pattern ADDRESS = Pattern.compile("<([^<>\\s@]{1,64}@[^<>\\s@]{1,190})>");
    private static final Pattern SMTP_REPLY = Pattern.compile("(?m)^.{0,200}\\b([45]\\d\\d)[ -].{0,300}$");
    private static final int LONGEST_TEXT = 100_000;
    private static final int LONGEST_REASON = 300;

    /** The report that this mail is; empty when it is none. */
    static Optional<Bounce> in(Headers headers, MimeParts parts, String sender) {
        var status = parts.leaves().stream()
                .filter(leaf -> leaf.type().equals("message/delivery-status")
                        || leaf.type().equals("message/global-delivery-status"))
                .findFirst();
        if (status.isEmpty() && !looksLikeOne(headers, sender)) {
            return Optional.empty();
        }
        var text = text(parts);
        var ids = messageIds(headers, parts, text);
        var failures = status.map(leaf -> failuresIn(string(leaf.content())))
                .orElseGet(() -> List.of(failureIn(headers, text)));
        return Optional.of(new Bounce(List.copyOf(ids), failures));
    }

    private static boolean looksLikeOne(Headers headers, String sender) {
        var fromMachine = LoopGuard.isMailSystem(sender) || LoopGuard.hasNullReturnPath(headers);
        return headers.has("x-failed-recipients")
                || fromMachine
                        && headers.text("subject")
                                .filter(subject -> SUBJECT.matcher(subject).matches())
                                .isPresent();
    }

    private static Set<String> messageIds(Headers headers, MimeParts parts, String text) {
        var ids = new LinkedHashSet<String>();
        for (var leaf : parts.leaves()) {
            if (leaf.type().equals("message/rfc822")
                    || leaf.type().equals("text/rfc822-headers")
                    || leaf.type().equals("message/rfc822-headers")) {
                var original = Headers.of(leaf.content());
                ids.addAll(original.messageIds(MailWriter.OWN_ID.toLowerCase(Locale.ROOT)));
                ids.addAll(original.messageIds("message-id"));
            }
        }
        var lines = MESSAGE_ID_LINE.matcher(text);
        while (lines.find()) {
            ids.add(lines.group(1));
        }
        ids.addAll(headers.messageIds("in-reply-to"));
        var references = headers.messageIds("references");
        for (int i = references.size() - 1; i >= 0; i--) {
            ids.add(references.get(i));
        }
        return ids;
    }

    /** RFC 3464: a block about the mail, then one for each recipient, in the form of headers. */
    private static List<Failure> failuresIn(String report) {
        var failures = new ArrayList<Failure>();
        for (var block : report.split("\\r?\\n[ \\t]*\\r?\\n")) {
            var fields = Headers.of(block.strip().getBytes(StandardCharsets.UTF_8));
            var action = fields.token("action");
            var status = fields.token("status");
            if (action.isEmpty() && status.isEmpty()
                    || !action.equals("failed") && !(action.isEmpty() && status.startsWith("5"))) {
                continue;
            }
            var recipient = fields.first("final-recipient")
                    .or(() -> fields.first("original-recipient"))
                    .map(Bounce::address)
                    .orElse(null);
            var reason = fields.text("diagnostic-code")
                    .map(code -> code.replaceFirst("(?i)^smtp;\\s*", ""))
                    .or(() -> fields.text("status"))
                    .orElse("The mail could not be delivered.");
            failures.add(new Failure(recipient, SafeText.line(reason, LONGEST_REASON)));
        }
        return failures;
    }

    private static String address(String typed) {
        var bare =
                typed.substring(typed.indexOf(';') + 1).replaceAll("[<>]", "").strip();
        return bare.toLowerCase(Locale.ROOT);
    }

    private static Failure failureIn(Headers headers, String text) {
        var named = ADDRESS.matcher(text);
        var recipient = headers.first("x-failed-recipients")
                .map(value -> value.split(",", 2)[0].strip().toLowerCase(Locale.ROOT))
                .or(() -> named.find() ? Optional.of(named.group(1).toLowerCase(Locale.ROOT)) : Optional.empty())
                .orElse(null);
        var reply = SMTP_REPLY.matcher(text);
        var reason = reply.find() ? reply.group() : headers.text("subject").orElse("The mail could not be delivered.");
        return new Failure(recipient, SafeText.line(reason, LONGEST_REASON));
    }

    private static String text(MimeParts parts) {
        var text = new StringBuilder();
        for (var leaf : parts.leaves()) {
            if (leaf.type().startsWith("text/") && text.length() < LONGEST_TEXT) {
                text.append(string(leaf.content())).append('\n');
            }
        }
        return text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text.toString();
    }

    private static String string(byte[] bytes) {
        return TextBytes.decode(
                bytes.length > LONGEST_TEXT ? java.util.Arrays.copyOf(bytes, LONGEST_TEXT) : bytes, null);
    }
}
