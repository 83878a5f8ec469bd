package agency.frontline.mail;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What became of our mails: for a case's page, for a contact whose address does not work, for whoever runs Frontline. */
@Component
@Transactional(readOnly = true)
public class Deliveries {

    private final OutboxTable table;

    Deliveries(OutboxTable table) {
        this.table = table;
    }

    /** All mails of a case, to the client and to colleagues, oldest first. */
    public List<Delivery> of(String businessKey) {
        return table.deliveries("o.business_key = :value", "o.id, r.place", businessKey);
    }

    /** The newest mails that did not arrive, at most 200; among them those to colleagues, of which no case knows. */
    public List<Delivery> undelivered() {
        return table.deliveries("r.state in ('FAILED', 'BOUNCED')", "r.settled_at desc, o.id desc", null);
    }

    /** The last mail to this address that was refused or returned; the flag of a contact to be reached another way (F6). */
    public Optional<Delivery> lastProblem(String address) {
        return table
                .deliveries(
                        "r.address = :value and r.state in ('FAILED', 'BOUNCED')",
                        "r.settled_at desc, o.id desc",
                        address.toLowerCase(Locale.ROOT))
                .stream()
                .findFirst();
    }
}
