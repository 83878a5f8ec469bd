package agency.frontline.issue.flow;

import static agency.frontline.issue.flow.Forms.*;
import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.casefile.Promises;
import agency.frontline.casefile.Status;
import agency.frontline.issue.flow.IssueApi.NewOwner;
import agency.frontline.issue.flow.IssueApi.Withdrawal;
import agency.frontline.story.Case;
import agency.frontline.story.Cases;
import agency.frontline.story.FlowStory;
import agency.frontline.story.Refused;
import agency.frontline.text.Refusal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@FlowStory
@DisplayName("A case has one owner; handing it over or taking it back is an act with a reason")
class CaseChangesHandsTest {

    @Autowired
    Cases cases;

    @Autowired
    IssueApi api;

    @Autowired
    Promises promises;

    @Test
    void openTasksAndPromisesMoveAndTheClientHearsWhoItIs() {
        var issue = cases.mailFrom("ceo@birch.example", "Summer", "Who is on our account in July?")
                .does("manager", "diagnoseIssue", diagnosis("QUESTION"));
        issue.does("manager", "replyToClient", with(reply(), "promises", promise("A list", "manager", issue.day(5))))
                .clientWrites("Good.");
        give("manager", issue, "director", "Anna is on parental leave");
        assertThat(issue.head().owner()).isEqualTo("director");
        assertThat(issue.variable("owner")).isEqualTo("director");
        assertThat(issue.task("confirmResolution", "director").getAssignee()).isEqualTo("director");
        assertThat(issue.task("keepPromise", "director").getAssignee()).isEqualTo("director");
        assertThat(promises.of(issue.key()).get(0).owner()).isEqualTo("director");
        assertThat(issue.lastToClient().purpose()).isEqualTo("ownerChanged");
        assertThat(issue.lastToClient().text()).contains("Olivia Hart", "Anna Nowak");
        assertThat(issue.told("director")).containsExactly("caseHandedOver");

        issue.rings("promiseDueSoon");
        assertThat(issue.told("director")).contains("promiseDueSoon");
        issue.does("director", "confirmResolution", with(Map.of("resolution", "STILL_OPEN")))
                .does("director", "replyToClient", reply());
    }

    @Test
    void whoeverIsInChargeSeesTheCaseAsLongAsTheyAre() {
        var issue = cases.mailFrom("ceo@birch.example", "Summer", "Who is on our account in July?");
        assertThat(issue.isVisibleTo("manager2", "diagnoseIssue")).isFalse();
        give("manager", issue, "manager2", "Anna is on holiday until August");
        issue.does("manager2", "diagnoseIssue", diagnosis("QUESTION"))
                .does("manager2", "replyToClient", reply())
                .clientWrites("Thank you, James.")
                .does("manager2", "confirmResolution", confirmed())
                .endsAs(Status.RESOLVED);
        var next = cases.mailFrom("ceo@birch.example", "Autumn", "And in September?");
        assertThat(next.isVisibleTo("manager2", "diagnoseIssue")).isFalse();
        assertThat(next.head().owner()).isEqualTo("manager");
    }

    @Test
    void anOwnerIsAColleagueOfTheirsAndAReasonIsGiven() {
        var issue = cases.mailFrom("ceo@birch.example", "Summer", "Who is on our account in July?");
        assertThat(refused(issue, "planner", "because")).containsOnlyKeys("owner");
        assertThat(refused(issue, "nobody", "because")).containsOnlyKeys("owner");
        assertThat(refused(issue, "manager", "because")).containsOnlyKeys("owner");
        assertThat(refused(issue, "director", " ")).containsOnlyKeys("reason");
        assertThat(issue.head().owner()).isEqualTo("manager");
    }

    @Test
    void aWithdrawnIssueEndsWithItsReasonAndItsPromisesAreReleased() {
        var issue = cases.mailFrom("ceo@birch.example", "Summer", "Who is on our account in July?")
                .does("manager", "diagnoseIssue", diagnosis("QUESTION"));
        issue.does("manager", "replyToClient", with(reply(), "promises", promise("A list", "manager", issue.day(5))));
        assertThat(Refused.by(() -> cases.as("manager", () -> api.withdraw(issue.key(), new Withdrawal("")))))
                .containsOnlyKeys("reason");
        cases.as("manager", () -> api.withdraw(issue.key(), new Withdrawal("They found it themselves")));
        issue.endsAs(Status.WITHDRAWN);
        assertThat(promises.of(issue.key()).get(0).outcome()).isEqualTo("RELEASED");
        assertThat(Refused.refusal(() -> cases.as("manager", () -> api.withdraw(issue.key(), new Withdrawal("Again"))))
                        .kind())
                .isEqualTo(Refusal.Kind.TOO_LATE);
    }

    @Test
    void nobodyButManagersAndDirectorsTakesACaseAway() {
        var issue = cases.mailFrom("ceo@birch.example", "Summer", "Who is on our account in July?");
        for (var user : List.of("planner", "auditor")) {
            assertThat(Refused.refusal(() -> cases.as(user, () -> api.withdraw(issue.key(), new Withdrawal("No"))))
                            .kind())
                    .isEqualTo(Refusal.Kind.NOT_ALLOWED);
            assertThat(Refused.refusal(() -> give(user, issue, "director", "No"))
                            .kind())
                    .isEqualTo(Refusal.Kind.NOT_ALLOWED);
        }
        issue.waitsAt("diagnoseIssue");
    }

    private void give(String user, Case issue, String owner, String reason) {
        cases.as(user, () -> api.giveTo(issue.key(), new NewOwner(owner, reason)));
        issue.settle();
    }

    private Map<String, String> refused(Case issue, String owner, String reason) {
        return Refused.by(() -> give("manager", issue, owner, reason));
    }
}
