package agency.frontline.mail;

import agency.frontline.text.Mailbox;
import agency.frontline.text.Refusal;
import agency.frontline.text.SafeText;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads mail as it comes: liberal in everything but what it hands on. */
@Component
class MailReader {

    static final int LONGEST_SUBJECT = 200;
    static final int LONGEST_TEXT = 1_000_000;
    private static final int LONGEST_ID = 998;
    private static final int MOST_REFERENCES = 50;

    private static final Mailbox NOBODY = new Mailbox("unknown@unknown.invalid", "Sender not readable");
    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9][A-Za-z0-9.-]{0,189}");
    private static final Pattern CASE_NUMBER = Pattern.compile("[A-Z]{3}-\\d{4}-\\d{5,9}");
    private static final Pattern BRACKETED = Pattern.compile("\\[(?:[a-z]{2,10}:)?([A-Z]{3}-\\d{4}-\\d{5,9})]");
    private static final List<String> RECIPIENT_FIELDS =
            List.of("to", "cc", "delivered-to", "x-original-to", "envelope-to", "x-envelope-to", "x-forwarded-to");
    private static final String CUT =
            "\n\n[The text goes on; this is its first million characters. The whole mail is kept.]";

    private final MailSettings settings;
    private final AttachmentRules rules;

    MailReader(MailSettings settings) {
        this.settings = settings;
        this.rules = new AttachmentRules(settings.maxAttachmentSize());
    }

    /** Reads a whole mail. */
    IncomingMail read(byte[] raw) throws Unreadable {
        var headers = Headers.of(raw);
        var notes = new LinkedHashSet<String>();
        var parts = unpacked(MimeParts.of(raw), notes);
        var sender = sender(headers);
        var bodies = bodies(parts);
        var kept = new ArrayList<IncomingAttachment>();
        var refused = new ArrayList<RefusedAttachment>();
        for (var leaf : parts.leaves()) {
            if (isFile(leaf)) {
                rules.sort(leaf, kept, refused);
            }
        }
        var whole = bodies.text();
        var subject = subject(headers);
        var fresh = QuotedReply.newIn(whole, subject);
        notes.addAll(Sealed.notes(parts, fresh));
        var text = cut(noted(fresh, notes, () -> instead(parts, kept, refused)));
        return mail(
                raw,
                headers,
                sender,
                text,
                bodies.html(),
                caseNumbers(headers, whole, bodies.rawHtml()),
                Bounce.in(headers, parts, sender.mailbox().address()),
                kept,
                refused);
    }

    /** Reads a mail of which only the header was fetched, for it is larger than we take (I13). */
    IncomingMail readHeader(byte[] header, long size) {
        var headers = Headers.of(header);
        var most = AttachmentRules.readable(settings.maxMessageSize().toBytes());
        var why = "This mail has %s; mails of at most %s are fetched. It is still in the mailbox."
                .formatted(AttachmentRules.readable(size), most);
        return mail(
                header,
                headers,
                sender(headers),
                "[" + why + " Only its sender and subject came through.]",
                null,
                caseNumbers(headers, "", ""),
                Optional.empty(),
                List.of(),
                List.of(new RefusedAttachment("mail.eml", why)));
    }

    /**
     * What can be told of a mail that must not be taken apart, for a person to see; its source comes along as a file.
     *
     * @param why a sentence
     */
    IncomingMail readUnreadable(byte[] raw, String why) {
        var headers = Headers.of(raw);
        var kept = new ArrayList<IncomingAttachment>();
        var refused = new ArrayList<RefusedAttachment>();
        rules.sort(
                new MimeParts.Leaf("message/rfc822", null, "attachment", "mail.eml", null, false, raw), kept, refused);
        return mail(raw, headers, sender(headers), "[" + why + "]", null, List.of(), Optional.empty(), kept, refused);
    }

    private IncomingMail mail(
            byte[] raw,
            Headers headers,
            Sender sender,
            String text,
            @Nullable String html,
            List<String> caseNumbers,
            Optional<Bounce> bounce,
            List<IncomingAttachment> kept,
            List<RefusedAttachment> refused) {
        var id = messageId(raw);
        var from = sender.mailbox().address();
        var automatic = LoopGuard.automatic(headers, from).orElse(null);
        return new IncomingMail(
                sender.mailbox(),
                sender.doubt(),
                recipients(headers),
                subject(headers),
                text,
                html,
                id,
                references(headers),
                caseNumbers,
                LoopGuard.isOurs(id, headers, settings.address()),
                automatic,
                LoopGuard.isDeaf(from),
                headers.first("content-type")
                        .filter(type -> type.toLowerCase(Locale.ROOT).contains("disposition-notification"))
                        .isPresent(),
                bounce,
                authentication(headers),
                kept,
                refused);
    }

    private static String subject(Headers headers) {
        return SafeText.line(headers.text("subject").orElse(""), LONGEST_SUBJECT);
    }

    /** The mail's own Message-ID, or one made from its content, so that the same mail gets the same one (I03). */
    static String messageId(byte[] raw) {
        var headers = Headers.of(raw);
        return ownMessageId(headers).orElseGet(() -> {
            var what = headers.first("message-id").orElse("")
                    + headers.first("from").orElse("")
                    + headers.first("date").orElse("")
                    + headers.first("subject").orElse("")
                    + bodyHash(raw);
            return "<" + sha256(what.getBytes(StandardCharsets.UTF_8)).substring(0, 40) + "@no-id.invalid>";
        });
    }

    /** The id in the value of that field, as {@link #messageId} reads it; empty if there is none that fits. */
    static Optional<String> ownMessageId(String value) {
        var headers = new Headers();
        headers.add(("message-id: " + value).getBytes(StandardCharsets.UTF_8));
        return ownMessageId(headers);
    }

    private static Optional<String> ownMessageId(Headers headers) {
        return headers.messageIds("message-id").stream()
                .filter(id -> id.length() <= LONGEST_ID)
                .findFirst();
    }

    /** What tells two mails with one Message-ID apart. Line ends do not count: servers on the way change them. */
    static String bodyHash(byte[] raw) {
        int start = Headers.bodyOf(raw);
        int end = raw.length;
        while (end > start && raw[end - 1] <= ' ' && raw[end - 1] >= 0) {
            end--;
        }
        var digest = sha256();
        for (int i = start; i < end; ) {
            int next = i;
            while (next < end && raw[next] != '\r') {
                next++;
            }
            digest.update(raw, i, next - i);
            i = next + 1;
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private record Sender(Mailbox mailbox, @Nullable String doubt) {}

    private static Sender sender(Headers headers) {
        var doubt = doubt(headers);
        var from = headers.first("from");
        var clean = from.flatMap(MailReader::firstMailbox);
        if (clean.isPresent()) {
            return new Sender(clean.get(), doubt);
        }
        for (var field : List.of("from", "sender", "reply-to", "return-path")) {
            var guessed = headers.all(field).stream()
                    .flatMap(value -> firstMailbox(value).or(() -> anyAddress(value)).stream())
                    .findFirst();
            if (guessed.isPresent()) {
                return new Sender(guessed.get(), "The line that says who this mail is from is missing or broken.");
            }
        }
        return new Sender(NOBODY, "This mail does not say who it is from.");
    }

    /** Our own mail server adds its finding on top; what stands below it anybody may have written. */
    private static @Nullable String doubt(Headers headers) {
        return headers.first("authentication-results")
                .filter(result -> result.toLowerCase(Locale.ROOT).contains("dmarc=fail"))
                .map(result -> "Our mail server says that this mail was not sent by the one it names (DMARC failed).")
                .orElse(null);
    }

    private static @Nullable String authentication(Headers headers) {
        var found = new LinkedHashSet<String>();
        var result = Pattern.compile("(?i)\\b(spf|dkim|dmarc)=([a-z]{2,12})")
                .matcher(headers.first("authentication-results").orElse(""));
        while (result.find()) {
            found.add(result.group().toLowerCase(Locale.ROOT));
        }
        return found.isEmpty() ? null : String.join(" ", found);
    }

    private static Optional<Mailbox> firstMailbox(String value) {
        try {
            for (var address : InternetAddress.parseHeader(value, false)) {
                var mailbox = mailbox(address.getAddress(), address.getPersonal());
                if (mailbox.isPresent()) {
                    return mailbox;
                }
            }
        } catch (AddressException broken) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static Optional<Mailbox> anyAddress(String value) {
        var found = ADDRESS.matcher(value.length() > 2000 ? value.substring(0, 2000) : value);
        return found.find() ? mailbox(found.group(), null) : Optional.empty();
    }

    private static Optional<Mailbox> mailbox(@Nullable String address, @Nullable String name) {
        try {
            return address == null || !address.contains("@")
                    ? Optional.empty()
                    : Optional.of(new Mailbox(address, name == null ? null : EncodedWords.decode(name)));
        } catch (Refusal noAddress) {
            return Optional.empty();
        }
    }

    private static List<String> recipients(Headers headers) {
        var found = new LinkedHashSet<String>();
        for (var field : RECIPIENT_FIELDS) {
            for (var value : headers.all(field)) {
                var address = ADDRESS.matcher(value);
                while (address.find() && found.size() < 100) {
                    found.add(address.group().toLowerCase(Locale.ROOT));
                }
            }
        }
        return List.copyOf(found);
    }

    private static List<String> references(Headers headers) {
        var nearestFirst = new LinkedHashSet<>(headers.messageIds("in-reply-to"));
        var references = new ArrayList<>(headers.messageIds("references"));
        Collections.reverse(references);
        nearestFirst.addAll(references);
        return nearestFirst.stream()
                .filter(id -> id.length() <= LONGEST_ID)
                .limit(MOST_REFERENCES)
                .toList();
    }

    private List<String> caseNumbers(Headers headers, String text, String html) {
        var numbers = new LinkedHashSet<String>();
        if (settings.plusAddressing()) {
            var ours = settings.address().toLowerCase(Locale.ROOT);
            var before = ours.substring(0, ours.lastIndexOf('@')) + "+";
            var after = ours.substring(ours.lastIndexOf('@'));
            for (var recipient : recipients(headers)) {
                if (recipient.startsWith(before) && recipient.endsWith(after)) {
                    numbers.add(recipient
                            .substring(before.length(), recipient.length() - after.length())
                            .toUpperCase(Locale.ROOT));
                }
            }
        }
        find(CASE_NUMBER, 0, subject(headers), numbers);
        find(BRACKETED, 1, text, numbers);
        find(BRACKETED, 1, html, numbers);
        return numbers.stream().limit(20).toList();
    }

    private static void find(Pattern pattern, int group, String text, Set<String> numbers) {
        var found = pattern.matcher(text);
        while (found.find()) {
            numbers.add(found.group(group));
        }
    }

    private record Bodies(String text, @Nullable String html, String rawHtml) {}

    private static final class Body {
        @Nullable String plain;

        @Nullable String html;
    }

    /** Each set of alternatives is one body; what stands beside it is another. */
    private static Bodies bodies(MimeParts parts) {
        var bodies = new LinkedHashMap<Object, Body>();
        for (var leaf : parts.leaves()) {
            if (isFile(leaf)) {
                continue;
            }
            var body = bodies.computeIfAbsent(leaf.choice() != null ? leaf.choice() : new Object(), key -> new Body());
            if (HtmlText.isHtml(leaf.type())) {
                var html = TextBytes.decodeHtml(leaf.content(), leaf.charset());
                body.html = body.html == null ? html : body.html + html;
            } else {
                var plain = TextBytes.decode(leaf.content(), leaf.charset());
                body.plain = body.plain == null ? plain : body.plain + "\n" + plain;
            }
        }
        var text = new ArrayList<String>();
        var html = new StringBuilder();
        var rawHtml = new StringBuilder();
        for (var body : bodies.values()) {
            text.add(textOf(body));
            if (body.html != null) {
                html.append(HtmlText.sanitised(SafeText.clean(body.html)));
                rawHtml.append(body.html);
            } else if (body.plain != null) {
                html.append("<p>")
                        .append(HtmlText.escaped(SafeText.clean(body.plain)))
                        .append("</p>");
            }
        }
        var anyHtml = !rawHtml.isEmpty() && html.length() <= LONGEST_TEXT;
        return new Bodies(cut(String.join("\n\n", text)), anyHtml ? html.toString() : null, rawHtml.toString());
    }

    /** HTML marks the answered mail better than plain text can; otherwise the sender's own plain text is truer. */
    private static String textOf(Body body) {
        var plain = body.plain == null
                ? ""
                : QuotedReply.withoutMarks(SafeText.clean(body.plain)).strip();
        if (body.html == null) {
            return plain;
        }
        var fromHtml = SafeText.clean(HtmlText.toText(body.html)).strip();
        return plain.isBlank() || isMarked(fromHtml) && !fromHtml.isBlank() ? fromHtml : plain;
    }

    private static boolean isMarked(String text) {
        return text.indexOf(QuotedReply.INTRODUCTION) >= 0 || text.indexOf(QuotedReply.OLD_FROM_HERE) >= 0;
    }

    private static String cut(String text) {
        var clean = text.strip();
        return clean.length() <= LONGEST_TEXT
                ? clean
                : SafeText.clean(clean.substring(0, LONGEST_TEXT - CUT.length() - 1)) + CUT;
    }

    private static boolean isFile(MimeParts.Leaf leaf) {
        if (leaf.isFile()) {
            return leaf.content().length > 0;
        }
        return !leaf.type().equals("text/plain")
                && !HtmlText.isHtml(leaf.type())
                && !leaf.type().equals("text/enriched")
                && leaf.content().length > 0;
    }

    /** The mail with what Outlook packed into one of its parts; a part that cannot be opened stays, and is spoken of. */
    private static MimeParts unpacked(MimeParts parts, Set<String> notes) {
        if (parts.leaves().stream().noneMatch(Tnef::isOne)) {
            return parts;
        }
        var leaves = new ArrayList<MimeParts.Leaf>();
        var silent = parts.leaves().stream().allMatch(leaf -> isFile(leaf) || leaf.content().length == 0);
        for (var leaf : parts.leaves()) {
            var packed = Tnef.isOne(leaf) ? Tnef.open(leaf.content(), silent) : Optional.of(List.of(leaf));
            if (packed.isEmpty()) {
                notes.add(Tnef.NOT_OPENED);
            }
            leaves.addAll(packed.orElse(List.of(leaf)));
        }
        return new MimeParts(List.copyOf(leaves));
    }

    /** What we have to say of a mail stands before its words, so that nobody overlooks it. */
    private static String noted(String text, Set<String> notes, Supplier<String> instead) {
        var said = notes.stream().map(note -> "[" + note + "]");
        if (!text.isBlank()) {
            return Stream.concat(said, Stream.of(text)).collect(Collectors.joining("\n\n"));
        }
        return notes.isEmpty() ? "[" + instead.get() + "]" : said.collect(Collectors.joining("\n\n"));
    }

    private static String instead(MimeParts parts, List<IncomingAttachment> kept, List<RefusedAttachment> refused) {
        return Invitation.told(parts.leaves())
                .orElseGet(() -> kept.isEmpty() && refused.isEmpty()
                        ? "This mail has no text."
                        : "This mail has no text, only files.");
    }
}
