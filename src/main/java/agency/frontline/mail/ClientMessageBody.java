package agency.frontline.mail;

import agency.frontline.client.Channel;
import agency.frontline.text.Mailbox;
import agency.frontline.text.Refusal;
import agency.frontline.text.Refusal.FieldError;
import agency.frontline.text.SafeHeader;
import agency.frontline.text.SafeText;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A client's message as a web form or another tool posts it (api.md). */
@Schema(name = "ClientMessage")
record ClientMessageBody(
        @Schema(example = "Sarah Birch <ceo@birch.example>", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String from,
        @Schema(description = "WEB unless told otherwise") @Nullable Channel channel,
        @Nullable String subject,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String text,
        @Schema(
                        description = "The tool's own name of this message; posting it again changes nothing",
                        requiredMode = Schema.RequiredMode.REQUIRED)
                @Nullable String messageId,
        @Schema(description = "A message id or a case number that this message answers") @Nullable String inReplyTo) {

    private static final int LONGEST_ID = 998;

    /** The message in clean text. */
    record Clean(
            Mailbox from, Channel channel, String subject, String text, String messageId, @Nullable String inReplyTo) {}

    /** Refused with all that is wrong at once. */
    Clean clean() {
        var faults = new ArrayList<FieldError>();
        var sender = required(faults, "from", from, "Give the sender's mail address.", Mailbox::of);
        var words = required(
                faults,
                "text",
                text,
                "Give the client's words.",
                (field, given) -> nonBlank(field, SafeText.requireAtMost(field, given, MailReader.LONGEST_TEXT)));
        var id =
                required(faults, "messageId", messageId, "Give this message a name of its own.", ClientMessageBody::id);
        var answers = inReplyTo == null || inReplyTo.isBlank() ? null : read(faults, () -> id("inReplyTo", inReplyTo));
        if (!faults.isEmpty()) {
            throw Refusal.of(faults);
        }
        return new Clean(
                Objects.requireNonNull(sender),
                channel == null ? Channel.WEB : channel,
                SafeText.line(Optional.ofNullable(subject).orElse(""), MailReader.LONGEST_SUBJECT),
                Objects.requireNonNull(words),
                Objects.requireNonNull(id),
                answers);
    }

    private interface Gate<T> {
        T pass(String field, String value);
    }

    private static <T> @Nullable T required(
            List<FieldError> faults, String field, @Nullable String value, String remedy, Gate<T> gate) {
        if (value == null || value.isBlank()) {
            faults.add(new FieldError(field, remedy));
            return null;
        }
        return read(faults, () -> gate.pass(field, value));
    }

    private static <T> @Nullable T read(List<FieldError> faults, Supplier<T> gate) {
        try {
            return gate.get();
        } catch (Refusal refusal) {
            faults.addAll(refusal.errors());
            return null;
        }
    }

    private static String nonBlank(String field, String text) {
        if (text.isBlank()) {
            throw Refusal.of(field, "Give the client's words.");
        }
        return text.strip();
    }

    private static String id(String field, String value) {
        var clean = SafeText.requireAtMost(field, SafeHeader.require(field, value.strip()), LONGEST_ID);
        if (clean.isBlank()) {
            throw Refusal.of(field, "Give visible characters.");
        }
        return clean;
    }
}
