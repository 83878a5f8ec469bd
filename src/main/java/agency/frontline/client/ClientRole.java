package agency.frontline.client;

import agency.frontline.text.Refusal;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/** What somebody's groups let them do with clients (processes.md, "Groups and demo users"). */
record ClientRole(String user, Set<String> groups, Set<String> standsInAt) {

    private static final Set<String> SEE_ALL = Set.of("account-directors", "auditors");

    /** Members of these may ask, and are told of no client: they see one through its case, or not at all. */
    private static final Set<String> SEE_NONE = Set.of("process-owners");

    /** Refused when none of the caller's groups has to do with clients. */
    static ClientRole of(Authentication caller, Absences absences) {
        var role = new ClientRole(caller.getName(), groups(caller), absences.clientsOf(caller.getName()));
        if (!role.isInAny(SEE_ALL)
                && !role.isInAny(SEE_NONE)
                && !role.isInAny(ClientRules.SPECIALIST_GROUPS)
                && !role.changesOwn()) {
            throw Refusal.notAllowed("Your groups have nothing to do with clients.");
        }
        return role;
    }

    /** The account manager, or who stands in for them today, and those who see all. */
    boolean sees(Client client) {
        return isInAny(SEE_ALL)
                || changesOwn() && (client.team().accountManager().equals(user) || standsInAt.contains(client.code()));
    }

    static boolean changesAll(Authentication caller) {
        return groups(caller).contains("account-directors");
    }

    private static Set<String> groups(Authentication caller) {
        return caller.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .collect(Collectors.toSet());
    }

    boolean changesAll() {
        return groups.contains("account-directors");
    }

    boolean changesOwn() {
        return groups.contains("account-managers");
    }

    private boolean isInAny(Collection<String> some) {
        return groups.stream().anyMatch(some::contains);
    }
}
