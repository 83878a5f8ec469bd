package agency.frontline.engine;

import static agency.frontline.engine.Rest.variables;
import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.FrontlineTest;
import agency.frontline.engine.Rest.Answer;
import agency.frontline.story.Case;
import agency.frontline.story.Cases;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@FrontlineTest
@DisplayName("The engine's REST API says whose fault it is and what would do")
class EngineRestTest {

    private static final Map<String, String> DIAGNOSIS = Map.of(
            "issueKind", "QUESTION",
            "reallyNeeds", "To know that the launch date holds",
            "unsaid", "none heard",
            "diagnosis", "The print shop has not confirmed the slot",
            "view", "The date holds, with one proof round less",
            "confidence", "MEDIUM",
            "course", "ANSWER");

    @LocalServerPort
    int port;

    @Autowired
    Cases cases;

    @Autowired
    RuntimeService runtime;

    @Autowired
    RepositoryService repository;

    @Autowired
    HistoryService history;

    Rest manager;
    Case issue;
    String task;

    @Test
    void aFormGetsWhatItOnlyShowsInTheShapeOfStoredVariables() {
        var shown = manager.get("/task/" + task + "/form-variables?deserializeValues=false")
                .body();
        assertThat(shown.path("clientWords").path("value").asText()).contains("Will the posters be there");
        assertThat(shown.path("lessons").path("type").asText()).isEqualTo("Json");
        assertThat(shown.path("lessons").path("value").isTextual()).isTrue();
        assertThat(shown.path("promiseOwners").path("value").asText()).contains("\"value\":\"manager\"");
        assertThat(shown.path("contactName").path("value").asText()).isEqualTo("Charlotte Birch");
        assertThat(manager.get("/task/" + task + "/form-variables?deserializeValues=false&variableNames=subject")
                        .body()
                        .size())
                .as("only what was asked for")
                .isEqualTo(1);
    }

    @BeforeEach
    void anIssueWaitsForItsDiagnosis() {
        manager = Rest.as(port, "manager");
        issue = cases.mailFrom("ceo@birch.example", "The launch", "Will the posters be there on the first?");
        task = issue.task("diagnoseIssue", "manager").getId();
    }

    @ParameterizedTest
    @ValueSource(strings = {"submit-form", "complete"})
    void aRefusedCompletionNamesFieldAndRemedy(String way) {
        var answer = manager.post("/task/" + task + "/" + way, variables(with("view", "")));

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.body().path("type").asText()).isEqualTo("BadInput");
        assertThat(answer.body().path("title").asText()).isEqualTo("Bad input");
        assertThat(fields(answer)).containsExactly("view");
        assertThat(answer.body().path("message").asText())
                .isEqualTo(answer.body().path("detail").asText())
                .startsWith("view: ");
        issue.waitsAt("diagnoseIssue");
    }

    @Test
    void tasklistShowsTheSameSentence() {
        var answer =
                Rest.inTasklist(port, "manager").post("/task/" + task + "/submit-form", variables(with("view", "")));
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.body().path("message").asText()).startsWith("view: ");
        assertThat(fields(answer)).containsExactly("view");
    }

    @ParameterizedTest
    @ValueSource(strings = {"submit-form", "complete"})
    void whatTheFormDoesNotOfferIsRefusedByName(String way) {
        var answer = manager.post(
                "/task/" + task + "/" + way, variables(with(Map.of("owner", "media", "respondBy", "2030-01-01"))));
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(fields(answer)).containsExactly("owner", "respondBy");
        assertThat(issue.variable("owner")).isEqualTo("manager");
    }

    @Test
    void aStartTakesItsFormOnly() {
        var started = manager.post(
                "/process-definition/key/clientIssue/start",
                variables(Map.of(
                        "contact",
                        "ceo@birch.example",
                        "channel",
                        "PHONE",
                        "subject",
                        "x",
                        "clientWords",
                        "y",
                        "owner",
                        "media")));
        assertThat(started.status()).as(started.text()).isEqualTo(400);
        assertThat(fields(started)).containsExactly("owner");
        var submitted = manager.post(
                "/process-definition/key/clientIssue/submit-form",
                variables(Map.of("contact", "ceo@birch.example", "channel", "PHONE", "subject", "x", "tier", "GOLD")));
        assertThat(submitted.status()).as(submitted.text()).isEqualTo(400);
        assertThat(fields(submitted)).containsExactly("tier");
    }

    @Test
    void aStartBringsNoBusinessKey() {
        for (var key : List.of("ISS-2027-99999", "x".repeat(256))) {
            var body = new HashMap<String, Object>(variables(
                    Map.of("contact", "ceo@birch.example", "channel", "PHONE", "subject", "x", "clientWords", "y")));
            body.put("businessKey", key);
            var answer = manager.post("/process-definition/key/clientIssue/submit-form", body);
            assertThat(answer.status()).as(answer.text()).isEqualTo(400);
            assertThat(fields(answer)).containsExactly("businessKey");
        }
    }

    @Test
    void theDoorsBesideTheFormsAreClosed() {
        var instance = issue.head().processInstanceId();
        var value = Map.of("value", "media", "type", "String");
        assertThat(Stream.of(
                        manager.put("/process-instance/" + instance + "/variables/owner", value),
                        manager.post(
                                "/process-instance/" + instance + "/variables",
                                Map.of("modifications", Map.of("owner", value))),
                        manager.put("/task/" + task + "/variables/owner", value),
                        manager.put("/task/" + task + "/localVariables/view", value),
                        manager.post("/task/" + task + "/variables", Map.of("modifications", Map.of("owner", value))),
                        manager.post(
                                "/message",
                                Map.of("messageName", "clientIssue.withdrawn", "processInstanceId", instance)),
                        manager.post(
                                "/process-instance/" + instance + "/modification",
                                Map.of(
                                        "instructions",
                                        List.of(Map.of("type", "cancel", "activityId", "diagnoseIssue")))),
                        manager.post("/execution/" + instance + "/signal", Map.of()),
                        manager.post("/task/" + task + "/bpmnError", Map.of("errorCode", "x")),
                        manager.post(
                                "/process-definition/key/clientIssue/start",
                                Map.of(
                                        "startInstructions",
                                        List.of(Map.of(
                                                "type", "startBeforeActivity", "activityId", "issueResolved"))))))
                .allSatisfy(
                        answer -> assertThat(answer.status()).as(answer.text()).isIn(403, 404));
        assertThat(issue.variable("owner")).isEqualTo("manager");
        issue.waitsAt("diagnoseIssue");
    }

    @Test
    void whoeverMayNotDoATaskLearnsNothingOfItsForm() {
        var stranger =
                Rest.as(port, "manager2").post("/task/" + task + "/complete", variables(Map.of("owner", "media")));
        assertThat(stranger.status()).as(stranger.text()).isIn(403, 404);
        assertThat(stranger.text()).doesNotContain("no such field");
    }

    @Test
    void ofTwoPeopleAtOnceOneWinsAndTheOtherHearsWhoDidIt() throws Exception {
        var barrier = new CyclicBarrier(2);
        var pool = Executors.newFixedThreadPool(2);
        try {
            var answers = Stream.of("manager", "director")
                    .map(user -> pool.submit(() -> {
                        var rest = Rest.as(port, user);
                        rest.get("/task/" + task);
                        barrier.await();
                        return rest.post("/task/" + task + "/submit-form", variables(DIAGNOSIS));
                    }))
                    .toList();
            var first = answers.get(0).get();
            var second = answers.get(1).get();
            assertThat(List.of(first.status(), second.status()))
                    .as(first + " " + second)
                    .containsExactlyInAnyOrder(204, 409);
            var late = first.status() == 409 ? first : second;
            assertThat(late.body().path("message").asText()).contains("already done by");
        } finally {
            pool.shutdownNow();
        }
        issue.waitsAt("replyToClient");
    }

    @ParameterizedTest
    @ValueSource(strings = {"submit-form", "complete", "claim"})
    void whoeverComesLaterHearsWhoDidIt(String way) {
        assertThat(manager.post("/task/" + task + "/submit-form", variables(DIAGNOSIS))
                        .status())
                .isEqualTo(204);
        var body = way.equals("claim") ? Map.of("userId", "director") : variables(DIAGNOSIS);

        var late = Rest.as(port, "director").post("/task/" + task + "/" + way, body);

        assertThat(late.status()).as(late.text()).isEqualTo(409);
        assertThat(late.body().path("detail").asText())
                .startsWith("This task is already done by ")
                .contains("manager");
        var tasklist = Rest.inTasklist(port, "director").post("/task/" + task + "/" + way, body);
        assertThat(tasklist.status()).as(tasklist.text()).isEqualTo(409);
    }

    @Test
    void aStrangerDoesNotHearWhoDidIt() {
        manager.post("/task/" + task + "/submit-form", variables(DIAGNOSIS));
        var late = Rest.as(port, "manager2").post("/task/" + task + "/complete", variables(DIAGNOSIS));
        assertThat(late.status()).as(late.text()).isEqualTo(404);
        assertThat(late.text()).doesNotContain("already done by");
    }

    @ParameterizedTest
    @DisplayName("A deployment on which cases run stays, whoever wants it away (P06)")
    @CsvSource({
        "manager, false, 404",
        "director, true, 404",
        "owner, false, 403",
        "owner, true, 403",
        "admin, false, 404",
        "admin, true, 404"
    })
    void aDeploymentWithRunningCasesStays(String user, boolean cascade, int status) {
        var deployment = repository
                .createProcessDefinitionQuery()
                .processDefinitionId(runtime.createProcessInstanceQuery()
                        .processInstanceId(issue.head().processInstanceId())
                        .singleResult()
                        .getProcessDefinitionId())
                .singleResult()
                .getDeploymentId();

        var answer = Rest.as(port, user).delete("/deployment/" + deployment + "?cascade=" + cascade);

        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        if (status == 403) {
            assertThat(answer.body().path("message").asText())
                    .isEqualTo(
                            "Cases run on this model, and it stays while they do. Move them to another version first.");
        }
        issue.waitsAt("diagnoseIssue");
    }

    @Test
    void textOfAMillionCharactersIsKeptAndOneMoreIsRefused() {
        var longText = "é".repeat(1_000_000);
        var refused = manager.post("/task/" + task + "/submit-form", variables(with("diagnosis", longText + "é")));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(fields(refused)).containsExactly("diagnosis");
        assertThat(refused.body().path("message").asText()).contains("1,000,000", "1,000,001");

        var kept = manager.post("/task/" + task + "/submit-form", variables(with("diagnosis", longText)));
        assertThat(kept.status()).as(kept.text()).isEqualTo(204);
        assertThat(issue.variable("diagnosis")).isEqualTo(longText);
    }

    @Test
    void whatDatabasesChokeOnIsTakenOut() {
        var answer = manager.post(
                "/task/" + task + "/submit-form",
                "{\"variables\":{"
                        + DIAGNOSIS.entrySet().stream()
                                .map(field -> "\"%s\":{\"value\":\"%s\",\"type\":\"String\"}"
                                        .formatted(
                                                field.getKey(),
                                                field.getKey().equals("unsaid")
                                                        ? "\\ufefffear\\u0000 \\ud800 of \\u0007delay"
                                                        : field.getValue()))
                                .reduce((one, two) -> one + "," + two)
                                .orElseThrow()
                        + ",\"disciplines\":{\"value\":\"[\\\"MEDIA\\\\u0000\\\"]\",\"type\":\"Json\"}}}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(204);
        assertThat(issue.variable("unsaid")).isEqualTo("fear \uFFFD of delay");
        assertThat(issue.variable("disciplines")).hasToString("[\"MEDIA\"]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"value\":\"rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcA==\",\"type\":\"Object\",\"valueInfo\":{\"objectTypeName\":\"java.util.HashMap\",\"serializationDataFormat\":\"application/x-java-serialized-object\"}}",
                "{\"value\":\"{}\",\"type\":\"Object\",\"valueInfo\":{\"objectTypeName\":\"javax.script.ScriptEngineManager\",\"serializationDataFormat\":\"application/json\"}}",
                "{\"value\":\"eA==\",\"type\":\"Bytes\"}",
                "{\"value\":\"eA==\",\"type\":\"File\",\"valueInfo\":{\"filename\":\"x.exe\"}}",
                "{\"value\":\"<x/>\",\"type\":\"Xml\"}",
                "{\"value\":\"{\",\"type\":\"Json\"}",
                "{\"value\":\"x\",\"type\":\"String\",\"valueInfo\":{\"transient\":true}}",
                "{\"value\":\"x\",\"type\":\"Integer\"}",
                "{\"value\":{\"a\":1}}",
                "{\"value\":\"x\",\"type\":\"Nonsense\"}"
            })
    void onlyPlainValuesAreTaken(String value) {
        var answer = manager.post("/task/" + task + "/submit-form", "{\"variables\":{\"view\":" + value + "}}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.text()).doesNotContain("org.camunda", "java.lang", "com.fasterxml");
        issue.waitsAt("diagnoseIssue");
    }

    @Test
    void anExpressionInAClientsWordsStaysText() {
        var words = "${1+1} #{execution.id} [[${7*7}]] __${7*7}__ {{7*7}}";
        var literal = cases.mailFrom("ceo@birch.example", words, words);
        assertThat(literal.variable("subject")).isEqualTo(words);
        assertThat(literal.variable("clientWords")).isEqualTo(words);
        literal.does("manager", "diagnoseIssue", new HashMap<>(with("diagnosis", "I think: " + words)));
        assertThat(literal.variable("diagnosis")).isEqualTo("I think: " + words);
        assertThat(literal.variable("view")).isEqualTo(DIAGNOSIS.get("view"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"assigneeExpression", "candidateGroupExpression", "dueAfterExpression"})
    void queriesRunNoExpressions(String parameter) {
        var answer = manager.post("/task", Map.of(parameter, "${''.getClass().forName('java.lang.Runtime')}"));
        assertThat(answer.status()).as(answer.text()).isBetween(400, 403);
        assertThat(answer.text()).doesNotContain("org.camunda", "java.lang.Runtime ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "{\"variables\":7}",
                "{\"nonsense\":true}",
                "{\"variables\":{\"view\":\"x\"}}",
                "{\"variables\":{\"view\":{\"value\":1e400}}}",
                "{\"variables\":{\"view\":{\"value\":[1,2,3]}}}"
            })
    void anUnreadableBodyIsBadInput(String body) {
        var answer = manager.post("/task/" + task + "/submit-form", body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.text()).doesNotContain("org.camunda", "fasterxml", "java.");
    }

    @Test
    @DisplayName("a body without a bottom is bad input (D10)")
    void aBottomlessBodyIsBadInput() {
        var deep = "[".repeat(10_000) + "]".repeat(10_000);

        var answer =
                manager.post("/task/" + task + "/submit-form", "{\"variables\":{\"view\":{\"value\":" + deep + "}}}");

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        issue.waitsAt("diagnoseIssue");
    }

    @Test
    void aTaskThatNeverWasIsNotFound() {
        assertThat(manager.post("/task/no-such-task/complete", Map.of()).status())
                .isEqualTo(404);
        assertThat(manager.get("/task/no-such-task").status()).isEqualTo(404);
        assertThat(manager.get("/no-such-resource").status()).isEqualTo(404);
    }

    @Test
    void whatIsTooLongForItsPlaceIsBadInput() {
        var long6000 = "x".repeat(6000);
        var answer = manager.post("/task/" + task + "/comment/create", Map.of("message", long6000));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(manager.get("/task/" + task + "/comment").text())
                .as("a remark of any length is kept whole (D08)")
                .contains(long6000);
        var filter = Rest.as(port, "admin")
                .post("/filter/create", Map.of("resourceType", "Task", "name", "x".repeat(300), "query", Map.of()));
        assertThat(filter.status()).as(filter.text()).isIn(400, 403);
    }

    private static Map<String, Object> with(String field, String value) {
        return with(Map.of(field, value));
    }

    private static Map<String, Object> with(Map<String, String> changes) {
        var form = new HashMap<String, Object>(DIAGNOSIS);
        form.putAll(changes);
        return form;
    }

    private static List<String> fields(Answer answer) {
        return StreamSupport.stream(answer.body().path("errors").spliterator(), false)
                .map(error -> error.path("field").asText())
                .toList();
    }
}
