package agency.frontline.access;

import agency.frontline.client.Absences;
import agency.frontline.text.Refusal;
import java.util.Arrays;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.ListQueryParameterObject;
import org.camunda.bpm.engine.impl.persistence.entity.TenantManager;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Tells a person that a case of another client does not exist, where the engine would tell its existence by an error of
 * its own (S14). Every check of a command comes by here; lists are narrowed in the database.
 */
public class ClientsInView extends TenantManager {

    /** The name of {@link #currentUserActsFor()} in expressions. */
    static final String CURRENT_USER_ACTS_FOR = "currentUserActsFor";

    private final ObjectProvider<Absences> absences;

    ClientsInView(ObjectProvider<Absences> absences) {
        this.absences = absences;
    }

    /** The current user and whoever is away and has their tasks done by them today (F13); called by a filter of Tasklist. */
    public static String[] currentUserActsFor() {
        var context = Context.getCommandContext();
        var user = context.getAuthenticatedUserId();
        return user == null ? new String[0] : ((ClientsInView) context.getTenantManager()).actsFor(user);
    }

    private String[] actsFor(String user) {
        return Stream.concat(Stream.of(user), absences.getObject().ownersFor(user).stream())
                .toArray(String[]::new);
    }

    /**
     * Tasks are seen by tenant too, but for those that are given at somebody else's client to the person, or to one who
     * is away and named them as deputy.
     */
    @Override
    public ListQueryParameterObject configureQuery(ListQueryParameterObject query) {
        super.configureQuery(query);
        var check = query.getTenantCheck();
        if (check.isTenantCheckEnabled() && query instanceof TaskQueryImpl tasks && !isInEveryTenant()) {
            check.setTenantCheckEnabled(false);
            var seen = tasks.or().withoutTenantId();
            if (check.getAuthTenantIds() != null && !check.getAuthTenantIds().isEmpty()) {
                seen.tenantIdIn(check.getAuthTenantIds().toArray(String[]::new));
            }
            var user = getCurrentAuthentication().getUserId();
            if (user != null) {
                seen.taskAssigneeIn(Stream.concat(Stream.of(user), absences.getObject().peopleOf(user).stream())
                        .toArray(String[]::new));
            }
            seen.endOr();
        }
        return query;
    }

    private boolean isInEveryTenant() {
        var groups = getCurrentAuthentication().getGroupIds();
        return groups != null
                && Arrays.stream(StaffGroup.values())
                        .filter(StaffGroup::isInEveryTenant)
                        .map(StaffGroup::id)
                        .anyMatch(groups::contains);
    }

    @Override
    public boolean isAuthenticatedTenant(@Nullable String tenant) {
        if (!super.isAuthenticatedTenant(tenant)) {
            throw Refusal.notFound("There is nothing of this id among the clients you may see.");
        }
        return true;
    }

    /** Whether whoever is at work may see cases of this client; what belongs to no client is in everybody's view. */
    static boolean contains(@Nullable String tenant) {
        var manager = Context.getCommandContext().getTenantManager();
        if (tenant == null || !manager.isTenantCheckEnabled()) {
            return true;
        }
        var tenants = Context.getCommandContext().getAuthentication().getTenantIds();
        return tenants != null && tenants.contains(tenant);
    }
}
