package agency.frontline.access;

import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.FrontlineTest;
import agency.frontline.engine.AsSystem;
import java.util.Comparator;
import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@FrontlineTest
@DisplayName("Groups, people, tenants and filters stand when Frontline has started")
class AccessSetUpTest {

    @Autowired
    IdentityService identity;

    @Autowired
    AuthorizationService authorizations;

    @Autowired
    FilterService filters;

    @Autowired
    AccessSetUp setUp;

    @Autowired
    AsSystem asSystem;

    @AfterEach
    void nobodyIsLoggedIn() {
        identity.clearAuthentication();
    }

    @ParameterizedTest
    @CsvSource({
        "manager, account-managers",
        "manager2, account-managers",
        "director, account-directors",
        "planner, planners",
        "media, media-specialists",
        "writer, writers",
        "artdirector, art-directors",
        "projectmanager, project-managers",
        "producer, producers",
        "owner, process-owners",
        "auditor, auditors",
        "intake, intake",
        "admin, camunda-admin"
    })
    void everyDemoUserIsInTheirGroup(String user, String group) {
        assertThat(identity.createGroupQuery().groupMember(user).list())
                .extracting(Group::getId)
                .containsExactly(group);
        assertThat(identity.checkPassword(user, "demo")).isTrue();
        assertThat(identity.createUserQuery().userId(user).singleResult().getEmail())
                .isEqualTo(user + "@frontline.example");
    }

    @Test
    void aClientsTenantHasItsManagerAndTheGroupsThatWorkForEveryClient() {
        assertThat(identity.createUserQuery().memberOfTenant("BIRCH").list())
                .extracting(User::getId)
                .containsExactly("manager");
        assertThat(identity.createUserQuery().memberOfTenant("MAPLE").list())
                .extracting(User::getId)
                .containsExactly("manager2");
        assertThat(identity.createGroupQuery().memberOfTenant("BIRCH").list())
                .extracting(Group::getId)
                .containsExactlyInAnyOrder(
                        "account-directors",
                        "auditors",
                        "process-owners",
                        "planners",
                        "media-specialists",
                        "writers",
                        "art-directors",
                        "project-managers",
                        "producers");
        // Clients that stories made like it have its manager, too.
        assertThat(tenantsOf("manager2")).contains("MAPLE").allMatch(client -> client.startsWith("MAPLE"));
        assertThat(tenantsOf("director")).contains("BIRCH", "CEDAR", "MAPLE");
        assertThat(tenantsOf("intake")).isEmpty();
    }

    @Test
    void everyRoleSeesItsFiltersAndNoOther() {
        assertThat(filtersOf("manager", "account-managers"))
                .containsExactly("My tasks", "Offered to me", "At risk and overdue", "My clients' open tasks");
        assertThat(filtersOf("director", "account-directors"))
                .containsExactly("My tasks", "Offered to me", "At risk and overdue", "My clients' open tasks");
        assertThat(filtersOf("planner", "planners"))
                .containsExactly("My tasks", "Offered to me", "At risk and overdue");
        assertThat(filtersOf("owner", "process-owners")).isEmpty();
        assertThat(filtersOf("auditor", "auditors")).isEmpty();
        assertThat(filtersOf("intake", "intake")).isEmpty();
    }

    @Test
    void aSecondStartChangesNothingAndRepairsWhatIsMissing() {
        var before = count();
        var lost = authorizations
                .createAuthorizationQuery()
                .groupIdIn("planners")
                .resourceType(Resources.APPLICATION)
                .singleResult();
        authorizations.deleteAuthorization(lost.getId());
        identity.deleteTenantGroupMembership("BIRCH", "planners");
        var filter = filters.createTaskFilterQuery().filterName("My tasks").singleResult();
        filters.deleteFilter(filter.getId());

        asSystem.perform(setUp::restore);
        asSystem.perform(setUp::restore);

        assertThat(count()).isEqualTo(before);
        assertThat(tenantsOf("planner")).contains("BIRCH");
        assertThat(filtersOf("planner", "planners")).contains("My tasks");
    }

    private List<Long> count() {
        return List.of(
                identity.createGroupQuery().count(),
                identity.createTenantQuery().count(),
                filters.createTaskFilterQuery().count(),
                authorizations.createAuthorizationQuery().count());
    }

    private List<String> tenantsOf(String user) {
        return identity
                .createTenantQuery()
                .userMember(user)
                .includingGroupsOfUser(true)
                .orderByTenantId()
                .asc()
                .list()
                .stream()
                .map(Tenant::getId)
                .toList();
    }

    private List<String> filtersOf(String user, String group) {
        identity.setAuthentication(user, List.of(group), tenantsOf(user));
        try {
            return filters.createTaskFilterQuery().listPage(0, 50).stream()
                    .sorted(Comparator.comparing(
                            filter -> ((Number) filter.getProperties().get("priority")).intValue()))
                    .map(Filter::getName)
                    .toList();
        } finally {
            identity.clearAuthentication();
        }
    }
}
