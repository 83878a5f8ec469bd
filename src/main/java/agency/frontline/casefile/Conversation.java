package agency.frontline.casefile;

import agency.frontline.client.Channel;
import agency.frontline.store.ReadOnce;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was said in a case, by whom, in every channel, with the files that came along. */
@Component
@Transactional
public class Conversation {

    private static final String IN_CASE =
            "(business_key = :key or business_key in (select merged from fl_merge where survivor = :key))";

    private final JdbcClient jdbc;
    private final ReadOnce<String, List<Message>> messages = new ReadOnce<>(this::read);

    Conversation(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Records a message and its kept or refused files.
     *
     * @param contents bytes by position in {@link Message#attachments()}; a refused one has none
     * @return the message's id
     */
    public long record(Message message, Map<Integer, byte[]> contents) {
        var key = new GeneratedKeyHolder();
        jdbc.sql(
                        """
                        insert into fl_message (business_key, at, direction, channel, sender, recipient, subject, text, html, message_id)
                        values (:key, :at, :direction, :channel, :from, :to, :subject, :text, :html, :messageId)
                        """)
                .param("key", message.businessKey())
                .param("at", Timestamp.from(message.at()))
                .param("direction", message.direction().name())
                .param("channel", message.channel().name())
                .param("from", message.from())
                .param("to", message.to())
                .param("subject", message.subject())
                .param("text", message.text())
                .param("html", message.html())
                .param("messageId", message.messageId())
                .update(key, "id");
        messages.forget(message.businessKey());
        long id = key.getKeyAs(Long.class) != null ? key.getKeyAs(Long.class) : 0;
        for (int i = 0; i < message.attachments().size(); i++) {
            var attachment = message.attachments().get(i);
            jdbc.sql(
                            """
                            insert into fl_attachment (id, message, business_key, name, type, size, content, refused)
                            values (:id, :message, :key, :name, :type, :size, :content, :refused)
                            """)
                    .param("id", UUID.randomUUID().toString())
                    .param("message", id)
                    .param("key", message.businessKey())
                    .param("name", attachment.name())
                    .param("type", attachment.type())
                    .param("size", attachment.size())
                    .param("content", contents.get(i))
                    .param("refused", attachment.refused())
                    .update();
        }
        return id;
    }

    /** A message of theirs, or a call or visit of ours that was logged; a mail of ours alone is no talk. */
    @Transactional(readOnly = true)
    public Optional<Instant> lastContact(String client) {
        return jdbc.sql(
                        """
                        select max(m.at) from fl_message m join fl_case c on c.business_key = m.business_key
                        where c.client = :client and (m.direction = 'IN' or m.channel <> 'EMAIL')
                        """)
                .param("client", client)
                .query((row, n) -> Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant))
                .single();
    }

    public long record(Message message) {
        return record(message, Map.of());
    }

    /** All messages of a case and of those that ended in it, oldest first (F19). */
    @Transactional(readOnly = true)
    public List<Message> of(String businessKey) {
        return messages.get(businessKey);
    }

    private List<Message> read(String businessKey) {
        var files = new HashMap<Long, List<Attachment>>();
        jdbc.sql("select id, message, name, type, size, refused from fl_attachment where " + IN_CASE + " order by name")
                .param("key", businessKey)
                .query(row -> {
                    files.computeIfAbsent(row.getLong("message"), m -> new ArrayList<>())
                            .add(new Attachment(
                                    row.getString("id"),
                                    row.getString("name"),
                                    row.getString("type"),
                                    row.getLong("size"),
                                    row.getString("refused")));
                });
        return jdbc.sql("select * from fl_message where " + IN_CASE + " order by at, id")
                .param("key", businessKey)
                .query((row, n) -> new Message(
                        row.getLong("id"),
                        row.getString("business_key"),
                        row.getTimestamp("at").toInstant(),
                        Direction.valueOf(row.getString("direction")),
                        Channel.valueOf(row.getString("channel")),
                        row.getString("sender"),
                        row.getString("recipient"),
                        row.getString("subject"),
                        row.getString("text"),
                        row.getString("html"),
                        row.getString("message_id"),
                        files.getOrDefault(row.getLong("id"), List.of())))
                .list();
    }

    /**
     * A mail of a case, as far as an answer refers to it.
     *
     * @param messageId with its angle brackets
     */
    public record Letter(Direction direction, String messageId) {}

    /** The mails of a case, in and out, oldest first. */
    @Transactional(readOnly = true)
    public List<Letter> letters(String businessKey) {
        return jdbc.sql(
                        """
                        select direction, message_id from fl_message
                        where business_key = :key and message_id is not null order by at, id
                        """)
                .param("key", businessKey)
                .query((row, n) ->
                        new Letter(Direction.valueOf(row.getString("direction")), row.getString("message_id")))
                .list();
    }

    /** The case that a mail with this Message-ID belongs to, in or out; the newest if there are several. */
    @Transactional(readOnly = true)
    public Optional<String> caseOf(String messageId) {
        return jdbc.sql(
                        "select business_key from fl_message where message_id = :id order by id desc fetch first row only")
                .param("id", messageId)
                .query(String.class)
                .optional();
    }

    /** An attachment of this case with its bytes; empty if there is none, if it belongs elsewhere or was not kept. */
    @Transactional(readOnly = true)
    public Optional<File> file(String businessKey, String attachmentId) {
        return jdbc.sql("select name, type, content from fl_attachment where " + IN_CASE
                        + " and id = :id and refused is null")
                .param("key", businessKey)
                .param("id", attachmentId)
                .query((row, n) -> new File(row.getString("name"), row.getString("type"), row.getBytes("content")))
                .optional();
    }

    /** A kept attachment with its bytes. */
    public record File(String name, String type, byte @Nullable [] content) {}
}
