package agency.frontline.access;

import agency.frontline.client.Absences;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.IdentityOperationResult;
import org.camunda.bpm.engine.impl.identity.db.DbIdentityServiceProvider;
import org.camunda.bpm.engine.impl.identity.db.DbTenantQueryImpl;
import org.camunda.bpm.engine.impl.persistence.entity.TenantEntity;
import org.springframework.beans.factory.ObjectProvider;

/**
 * The engine's users, groups and tenants, with two things it would not do by itself.
 *
 * <p>Whoever stands in for a client's account manager today counts among the client's tenant (F13). No row says so, which
 * somebody would have to write at midnight and to take out again: it is read from the absences whenever the engine asks
 * whose member a user is, at each login and, in a session, once a minute.
 *
 * <p>What a user was granted goes with them; the engine would leave it to the next who gets the id (S17).
 */
class AgencyIdentity extends DbIdentityServiceProvider {

    private final ObjectProvider<Absences> absences;

    AgencyIdentity(ObjectProvider<Absences> absences) {
        this.absences = absences;
    }

    @Override
    public List<Tenant> findTenantByQueryCriteria(DbTenantQueryImpl query) {
        var members = new ArrayList<>(super.findTenantByQueryCriteria(query));
        if (asksOnlyForMember(query)) {
            absences.getObject().clientsOf(query.getUserId()).stream()
                    .filter(code ->
                            members.stream().noneMatch(tenant -> tenant.getId().equals(code)))
                    .filter(code -> getAuthorizationManager().isAuthorized(Permissions.READ, Resources.TENANT, code))
                    .map(code -> getDbEntityManager().selectById(TenantEntity.class, code))
                    .forEach(members::add);
            members.sort(Comparator.comparing(Tenant::getId));
        }
        return members;
    }

    @Override
    public long findTenantCountByQueryCriteria(DbTenantQueryImpl query) {
        return asksOnlyForMember(query)
                ? findTenantByQueryCriteria(query).size()
                : super.findTenantCountByQueryCriteria(query);
    }

    @Override
    public IdentityOperationResult deleteUser(String userId) {
        var deleted = super.deleteUser(userId);
        var authorizations = Context.getProcessEngineConfiguration().getAuthorizationService();
        Context.getCommandContext().runWithoutAuthorization(() -> {
            authorizations.createAuthorizationQuery().userIdIn(userId).list().stream()
                    .map(Authorization::getId)
                    .forEach(authorizations::deleteAuthorization);
            return null;
        });
        return deleted;
    }

    private static boolean asksOnlyForMember(DbTenantQueryImpl query) {
        return query.getUserId() != null
                && query.getId() == null
                && query.getIds() == null
                && query.getName() == null
                && query.getNameLike() == null;
    }
}
