package agency.frontline.issue.flow;

import static agency.frontline.issue.flow.Forms.*;
import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.casefile.Promises;
import agency.frontline.casefile.Status;
import agency.frontline.story.Case;
import agency.frontline.story.Cases;
import agency.frontline.story.FlowStory;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@FlowStory
@DisplayName("What we promise a client becomes a dated task of whoever promised it")
class PromisesAreKeptTest {

    @Autowired
    Cases cases;

    @Autowired
    Promises promises;

    @Test
    void theCaseEndsWithItsLastPromise() {
        var issue = promised("The proofs", "planner", 3);
        issue.waitsAt("keepPromise", "doesTheClientAnswer");
        assertThat(issue.task("keepPromise", "planner").getAssignee()).isEqualTo("planner");
        assertThat(issue.lastToClient().text()).contains("The proofs", "Priya Shah");
        issue.clientWrites("Thank you.")
                .does("manager", "confirmResolution", confirmed())
                .waitsAt("keepPromise");
        assertThat(issue.head().status()).isEqualTo(Status.OPEN);
        issue.does("planner", "keepPromise", with(Map.of("promiseOutcome", "KEPT")))
                .endsAs(Status.RESOLVED);
        assertThat(promises.of(issue.key())).singleElement().satisfies(promise -> assertThat(promise.outcome())
                .isEqualTo("KEPT"));
    }

    @Test
    void aBrokenPromiseSaysWhatTheClientWasTold() {
        var issue = promised("The proofs", "manager", 3)
                .refuses("manager", "keepPromise", with(Map.of("promiseOutcome", "BROKEN")), "promiseNote")
                .does(
                        "manager",
                        "keepPromise",
                        with(Map.of("promiseOutcome", "BROKEN", "promiseNote", "I called: a day later")));
        assertThat(promises.of(issue.key()).get(0).note()).isEqualTo("I called: a day later");
    }

    @Test
    void itIsRemindedOfBeforeAndToldOfOnceWhenItIsLate() {
        var issue = promised("The proofs", "planner", 3);
        var due = promises.of(issue.key()).get(0).due();
        assertThat(issue.timer("promiseOverdue")).isEqualTo(due);
        assertThat(issue.timer("promiseDueSoon")).isBefore(due);
        issue.rings("promiseDueSoon").rings("promiseOverdue");
        assertThat(issue.told("planner")).containsExactly("promiseDueSoon", "promiseOverdue");
        assertThat(issue.told("manager")).contains("promiseOverdue");
        issue.after(Duration.ofDays(10));
        assertThat(issue.told("planner")).hasSize(2);
    }

    @Test
    void severalPromisesAreSeveralTasks() {
        var issue = cases.mailFrom("ceo@birch.example", "Plan", "What is next?")
                .does("manager", "diagnoseIssue", diagnosis("QUESTION"));
        var two = promise("A draft", "writer", issue.day(1))
                .append(promise("The budget", "manager", issue.day(2))
                        .elements()
                        .get(0));
        issue.does("manager", "replyToClient", with(reply(), "promises", two));
        assertThat(issue.open("keepPromise")).isEqualTo(2);
        assertThat(promises.of(issue.key())).extracting(Promises.Promise::owner).containsExactly("writer", "manager");
    }

    @Test
    void thePromisesOfALaterReplyComeBesideThoseOfTheFirst() {
        var issue = promised("A draft", "manager", 3)
                .clientWrites("Fine, and the budget?")
                .does("manager", "confirmResolution", with(Map.of("resolution", "STILL_OPEN")));
        issue.does(
                "manager", "replyToClient", with(reply(), "promises", promise("The budget", "manager", issue.day(2))));
        assertThat(issue.open("keepPromise")).isEqualTo(2);
    }

    private Case promised(String what, String who, int days) {
        var issue = cases.mailFrom("ceo@birch.example", "Proofs", "When do we see the proofs?")
                .does("manager", "diagnoseIssue", diagnosis("QUESTION"));
        return issue.does("manager", "replyToClient", with(reply(), "promises", promise(what, who, issue.day(days))));
    }
}
