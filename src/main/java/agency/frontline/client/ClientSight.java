package agency.frontline.client;

import agency.frontline.text.Refusal;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Which clients somebody may see; the others do not exist for them (S14). */
@Component
public class ClientSight {

    private final Clients clients;
    private final Absences absences;

    ClientSight(Clients clients, Absences absences) {
        this.clients = clients;
        this.absences = absences;
    }

    /** Refused like a client that does not exist; whoever has nothing to do with clients is told so. */
    public Client get(String code, Authentication caller) {
        return find(code, caller).orElseThrow(() -> unknown(code));
    }

    /** Whoever has nothing to do with clients is refused. */
    public Optional<Client> find(String code, Authentication caller) {
        return clients.find(code).filter(ClientRole.of(caller, absences)::sees);
    }

    /**
     * A client whose plan and pledge the caller keeps: theirs as account manager, or while they stand in for them, and any
     * for a director. Others are refused, and those who may not see it as if it did not exist.
     */
    public Client getToKeep(String code, Authentication caller) {
        var role = ClientRole.of(caller, absences);
        if (!role.changesAll() && !role.changesOwn()) {
            throw Refusal.notAllowed("Only the client's account manager and account directors do this.");
        }
        return get(code, caller);
    }

    static Refusal unknown(String code) {
        return Refusal.notFound("There is no client " + code + " among those you may see.");
    }
}
