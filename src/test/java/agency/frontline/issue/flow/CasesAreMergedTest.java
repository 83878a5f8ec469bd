package agency.frontline.issue.flow;

import static agency.frontline.issue.flow.Forms.*;
import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.audit.CaseStories;
import agency.frontline.audit.CaseStory.Related;
import agency.frontline.casefile.Message;
import agency.frontline.casefile.Promises;
import agency.frontline.casefile.Status;
import agency.frontline.issue.flow.IssueApi.Merge;
import agency.frontline.mail.OutgoingMail;
import agency.frontline.story.Case;
import agency.frontline.story.Cases;
import agency.frontline.story.FlowStory;
import agency.frontline.story.Refused;
import agency.frontline.text.Mailbox;
import agency.frontline.text.Refusal;
import java.time.Duration;
import java.util.Date;
import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@FlowStory
@DisplayName("F19: two cases about the same thing become one, and nothing said or promised gets lost")
class CasesAreMergedTest {

    @Autowired
    Cases cases;

    @Autowired
    IssueApi api;

    @Autowired
    Promises promises;

    @Autowired
    CaseStories stories;

    @Test
    void bothHistoriesAllContactsOpenPromisesAndOneOwnerStay() {
        var first = answered("marketing@birch.example", "Posters", "Are the posters printed?");
        var survivor = cases.mailFrom("ceo@birch.example", "The launch", "Will the posters be there on the first?");
        merge("manager", first, survivor);

        first.endsAs(Status.MERGED);
        assertThat(survivor.messages())
                .extracting(Message::text)
                .contains("Are the posters printed?", "Will the posters be there on the first?");
        assertThat(survivor.shown("manager", "diagnoseIssue", "clientWords"))
                .asString()
                .contains("Are the posters printed?", "Will the posters be there on the first?");
        assertThat(promises.of(survivor.key()))
                .extracting(Promises.Promise::what)
                .containsExactly("A list");
        assertThat(survivor.task("keepPromise", "manager").getAssignee()).isEqualTo("manager");
        assertThat(survivor.head().owner()).isEqualTo("manager");

        survivor.does("manager", "diagnoseIssue", diagnosis("QUESTION")).does("manager", "replyToClient", reply());
        assertThat(survivor.lastToClient().to())
                .extracting(Mailbox::address)
                .containsExactly("ceo@birch.example", "marketing@birch.example");
        assertThat(stories.of(first.head()).related())
                .extracting(Related::businessKey, Related::how)
                .containsExactly(Tuple.tuple(survivor.key(), Related.How.MERGED_INTO));
        assertThat(stories.of(survivor.head()).related())
                .extracting(Related::businessKey, Related::how)
                .containsExactly(Tuple.tuple(first.key(), Related.How.MERGED_HERE));
    }

    @Test
    void theCaseEndsWithThePromiseThatCameAlong() {
        var first = answered("marketing@birch.example", "Posters", "Are the posters printed?");
        var survivor = cases.mailFrom("ceo@birch.example", "The launch", "Will the posters be there on the first?");
        merge("manager", first, survivor);
        survivor.does("manager", "diagnoseIssue", diagnosis("QUESTION"))
                .does("manager", "replyToClient", reply())
                .clientWrites("Fine.")
                .does("manager", "confirmResolution", confirmed())
                .waitsAt("keepPromise")
                .does("manager", "keepPromise", with(Map.of("promiseOutcome", "KEPT")))
                .endsAs(Status.RESOLVED);
        assertThat(promises.of(survivor.key())).singleElement().satisfies(promise -> assertThat(promise.outcome())
                .isEqualTo("KEPT"));
    }

    @Test
    void anAnswerToEitherThreadFindsTheSurvivorAlsoThroughAChain() {
        var first = cases.mailFrom("marketing@birch.example", "Posters", "Are the posters printed?");
        var second = cases.mailFrom("marketing@birch.example", "Posters again", "Hello?");
        var survivor = cases.mailFrom("ceo@birch.example", "The launch", "Will the posters be there on the first?");
        merge("manager", first, second);
        merge("manager", second, survivor);

        assertThat(cases.answerTo(first, "I asked that before.")).isEqualTo(survivor.key());
        assertThat(survivor.shown("manager", "diagnoseIssue", "clientWords"))
                .asString()
                .contains("I asked that before.", "Hello?", "Are the posters printed?");
    }

    @Test
    void theEarlierDateCounts() {
        var first = cases.mailFrom("marketing@birch.example", "Posters", "Are the posters printed?");
        var due = first.deadline("firstResponse").due();
        ClockUtil.setCurrentTime(Date.from(cases.now().plus(Duration.ofHours(1))));
        var survivor = cases.mailFrom("ceo@birch.example", "The launch", "Will the posters be there on the first?");
        assertThat(survivor.deadline("firstResponse").due()).isAfter(due);
        merge("manager", first, survivor);
        assertThat(survivor.deadline("firstResponse").due()).isEqualTo(due);
        assertThat(survivor.deadline("firstResponse").why()).contains(first.key());
        assertThat(survivor.timer("firstResponseOverdue")).isEqualTo(due);
        assertThat(survivor.task("diagnoseIssue", "manager").getDueDate().toInstant())
                .isEqualTo(due);
    }

    @Test
    void wordsNobodyHasAnsweredWakeACaseThatWaits() {
        var survivor = answered("ceo@birch.example", "The launch", "Will the posters be there?");
        var second = cases.mailFrom("marketing@birch.example", "Posters", "Are the posters printed?");
        merge("manager", second, survivor);
        survivor.waitsAt("confirmResolution");
    }

    @Test
    void onlyOpenCasesOfOneClientAreMergedByWhoeverIsInCharge() {
        var one = cases.mailFrom("ceo@birch.example", "One", "First");
        var two = cases.mailFrom("ceo@birch.example", "Two", "Second");
        var others = cases.mailFrom("marketing@cedar.example", "Trzy", "Trzecie");
        assertThat(Refused.by(() -> merge("manager", one, one))).containsOnlyKeys("into");
        assertThat(Refused.by(() -> merge("manager", one, others))).containsOnlyKeys("into");
        assertThat(Refused.by(() -> cases.as("manager", () -> api.merge(one.key(), new Merge("ISS-1999-00001", " ")))))
                .containsOnlyKeys("into", "reason");
        assertThat(Refused.refusal(() -> merge("manager2", one, two)).kind()).isEqualTo(Refusal.Kind.NOT_FOUND);
        assertThat(Refused.refusal(() -> merge("planner", one, two)).kind()).isEqualTo(Refusal.Kind.NOT_ALLOWED);
        merge("manager", one, two);
        assertThat(Refused.refusal(() -> merge("manager", one, two)).kind()).isEqualTo(Refusal.Kind.TOO_LATE);
        assertThat(one.toClient()).extracting(OutgoingMail::purpose).containsExactly("acknowledgeIssue");
    }

    private Case answered(String address, String subject, String words) {
        var issue = cases.mailFrom(address, subject, words).does("manager", "diagnoseIssue", diagnosis("QUESTION"));
        return issue.does(
                "manager", "replyToClient", with(reply(), "promises", promise("A list", "manager", issue.day(5))));
    }

    private void merge(String user, Case merged, Case survivor) {
        cases.as(user, () -> api.merge(merged.key(), new Merge(survivor.key(), "They ask about the same posters")));
        survivor.settle();
    }
}
