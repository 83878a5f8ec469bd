package agency.frontline.access;

import agency.frontline.client.Client;
import agency.frontline.client.ClientSaved;
import agency.frontline.client.Clients;
import agency.frontline.engine.AsSystem;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Own clients are tenants: the tenant's id is the client's code, and only its members see the client's cases
 * (processes.md). Members are its account manager, and by group whoever works for or looks at every client; who
 * stands in for the account manager is added by {@link AgencyIdentity}.
 */
@Component
class ClientTenants {

    private static final Set<String> GROUPS = Arrays.stream(StaffGroup.values())
            .filter(StaffGroup::isInEveryTenant)
            .map(StaffGroup::id)
            .collect(Collectors.toUnmodifiableSet());

    private final IdentityService identity;
    private final Clients clients;
    private final AsSystem asSystem;

    ClientTenants(@Lazy IdentityService identity, Clients clients, AsSystem asSystem) {
        this.identity = identity;
        this.clients = clients;
        this.asSystem = asSystem;
    }

    /** In the transaction that saves, so that there is never a client without its tenant. */
    @EventListener
    void on(ClientSaved saved) {
        asSystem.perform(() -> restore(saved.after()));
    }

    void restoreAll() {
        clients.all().forEach(this::restore);
    }

    private void restore(Client client) {
        var tenant = identity.createTenantQuery().tenantId(client.code()).singleResult();
        if (tenant == null || !client.name().equals(tenant.getName())) {
            var renamed = tenant == null ? identity.newTenant(client.code()) : tenant;
            renamed.setName(client.name());
            identity.saveTenant(renamed);
        }
        restoreGroups(client.code());
        restoreUsers(client.code(), Set.of(client.team().accountManager()));
    }

    private void restoreGroups(String tenant) {
        var members = ids(identity.createGroupQuery().memberOfTenant(tenant).unlimitedList(), Group::getId);
        GROUPS.stream()
                .filter(group -> !members.contains(group))
                .forEach(group -> identity.createTenantGroupMembership(tenant, group));
    }

    private void restoreUsers(String tenant, Set<String> wanted) {
        var members = ids(identity.createUserQuery().memberOfTenant(tenant).unlimitedList(), User::getId);
        wanted.stream()
                .filter(user -> !members.contains(user))
                // A manager may have left the agency since; then the client waits for a director to name another.
                .filter(user -> identity.createUserQuery().userId(user).count() == 1)
                .forEach(user -> identity.createTenantUserMembership(tenant, user));
        members.stream()
                .filter(user -> !wanted.contains(user))
                .forEach(user -> identity.deleteTenantUserMembership(tenant, user));
    }

    private static <T> Set<String> ids(Collection<T> some, Function<T, String> id) {
        return some.stream().map(id).collect(Collectors.toSet());
    }
}
