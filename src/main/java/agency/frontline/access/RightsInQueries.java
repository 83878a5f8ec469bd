package agency.frontline.access;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.VariableInstanceQueryImpl;
import org.camunda.bpm.engine.impl.db.PermissionCheck;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/**
 * Narrows the lists of those who see only what is theirs: tasks given or offered to them, and the variables behind
 * those. Everybody else's lists are the engine's own, by the grants of their groups.
 */
class RightsInQueries extends AuthorizationManager {

    private static final String[] NO_INSTANCE = {"-"};

    @Override
    public void configureTaskQuery(TaskQueryImpl query) {
        super.configureTaskQuery(query);
        if (query.getAuthCheck().isAuthorizationCheckEnabled()) {
            var person = getCurrentAuthentication();
            if (!TaskRights.seesTasksOfOthers(person)) {
                query.getAuthCheck().setAuthorizationCheckEnabled(false);
                narrow(query, person);
            }
        }
    }

    private static void narrow(TaskQueryImpl query, Authentication person) {
        var own = query.or().taskAssignee(person.getUserId());
        var groups = TaskRights.groupsItMayBeOfferedTo(person);
        if (!groups.isEmpty()) {
            own.taskCandidateGroupIn(List.copyOf(groups)).includeAssignedTasks();
        }
        own.endOr();
    }

    @Override
    protected void configureVariableInstanceQuery(VariableInstanceQueryImpl query) {
        super.configureVariableInstanceQuery(query);
        if (query.getAuthCheck().isAuthorizationCheckEnabled()) {
            var person = getCurrentAuthentication();
            if (!TaskRights.seesTasksOfOthers(person) && worksOnCases(person)) {
                query.getAuthCheck().setAuthorizationCheckEnabled(false);
                narrow(query, person);
            }
        }
    }

    private void narrow(VariableInstanceQueryImpl query, Authentication person) {
        var own = new TaskQueryImpl();
        narrow(own, person);
        getTenantManager().configureQuery(own);
        List<?> tasks = getDbEntityManager().selectList("selectTaskByQueryCriteria", own);
        var instances = tasks.stream()
                .map(task -> ((TaskEntity) task).getProcessInstanceId())
                .distinct();
        var asked = query.getProcessInstanceIds();
        if (asked != null) {
            var wanted = Set.copyOf(Arrays.asList(asked));
            instances = instances.filter(wanted::contains);
        }
        var narrowed = instances.toArray(String[]::new);
        query.processInstanceIdIn(narrowed.length == 0 ? NO_INSTANCE : narrowed);
    }

    private static boolean worksOnCases(Authentication person) {
        Collection<String> groups = person.getGroupIds() == null ? List.of() : person.getGroupIds();
        return StaffGroup.specialists().stream().map(StaffGroup::id).anyMatch(groups::contains);
    }

    /** Everybody reads and changes their own name, address and password; no row is needed for that. */
    @Override
    public boolean isAuthorized(String userId, List<String> groupIds, PermissionCheck check) {
        var ownself = check.getResource() == Resources.USER
                && userId != null
                && userId.equals(check.getResourceId())
                && (check.getPermission() == Permissions.READ || check.getPermission() == Permissions.UPDATE);
        return ownself || super.isAuthorized(userId, groupIds, check);
    }
}
