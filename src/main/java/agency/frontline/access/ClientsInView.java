package agency.frontline.access;

import agency.frontline.text.Refusal;
import java.util.Arrays;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.ListQueryParameterObject;
import org.camunda.bpm.engine.impl.persistence.entity.TenantManager;
import org.jspecify.annotations.Nullable;

/**
 * Tells a person that a case of another client does not exist, where the engine would tell its existence by an error of
 * its own (S14). Every check of a command comes by here; lists are narrowed in the database.
 */
class ClientsInView extends TenantManager {

    /** Tasks are seen by tenant too, but for those that are given to the person at somebody else's client. */
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
            if (getCurrentAuthentication().getUserId() != null) {
                seen.taskAssignee(getCurrentAuthentication().getUserId());
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
