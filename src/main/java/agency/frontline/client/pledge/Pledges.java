package agency.frontline.client.pledge;

import agency.frontline.client.Client;
import agency.frontline.client.pledge.Pledge.State;
import agency.frontline.text.Refusal;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The pledges to all clients (C-61). Writes join the transaction of whoever asks. */
@Service
@Transactional
public class Pledges {

    private final PledgeRows rows;
    private final PledgeTable table;
    private final AgreedTerms agreed;
    private final Clock clock;

    Pledges(PledgeRows rows, PledgeTable table, AgreedTerms agreed, Clock clock) {
        this.rows = rows;
        this.table = table;
        this.agreed = agreed;
        this.clock = clock;
    }

    /**
     * What the next draft starts from: the newest version, or before there is any, what the table offers clients of this
     * tier and type, with the one who decides left empty and where the client has a single contact filled in.
     */
    public PledgeTerms proposed(Client client) {
        return newest(client.code()).map(Pledge::terms).orElseGet(() -> fromTable(client));
    }

    private PledgeTerms fromTable(Client client) {
        var terms = table.propose(client.tier(), client.type());
        if (client.contacts().size() != 1) {
            return terms;
        }
        var only = client.contacts().get(0);
        return new PledgeTerms(
                terms.responseHours(),
                terms.rhythmDays(),
                terms.reportDays(),
                terms.badNews(),
                terms.badNewsHours(),
                only.name(),
                only.email(),
                terms.decisionWay(),
                terms.further());
    }

    @Transactional(readOnly = true)
    public Optional<Pledge> newest(String client) {
        return rows.newest(client);
    }

    @Transactional(readOnly = true)
    public Optional<Pledge> version(String client, int version) {
        return rows.find(client, version);
    }

    /** Every version, the first one first. */
    @Transactional(readOnly = true)
    public List<Pledge> versions(String client) {
        return rows.all(client);
    }

    /** The newest version that the client accepted; older ones give way to it. */
    @Transactional(readOnly = true)
    public Optional<Pledge> inForce(String client) {
        return agreed.of(client);
    }

    /**
     * Keeps the terms as the next version, a draft. A draft that was never sent is written anew and keeps its number.
     *
     * @param by user id
     * @param draftedIn number of the case in which it is drafted; null where no case is open
     */
    public Pledge draft(Client client, PledgeTerms terms, String by, @Nullable String draftedIn) {
        var newest = rows.newest(client.code());
        var open = newest.filter(pledge -> pledge.state() == State.DRAFT);
        open.ifPresent(rows::delete);
        var version = open.map(Pledge::version)
                .orElseGet(() -> newest.map(Pledge::version).orElse(0) + 1);
        var pledge = new Pledge(client.code(), version, terms, by, clock.instant(), null, null, null, draftedIn);
        rows.insert(pledge);
        return pledge;
    }

    /** It goes out to the client; the first time stands. */
    public Pledge sent(String client, int version) {
        rows.sent(get(client, version), clock.instant());
        return get(client, version);
    }

    /**
     * Notes what the client said. From an acceptance on the flows follow it.
     *
     * @throws Refusal TOO_LATE when there is an answer already, or a newer version
     */
    public Pledge answered(String client, int version, PledgeAnswer answer) {
        var pledge = get(client, version);
        if (pledge.answer() != null) {
            throw Refusal.tooLate("Somebody noted already what the client said to this version.");
        }
        if (rows.newest(client).map(Pledge::version).orElse(0) != version) {
            throw Refusal.tooLate("There is a newer version of this pledge; speak about that one.");
        }
        rows.answered(pledge, answer, clock.instant());
        agreed.changed(client);
        return get(client, version);
    }

    /** The version, or a {@link Refusal.Kind#NOT_FOUND refusal}. */
    @Transactional(readOnly = true)
    public Pledge get(String client, int version) {
        return rows.find(client, version)
                .orElseThrow(() -> Refusal.notFound("There is no version %d of this pledge.".formatted(version)));
    }
}
