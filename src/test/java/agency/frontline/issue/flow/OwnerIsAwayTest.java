package agency.frontline.issue.flow;

import static agency.frontline.issue.flow.Forms.*;
import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.audit.CaseStories;
import agency.frontline.audit.CaseVisibility;
import agency.frontline.client.Absence;
import agency.frontline.client.Absences;
import agency.frontline.mail.OutgoingMail;
import agency.frontline.story.Case;
import agency.frontline.story.Cases;
import agency.frontline.story.FlowStory;
import agency.frontline.story.Refused;
import agency.frontline.text.Refusal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@FlowStory
@DisplayName("While an owner is away somebody stands in, in their name, and from the day after nobody does")
class OwnerIsAwayTest {

    private static final String THIRD = "standin";

    @Autowired
    Cases cases;

    @Autowired
    Absences absences;

    @Autowired
    CaseStories stories;

    @Autowired
    CaseVisibility visibility;

    @Autowired
    IssueApi api;

    @Autowired
    TaskService tasks;

    @Autowired
    FilterService filters;

    @Autowired
    IdentityService identity;

    @BeforeEach
    void aThirdManagerWorksHere() {
        var third = identity.newUser(THIRD);
        third.setFirstName("Sam");
        third.setLastName("Third");
        third.setEmail("standin@frontline.example");
        identity.saveUser(third);
        identity.createMembership(THIRD, "account-managers");
    }

    @AfterEach
    void theThirdManagerLeaves() {
        identity.deleteUser(THIRD);
    }

    @Test
    void theTeamsDeputySeesAndDoesWhatWaitsAndTheOwnerStaysTheOwner() {
        var issue = cases.mailFrom("ceo@birch.example", "Holiday", "Who looks after us next week?");
        away("manager", 1, 3, null);
        assertThat(sees("manager2", issue)).as("the day before").isFalse();
        assertThat(refusal("manager2", issue)).isEqualTo(Refusal.Kind.NOT_FOUND);

        issue.after(Duration.ofDays(1));

        assertThat(memberships("manager2")).contains("BIRCH", "MAPLE").doesNotContain("CEDAR");
        assertThat(listed("manager2", "My tasks", issue)).containsExactly("diagnoseIssue");
        assertThat(listed("manager2", "My clients' open tasks", issue)).containsExactly("diagnoseIssue");
        assertThat(listed("manager", "My tasks", issue)).containsExactly("diagnoseIssue");
        assertThat(cases.as("manager2", () -> visibility.sees(issue.head()))).isTrue();
        assertThat(stepsBy(issue, "diagnoseIssue")).containsExactly("manager2 for manager");
        assertThat(refusal(THIRD, issue)).isEqualTo(Refusal.Kind.NOT_FOUND);
        assertThat(refusal("planner", issue)).isEqualTo(Refusal.Kind.NOT_FOUND);

        issue.does("manager2", "diagnoseIssue", diagnosis("QUESTION")).does("manager2", "replyToClient", reply());

        assertThat(issue.lastToClient().text()).contains("James Reed for Anna Nowak");
        assertThat(issue.lastToClient().html()).contains("James Reed for Anna Nowak");
        assertThat(issue.head().owner()).isEqualTo("manager");
        assertThat(issue.variable("owner")).isEqualTo("manager");
        assertThat(stepsBy(issue, "diagnoseIssue", "replyToClient"))
                .containsExactly("manager2 for manager", "manager2 for manager");
    }

    @Test
    void itEndsByItselfWithTheLastDayAtTheClients() {
        var issue = cases.mailFrom("ceo@birch.example", "Holiday", "Are you back on Wednesday?");
        away("manager", 0, 1, null);
        assertThat(sees("manager2", issue)).isTrue();

        issue.after(Duration.ofHours(38)); // from 9:30 to 23:30 of the next day
        assertThat(sees("manager2", issue)).isTrue();
        issue.after(Duration.ofHours(1));

        assertThat(sees("manager2", issue)).isFalse();
        assertThat(memberships("manager2")).doesNotContain("BIRCH");
        assertThat(refusal("manager2", issue)).isEqualTo(Refusal.Kind.NOT_FOUND);
        assertThat(stepsBy(issue, "diagnoseIssue")).containsExactly("manager");
        issue.does("manager", "diagnoseIssue", diagnosis("QUESTION")).does("manager", "replyToClient", reply());
        assertThat(issue.lastToClient().text()).contains("Anna Nowak").doesNotContain("James Reed");
    }

    @Test
    void aNoticeGoesToWhoActsAndSaysWhy() {
        away("manager", 0, 4, null);
        var issue = cases.mailFrom("ceo@birch.example", "Holiday", "Is anybody there?");
        assertThat(issue.lastToClient().text()).as("the acknowledgement").contains("James Reed for Anna Nowak");

        issue.rings("firstResponseAtRisk").rings("firstResponseOverdue");
        assertThat(issue.told("manager2")).containsExactly("firstResponseAtRisk", "firstResponseOverdue");
        assertThat(issue.told("manager")).isEmpty();

        issue.does("manager2", "diagnoseIssue", diagnosis("QUESTION"))
                .does(
                        "manager2",
                        "replyToClient",
                        with(reply(), "promises", promise("A list", "manager", issue.day(2))))
                .rings("promiseDueSoon");
        assertThat(issue.told("manager2")).contains("promiseDueSoon");
        assertThat(noticesTo("manager2", issue))
                .allSatisfy(notice -> assertThat(notice.text()).contains("you stand in for Anna Nowak"));
    }

    @Test
    void whereTheTeamNamesNobodyTheDirectorStandsIn() {
        away("manager", 0, 4, null);
        var issue = cases.mailFrom("marketing@cedar.example", "Urlop", "Kto nas teraz prowadzi?");

        assertThat(listed("director", "My tasks", issue)).containsExactly("diagnoseIssue");
        assertThat(sees("manager2", issue)).isFalse();
        assertThat(issue.lastToClient().text()).contains("Olivia Hart (w zastępstwie: Anna Nowak)");
        issue.does("director", "diagnoseIssue", diagnosis("QUESTION"));
        assertThat(stepsBy(issue, "diagnoseIssue")).containsExactly("director for manager");
    }

    @Test
    void aDeputyWhoIsAwayTooHandsOnForTheDaysTheyShare() {
        away("manager", 0, 4, "manager2");
        away("manager2", 1, 2, THIRD);
        var issue = cases.mailFrom("ceo@birch.example", "Holiday", "Who is it today?");
        assertThat(seen(issue)).containsExactly("manager2");

        issue.after(Duration.ofDays(1));
        assertThat(seen(issue)).containsExactly(THIRD);
        assertThat(listed(THIRD, "My tasks", issue)).containsExactly("diagnoseIssue");
        assertThat(refusal("manager2", issue)).isEqualTo(Refusal.Kind.NOT_FOUND);
        assertThat(stepsBy(issue, "diagnoseIssue")).containsExactly(THIRD + " for manager");

        issue.after(Duration.ofDays(2));
        assertThat(seen(issue)).containsExactly("manager2");
        issue.after(Duration.ofDays(2));
        assertThat(seen(issue)).isEmpty();
    }

    @Test
    void aCaseAtSomebodyElsesClientGoesToTheDeputyItsOwnerNames() {
        var issue = cases.mailFrom("ceo@birch.example", "Holiday", "Who is it now?");
        cases.as("manager", () -> api.giveTo(issue.key(), new IssueApi.NewOwner("manager2", "James knows print")));
        issue.settle();
        var other = cases.mailFrom("ceo@birch.example", "Not his", "And this one?");
        away("manager2", 0, 1, THIRD);

        assertThat(listed(THIRD, "My tasks", issue)).containsExactly("diagnoseIssue");
        assertThat(cases.as(THIRD, () -> visibility.sees(issue.head()))).isTrue();
        assertThat(cases.as(THIRD, () -> visibility.search(null, null, null, null, null)))
                .extracting(head -> head.businessKey())
                .contains(issue.key())
                .doesNotContain(other.key());
        assertThat(sees(THIRD, other)).isFalse();
        issue.does(THIRD, "diagnoseIssue", diagnosis("QUESTION"));
        assertThat(stepsBy(issue, "diagnoseIssue")).containsExactly(THIRD + " for manager2");

        issue.after(Duration.ofDays(2));
        assertThat(sees(THIRD, issue)).isFalse();
    }

    @Test
    void aCircleIsRefusedWhenItIsRecordedAndWhereTeamsMakeOneItEndsAtTheDirector() {
        away("manager", 0, 4, "manager2");
        assertThat(refused("manager2", 4, 6, "manager")).containsOnlyKeys("deputy");
        away("manager2", 5, 6, "manager");
        away("manager2", 0, 4, null);
        var issue = cases.mailFrom("ceo@birch.example", "Holiday", "Is anybody left?");

        assertThat(seen(issue)).isEmpty();
        assertThat(listed("director", "My tasks", issue)).containsExactly("diagnoseIssue");
        assertThat(issue.lastToClient().text()).contains("Olivia Hart for Anna Nowak");
    }

    @Test
    void aCircleOfThreeIsFoundInTheDaysAllShare() {
        away("manager", 0, 4, "manager2");
        away("manager2", 3, 8, THIRD);

        assertThat(refused(THIRD, 4, 9, "manager")).containsOnlyKeys("deputy");
        away(THIRD, 5, 9, "manager");
    }

    @Test
    void whatCannotBeIsToldAtOnce() {
        away("manager", 2, 4, null);

        assertThat(refused("manager", 4, 5, null)).containsOnlyKeys("from");
        assertThat(refused("manager", 7, 6, "nobody")).containsOnlyKeys("until", "deputy");
        assertThat(refused("manager", -3, -2, "manager")).containsOnlyKeys("from", "until", "deputy");
        assertThat(refused("manager", 7, 4000, "planner")).containsOnlyKeys("until", "deputy");
    }

    @Test
    void whoComesBackEarlyIsBackAndTheirDaysAwayStayKnown() {
        var issue = cases.mailFrom("ceo@birch.example", "Holiday", "Already back?");
        away("manager", 0, 9, null);
        issue.after(Duration.ofDays(2));
        assertThat(sees("manager2", issue)).isTrue();

        absences.end("manager", day(-2), "manager");

        assertThat(sees("manager2", issue)).isFalse();
        assertThat(absences.of("manager")).contains(new Absence("manager", day(-2), day(-1), null));
    }

    @Test
    void aDeputyWhoIsNoManagerAnyMoreDoesNotStandIn() {
        away("manager", 0, 4, THIRD);
        var issue = cases.mailFrom("ceo@birch.example", "Holiday", "Who is it?");
        assertThat(seen(issue)).containsExactly(THIRD);

        identity.deleteMembership(THIRD, "account-managers");

        assertThat(refusal(THIRD, issue)).isEqualTo(Refusal.Kind.NOT_FOUND);
        assertThat(issue.isVisibleTo(THIRD, "diagnoseIssue")).isFalse();
        assertThat(sees("manager2", issue)).as("whom the team names instead").isTrue();
    }

    private void away(String who, int from, int until, @Nullable String deputy) {
        absences.record(new Absence(who, day(from), day(until), deputy), who);
    }

    private Map<String, String> refused(String who, int from, int until, @Nullable String deputy) {
        return Refused.by(() -> away(who, from, until, deputy));
    }

    private LocalDate day(int daysAhead) {
        return LocalDate.ofInstant(cases.now(), ZoneId.of("Europe/London")).plusDays(daysAhead);
    }

    private boolean sees(String user, Case issue) {
        return issue.isVisibleTo(user, "diagnoseIssue")
                || !listed(user, "My tasks", issue).isEmpty();
    }

    /** Which managers but the owner see the open diagnosis. */
    private List<String> seen(Case issue) {
        return List.of("manager2", THIRD).stream()
                .filter(user -> sees(user, issue))
                .toList();
    }

    private Refusal.Kind refusal(String user, Case issue) {
        var task = tasks.createTaskQuery()
                .processInstanceId(issue.head().processInstanceId())
                .taskDefinitionKey("diagnoseIssue")
                .singleResult()
                .getId();
        return Refused.refusal(() -> cases.as(user, () -> tasks.complete(task))).kind();
    }

    private List<String> listed(String user, String filter, Case issue) {
        return cases.as(user, () -> {
            var id = filters.createTaskFilterQuery()
                    .filterName(filter)
                    .listPage(0, 1)
                    .get(0)
                    .getId();
            return filters
                    .<Task, TaskQuery>listPage(
                            id,
                            tasks.createTaskQuery()
                                    .processInstanceId(issue.head().processInstanceId()),
                            0,
                            50)
                    .stream()
                    .map(Task::getTaskDefinitionKey)
                    .toList();
        });
    }

    private List<String> memberships(String user) {
        return identity.createTenantQuery().userMember(user).includingGroupsOfUser(true).unlimitedList().stream()
                .map(Tenant::getId)
                .toList();
    }

    private List<String> stepsBy(Case issue, String... steps) {
        return stories.of(issue.head()).steps().stream()
                .filter(step -> List.of(steps).contains(step.id()))
                .map(step -> step.who(UnaryOperator.identity()))
                .toList();
    }

    private List<OutgoingMail> noticesTo(String user, Case issue) {
        return issue.notices().stream()
                .filter(mail -> mail.to().stream().anyMatch(to -> to.address().startsWith(user + "@")))
                .toList();
    }
}
