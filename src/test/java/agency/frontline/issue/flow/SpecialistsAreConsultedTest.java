package agency.frontline.issue.flow;

import static agency.frontline.issue.flow.Forms.*;
import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.story.Case;
import agency.frontline.story.Cases;
import agency.frontline.story.FlowStory;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@FlowStory
@DisplayName("The account manager brings in specialists without handing the client off")
class SpecialistsAreConsultedTest {

    @Autowired
    Cases cases;

    @Autowired
    ProcessEngine engine;

    @Test
    void twoDisciplinesAreAskedAtOnceAndBothAreInBeforeTheAnswer() {
        var issue = diagnosed(consult("PROBLEM", "media-specialists", "producers"));
        assertThat(issue.lastToClient().purpose()).isEqualTo("sendFirstView");
        assertThat(issue.lastToClient().text()).contains("I think the date holds");
        assertThat(issue.deadline("firstResponse").metAt()).isNotNull();
        assertThat(issue.open("giveOpinion")).isEqualTo(2);
        assertThat(issue.told("media")).containsExactly("opinionAsked");
        assertThat(issue.told("producer")).containsExactly("opinionAsked");

        issue.does("media", "giveOpinion", opinion("REFINES"))
                .isNotWaitingAt("replyToClient")
                .does("producer", "giveOpinion", opinion("CORRECTS"))
                .waitsAt("replyToClient");
        assertThat(issue.variable("diagnosis")).isEqualTo("The print shop has not confirmed the slot");
        assertThat(issue.variable("opinions").toString())
                .contains("\"group\":\"media-specialists\"", "\"user\":\"media\"", "CORRECTS", "Book it today");
        assertThat(issue.fact("told_before_referral")).isEqualTo(true);
    }

    @Test
    void onlyTheGroupThatWasAskedIsOfferedTheTask() {
        var issue = diagnosed(consult("QUESTION", "writers"));
        var task = issue.task("giveOpinion", "writer");
        assertThat(offered("writer")).contains(task.getId());
        assertThat(offered("planner")).doesNotContain(task.getId());
    }

    private List<String> offered(String user) {
        var groups = engine.getIdentityService().createGroupQuery().groupMember(user).list().stream()
                .map(Group::getId)
                .toList();
        return engine.getTaskService().createTaskQuery().taskCandidateGroupIn(groups).unlimitedList().stream()
                .map(Task::getId)
                .toList();
    }

    @Test
    void aClientWhoWasToldByPhoneGetsNoMailAndHasBeenAnswered() {
        var issue = diagnosed(with(consult("QUESTION", "planners"), "alreadyTold", true));
        assertThat(issue.lastToClient().purpose()).isEqualTo("acknowledgeIssue");
        assertThat(issue.deadline("firstResponse").metAt()).isNotNull();
        assertThat(issue.messages())
                .anySatisfy(message -> assertThat(message.text()).startsWith("I think the date holds"));
        issue.waitsAt("giveOpinion");
    }

    @Test
    void anUnclearHandOverGoesBackAndReturnsToTheSameSpecialist() {
        var issue = diagnosed(consult("QUESTION", "planners", "writers"))
                .does(
                        "planner",
                        "giveOpinion",
                        with(opinion("UNCLEAR"), "finding", "Which slot?", "recommendation", null))
                .waitsAt("clarifyHandOver", "giveOpinion");
        issue.refuses("manager", "clarifyHandOver", with(java.util.Map.of()), "clarification");
        issue.does("manager", "clarifyHandOver", with(java.util.Map.of("clarification", "The one in May")));
        assertThat(issue.open("giveOpinion")).isEqualTo(2);
        var planners = issue.task("giveOpinion", "planner");
        assertThat(engine.getTaskService().getVariable(planners.getId(), "clarification"))
                .isEqualTo("The one in May");
        var writers = issue.task("giveOpinion", "writer");
        assertThat(engine.getTaskService().getVariable(writers.getId(), "clarification"))
                .as("what was made clear to one is not said to the other")
                .isNull();
        issue.does("planner", "giveOpinion", opinion("CONFIRMS"))
                .does("writer", "giveOpinion", opinion("CONFIRMS"))
                .waitsAt("replyToClient");
        assertThat(jdbc.sql("select verdict from fl_opinion where business_key = :key order by id")
                        .param("key", issue.key())
                        .query(String.class)
                        .list())
                .containsExactly("UNCLEAR", "CONFIRMS", "CONFIRMS");
    }

    @Autowired
    JdbcClient jdbc;

    @Test
    void aLateOpinionIsRemindedOfOnce() {
        var issue = diagnosed(consult("QUESTION", "planners")).rings("opinionOverdue");
        assertThat(issue.told("planner")).containsExactly("opinionAsked", "opinionOverdue");
        assertThat(issue.told("manager")).contains("opinionOverdue");
        assertThat(issue.timer("opinionOverdue")).isNull();
        issue.waitsAt("giveOpinion");
    }

    @Test
    void twoSpecialistsMayFinishAtTheSameMoment() throws Exception {
        var issue = diagnosed(consult("QUESTION", "planners", "writers"));
        issue.task("giveOpinion", "planner");
        issue.task("giveOpinion", "writer");
        var barrier = new CyclicBarrier(2);
        var both = Stream.of("planner", "writer")
                .map(who -> CompletableFuture.runAsync(() -> {
                    try {
                        barrier.await();
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                    issue.submit(who, "giveOpinion", opinion("CONFIRMS"));
                }))
                .toList();
        for (var one : both) {
            one.get(60, TimeUnit.SECONDS);
        }
        issue.settle().waitsAt("replyToClient");
        assertThat(issue.variable("opinions").toString()).contains("planners", "writers");
    }

    private Case diagnosed(java.util.Map<String, Object> form) {
        return cases.mailFrom("ceo@birch.example", "The launch", "Will the posters be there on the first?")
                .does("manager", "diagnoseIssue", form);
    }
}
