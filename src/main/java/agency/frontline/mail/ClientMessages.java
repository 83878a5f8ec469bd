package agency.frontline.mail;

import agency.frontline.client.Channel;
import agency.frontline.mail.ClientMessageBody.Clean;
import agency.frontline.mail.Inbox.Outcome;
import agency.frontline.mail.Reception.Incoming;
import agency.frontline.mail.Reception.Receipt;
import agency.frontline.text.Refusal;
import agency.frontline.text.SafeHeader;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Messages from web forms and other tools: they go the way of a mail, at once, and once for each message id. */
@Component
class ClientMessages {

    private static final Logger LOG = LoggerFactory.getLogger(ClientMessages.class);

    private static final int TRIES = 3;
    private static final Pattern MAIL_ID = Pattern.compile("<[^<>\\s]{3,990}>");
    private static final Pattern CASE_NUMBER = Pattern.compile("[A-Z]{3}-\\d{4}-\\d{5,9}");

    private final Reception reception;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final TransactionTemplate transaction;

    ClientMessages(Reception reception, JdbcClient jdbc, Clock clock, PlatformTransactionManager transactions) {
        this.reception = reception;
        this.jdbc = jdbc;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Handles the message before it returns. */
    Receipt receive(Clean message) {
        for (int left = TRIES; ; left--) {
            try {
                return earlier(message.messageId()).orElseGet(() -> first(message));
            } catch (Refusal refusal) {
                throw refusal;
            } catch (RuntimeException race) {
                // The same case moved under us (I06), or the same message came twice at once.
                if (left == 1) {
                    throw race;
                }
                LOG.info("Client message is tried again: {}", SafeHeader.clean(race.toString()));
            }
        }
    }

    private Optional<Receipt> earlier(String messageId) {
        return jdbc.sql("select business_key from fl_client_message where message_id = :id")
                .param("id", messageId)
                .query(String.class)
                .optional()
                .map(key -> new Receipt(Outcome.REPEATED, key));
    }

    private Receipt first(Clean message) {
        return Objects.requireNonNull(transaction.execute(status -> {
            claim(message);
            var receipt = reception.receive(incoming(message));
            jdbc.sql("update fl_client_message set outcome = :outcome, business_key = :key where message_id = :id")
                    .param("outcome", receipt.outcome().name())
                    .param("key", receipt.businessKey())
                    .param("id", message.messageId())
                    .update();
            LOG.info("Client message {}: {} {}", message.messageId(), receipt.outcome(), receipt.businessKey());
            return receipt;
        }));
    }

    /** Whoever posts the same message at the same moment waits here, and then finds it handled. */
    private void claim(Clean message) throws DuplicateKeyException {
        jdbc.sql("insert into fl_client_message (message_id, received_at, sender) values (:id, :at, :sender)")
                .param("id", message.messageId())
                .param("at", Timestamp.from(clock.instant()))
                .param("sender", message.from().address())
                .update();
    }

    private Incoming incoming(Clean message) {
        var answered = message.inReplyTo();
        return new Incoming(
                message.from(),
                null,
                message.channel(),
                message.subject(),
                message.text(),
                null,
                mailId(message),
                clock.instant(),
                spellings(answered),
                answered != null && CASE_NUMBER.matcher(answered).matches() ? List.of(answered) : List.of(),
                null,
                false,
                !LoopGuard.isDeaf(message.from().address()),
                List.of(),
                List.of());
    }

    /** Only what a mail program gave names a mail; a form's number would break the References of our answer. */
    private static @Nullable String mailId(Clean message) {
        return message.channel() == Channel.EMAIL
                        && MAIL_ID.matcher(message.messageId()).matches()
                ? message.messageId()
                : null;
    }

    private static List<String> spellings(@Nullable String id) {
        var spellings = new ArrayList<String>();
        if (id != null) {
            spellings.add(id);
            if (!id.startsWith("<")) {
                spellings.add("<" + id + ">");
            }
        }
        return spellings;
    }
}
