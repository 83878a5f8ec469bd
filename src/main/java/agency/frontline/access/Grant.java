package agency.frontline.access;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.Resources.APPLICATION;
import static org.camunda.bpm.engine.authorization.Resources.AUTHORIZATION;
import static org.camunda.bpm.engine.authorization.Resources.BATCH;
import static org.camunda.bpm.engine.authorization.Resources.DECISION_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.DECISION_REQUIREMENTS_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.DEPLOYMENT;
import static org.camunda.bpm.engine.authorization.Resources.GROUP;
import static org.camunda.bpm.engine.authorization.Resources.GROUP_MEMBERSHIP;
import static org.camunda.bpm.engine.authorization.Resources.OPERATION_LOG_CATEGORY;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_INSTANCE;
import static org.camunda.bpm.engine.authorization.Resources.TENANT;
import static org.camunda.bpm.engine.authorization.Resources.TENANT_MEMBERSHIP;
import static org.camunda.bpm.engine.authorization.Resources.USER;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.authorization.BatchPermissions;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.ProcessInstancePermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.UserOperationLogCategoryPermissions;

/**
 * What a group may do in the engine. The list is the whole of it: there are no rows for users, tasks or assignees, for
 * those outlive what they were made for and slow every list down. Whose clients somebody sees is the tenants' affair.
 */
record Grant(StaffGroup group, Resource resource, String resourceId, Permission... permissions) {

    /** Every grant there is, filters aside. */
    static List<Grant> all() {
        var grants = new ArrayList<Grant>();
        for (var group : StaffGroup.values()) {
            switch (group) {
                case ACCOUNT_MANAGERS, ACCOUNT_DIRECTORS -> ofManagers(group, grants);
                case PROCESS_OWNERS -> ofProcessOwners(grants);
                case AUDITORS -> ofAuditors(grants);
                case ADMINS -> ofAdmins(grants);
                case INTAKE -> {}
                default -> ofSpecialists(group, grants);
            }
        }
        return grants;
    }

    private static void ofManagers(StaffGroup group, List<Grant> grants) {
        knowColleagues(group, grants);
        grants.add(new Grant(group, APPLICATION, "tasklist", Permissions.ACCESS));
        grants.add(new Grant(
                group,
                PROCESS_DEFINITION,
                ANY,
                ProcessDefinitionPermissions.READ,
                ProcessDefinitionPermissions.CREATE_INSTANCE,
                ProcessDefinitionPermissions.READ_INSTANCE,
                ProcessDefinitionPermissions.READ_INSTANCE_VARIABLE,
                ProcessDefinitionPermissions.READ_TASK,
                ProcessDefinitionPermissions.READ_TASK_VARIABLE,
                ProcessDefinitionPermissions.TASK_WORK,
                ProcessDefinitionPermissions.READ_HISTORY,
                ProcessDefinitionPermissions.READ_HISTORY_VARIABLE));
        grants.add(new Grant(group, PROCESS_INSTANCE, ANY, ProcessInstancePermissions.CREATE));
        grants.add(new Grant(group, DECISION_DEFINITION, ANY, Permissions.READ, Permissions.READ_HISTORY));
    }

    /** They may log what a client told them (C-11); their tasks come by their groups, see {@link TaskRights}. */
    private static void ofSpecialists(StaffGroup group, List<Grant> grants) {
        knowColleagues(group, grants);
        grants.add(new Grant(group, APPLICATION, "tasklist", Permissions.ACCESS));
        grants.add(new Grant(group, PROCESS_DEFINITION, ANY, ProcessDefinitionPermissions.READ));
        grants.add(new Grant(
                group,
                PROCESS_DEFINITION,
                "clientIssue",
                ProcessDefinitionPermissions.READ,
                ProcessDefinitionPermissions.CREATE_INSTANCE));
        grants.add(new Grant(group, PROCESS_INSTANCE, ANY, ProcessInstancePermissions.CREATE));
    }

    /** Models and the running of them; no tasks, no variables, no history. */
    private static void ofProcessOwners(List<Grant> grants) {
        var group = StaffGroup.PROCESS_OWNERS;
        knowColleagues(group, grants);
        grants.add(new Grant(group, APPLICATION, "cockpit", Permissions.ACCESS));
        grants.add(new Grant(group, DEPLOYMENT, ANY, Permissions.CREATE, Permissions.READ));
        grants.add(new Grant(
                group,
                PROCESS_DEFINITION,
                ANY,
                ProcessDefinitionPermissions.READ,
                ProcessDefinitionPermissions.READ_INSTANCE,
                ProcessDefinitionPermissions.RETRY_JOB,
                ProcessDefinitionPermissions.MIGRATE_INSTANCE));
        grants.add(new Grant(group, DECISION_DEFINITION, ANY, Permissions.READ));
        grants.add(new Grant(group, DECISION_REQUIREMENTS_DEFINITION, ANY, Permissions.READ));
        grants.add(new Grant(
                group, BATCH, ANY, BatchPermissions.READ, BatchPermissions.CREATE_BATCH_MIGRATE_PROCESS_INSTANCES));
    }

    private static void ofAuditors(List<Grant> grants) {
        var group = StaffGroup.AUDITORS;
        knowColleagues(group, grants);
        grants.add(new Grant(group, APPLICATION, "cockpit", Permissions.ACCESS));
        grants.add(new Grant(
                group,
                PROCESS_DEFINITION,
                ANY,
                ProcessDefinitionPermissions.READ,
                ProcessDefinitionPermissions.READ_INSTANCE,
                ProcessDefinitionPermissions.READ_INSTANCE_VARIABLE,
                ProcessDefinitionPermissions.READ_TASK,
                ProcessDefinitionPermissions.READ_TASK_VARIABLE,
                ProcessDefinitionPermissions.READ_HISTORY,
                ProcessDefinitionPermissions.READ_HISTORY_VARIABLE));
        grants.add(new Grant(group, DECISION_DEFINITION, ANY, Permissions.READ, Permissions.READ_HISTORY));
        grants.add(new Grant(group, DECISION_REQUIREMENTS_DEFINITION, ANY, Permissions.READ));
        grants.add(new Grant(group, DEPLOYMENT, ANY, Permissions.READ));
        grants.add(new Grant(group, OPERATION_LOG_CATEGORY, ANY, UserOperationLogCategoryPermissions.READ));
        grants.add(new Grant(group, BATCH, ANY, BatchPermissions.READ, BatchPermissions.READ_HISTORY));
        grants.add(new Grant(group, TENANT, ANY, Permissions.READ));
        grants.add(new Grant(group, AUTHORIZATION, ANY, Permissions.READ));
    }

    private static void ofAdmins(List<Grant> grants) {
        var group = StaffGroup.ADMINS;
        grants.add(new Grant(group, APPLICATION, "admin", Permissions.ACCESS));
        for (var resource : List.of(USER, GROUP, GROUP_MEMBERSHIP, TENANT, TENANT_MEMBERSHIP, AUTHORIZATION)) {
            grants.add(new Grant(group, resource, ANY, Permissions.ALL));
        }
    }

    /** Tasklist and Cockpit show people and groups by name. */
    private static void knowColleagues(StaffGroup group, List<Grant> grants) {
        grants.add(new Grant(group, USER, ANY, Permissions.READ));
        grants.add(new Grant(group, GROUP, ANY, Permissions.READ));
    }
}
