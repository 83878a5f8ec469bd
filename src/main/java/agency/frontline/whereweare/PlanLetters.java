package agency.frontline.whereweare;

import agency.frontline.client.Client;
import agency.frontline.client.Contact;
import agency.frontline.client.plan.Plans;
import agency.frontline.text.Answers;
import agency.frontline.text.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sends a client where we are, on demand, each time as a case of its own that keeps what was said (C-80). */
@Component
@Transactional
public class PlanLetters {

    /** The field names that a refusal gives. */
    public static final String CONTACTS = "contacts";

    public static final String SEND_NOW = "sendNow";
    public static final String PRESS = "press";

    private static final int PRESS_AT_MOST = 64;

    private final JdbcClient jdbc;
    private final Plans plans;
    private final Sending sending;

    PlanLetters(JdbcClient jdbc, Plans plans, Sending sending) {
        this.jdbc = jdbc;
        this.plans = plans;
        this.sending = sending;
    }

    /** How a letter goes out; the flow answers it. */
    public interface Sending {

        /**
         * @param contacts mail addresses
         * @return number of the case that keeps it
         */
        String start(String client, int version, List<String> contacts, boolean sendNow);
    }

    /**
     * A letter as it was asked for.
     *
     * @param by user id of whoever asked
     */
    public record Sent(String businessKey, int version, String by) {}

    /** What makes two presses of a button two; a page asks for one when it is opened. */
    public static String newPress() {
        return UUID.randomUUID().toString();
    }

    /**
     * Sends it to the chosen {@code contacts} (mail addresses), in their hours unless {@code sendNow}. The same
     * {@code press} sends once; without one each call is a press of its own.
     *
     * @param by user id
     * @return number of the case that keeps it
     * @throws Refusal NOT_FOUND while the client has no plan
     */
    public String send(Client client, Answers answers, String by) {
        var plan = plans.latest(client.code())
                .orElseThrow(() ->
                        Refusal.notFound("There is no plan of " + client.code() + " yet; its baseline comes first."));
        var contacts = contacts(client, answers);
        var press = answers.text(PRESS);
        if (press.length() > PRESS_AT_MOST) {
            answers.refuse(PRESS, "Give at most %d characters.".formatted(PRESS_AT_MOST));
        }
        answers.done();
        // Whoever presses at the same moment waits here, and finds below that it is sent.
        jdbc.sql("select client_code from fl_client where client_code = :client for update")
                .param("client", client.code())
                .query(String.class)
                .optional();
        var before = press.isEmpty() ? Optional.<String>empty() : ofPress(client.code(), press);
        if (before.isPresent()) {
            return before.get();
        }
        var key = sending.start(client.code(), plan.version(), contacts, answers.flag(SEND_NOW));
        jdbc.sql(
                        """
                        insert into fl_plan_letter (business_key, client, press, version, sent_by)
                        values (:key, :client, :press, :version, :by)
                        """)
                .param("key", key)
                .param("client", client.code())
                .param("press", press.isEmpty() ? newPress() : press)
                .param("version", plan.version())
                .param("by", by)
                .update();
        return key;
    }

    private static List<String> contacts(Client client, Answers answers) {
        var known = client.contacts().stream().map(Contact::email).toList();
        var chosen = new ArrayList<String>();
        for (var address : answers.list(CONTACTS)) {
            var match = known.stream().filter(address::equalsIgnoreCase).findFirst();
            if (match.isEmpty()) {
                answers.refuse(CONTACTS, "Choose among the client's contacts; add the person there first.");
            } else if (!chosen.contains(match.get())) {
                chosen.add(match.get());
            }
        }
        if (answers.list(CONTACTS).isEmpty()) {
            answers.refuse(CONTACTS, "Choose who at the client gets it.");
        }
        return chosen;
    }

    private Optional<String> ofPress(String client, String press) {
        return jdbc.sql("select business_key from fl_plan_letter where client = :client and press = :press")
                .param("client", client)
                .param("press", press)
                .query(String.class)
                .optional();
    }

    /** The letter that this case keeps; empty if it is another flow's. */
    @Transactional(readOnly = true)
    public Optional<Sent> find(String businessKey) {
        return jdbc.sql("select * from fl_plan_letter where business_key = :key")
                .param("key", businessKey)
                .query((row, n) ->
                        new Sent(row.getString("business_key"), row.getInt("version"), row.getString("sent_by")))
                .optional();
    }
}
