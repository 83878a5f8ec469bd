package agency.frontline.client.pledge;

import agency.frontline.store.ReadOnce;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What a client has accepted, for the flows that follow it. Until a client has accepted a pledge there is nothing agreed,
 * and the tables of their tier hold.
 */
@Component
public class AgreedTerms {

    private final PledgeRows rows;
    private final ReadOnce<String, Optional<Pledge>> agreed;

    AgreedTerms(PledgeRows rows) {
        this.rows = rows;
        this.agreed = new ReadOnce<>(this::read);
    }

    private Optional<Pledge> read(String client) {
        return rows.newestAccepted(client);
    }

    /** The newest version that the client accepted. */
    public Optional<Pledge> of(String client) {
        return agreed.get(client);
    }

    void changed(String client) {
        agreed.forget(client);
    }
}
