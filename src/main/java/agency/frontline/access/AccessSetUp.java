package agency.frontline.access;

import agency.frontline.engine.AsSystem;
import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.context.Context;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Puts groups, grants, filters and tenants in place at each start and repairs what is missing; what an admin has added
 * stays. All in one transaction and one node at a time, so that nobody meets half of it.
 */
@Component
@Order(AccessSetUp.ORDER)
class AccessSetUp implements ApplicationRunner {

    /** Before any people and clients are brought in. */
    static final int ORDER = 5;

    private static final Logger LOG = LoggerFactory.getLogger(AccessSetUp.class);

    private final IdentityService identity;
    private final AuthorizationService authorizations;
    private final TasklistFilters filters;
    private final ClientTenants tenants;
    private final AsSystem asSystem;

    AccessSetUp(
            @Lazy IdentityService identity,
            @Lazy AuthorizationService authorizations,
            TasklistFilters filters,
            ClientTenants tenants,
            AsSystem asSystem) {
        this.identity = identity;
        this.authorizations = authorizations;
        this.filters = filters;
        this.tenants = tenants;
        this.asSystem = asSystem;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        asSystem.perform(this::restore);
    }

    /** Must run as the system, within the engine's transaction. */
    void restore() {
        Context.getCommandContext().getPropertyManager().acquireExclusiveLockForStartup();
        for (var group : StaffGroup.values()) {
            restore(group);
        }
        Grant.all().forEach(grant -> restore(grant.group(), grant.resource(), grant.resourceId(), grant.permissions()));
        filters.restore()
                .forEach((filter, groups) ->
                        groups.forEach(group -> restore(group, Resources.FILTER, filter, Permissions.READ)));
        tenants.restoreAll();
    }

    private void restore(StaffGroup wanted) {
        if (identity.createGroupQuery().groupId(wanted.id()).count() > 0) {
            return;
        }
        var group = identity.newGroup(wanted.id());
        group.setName(wanted.title());
        group.setType(wanted == StaffGroup.ADMINS ? "SYSTEM" : "WORKFLOW");
        identity.saveGroup(group);
        LOG.info("Made the group {}", wanted.id());
    }

    private void restore(StaffGroup group, Resource resource, String resourceId, Permission... permissions) {
        var known = authorizations
                .createAuthorizationQuery()
                .authorizationType(Authorization.AUTH_TYPE_GRANT)
                .groupIdIn(group.id())
                .resourceType(resource)
                .resourceId(resourceId)
                .singleResult();
        if (known != null && List.of(permissions).stream().allMatch(known::isPermissionGranted)) {
            return;
        }
        var grant = known == null ? authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT) : known;
        grant.setGroupId(group.id());
        grant.setResource(resource);
        grant.setResourceId(resourceId);
        List.of(permissions).forEach(grant::addPermission);
        authorizations.saveAuthorization(grant);
    }
}
