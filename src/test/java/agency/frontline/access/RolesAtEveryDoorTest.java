package agency.frontline.access;

import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.FrontlineTest;
import agency.frontline.story.Case;
import agency.frontline.story.Cases;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@FrontlineTest
@DisplayName("Every role at every door: what it may, and how it is told what it may not")
class RolesAtEveryDoorTest {

    private static final Set<String> OPEN = Set.of("/", "/login", "/error", "/pulse/x", "/plan-check/x");

    @LocalServerPort
    int port;

    @Autowired
    Cases cases;

    @Autowired
    TaskService tasks;

    @Autowired
    @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings;

    /** A Monday that no story uses, for there are more tests here than years for stories of their own. */
    @BeforeEach
    void itIsMonday() {
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2025-02-03T09:30:00Z")));
    }

    @AfterEach
    void itIsToday() {
        ClockUtil.reset();
    }

    @Test
    void withoutALoginOnlyTheDoorstepIsOpen() {
        var stranger = Browser.at(port);
        for (var open :
                List.of("/", "/login", "/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness")) {
            assertThat(stranger.get(open).statusCode()).as(open).isIn(200, 404);
        }
        assertThat(stranger.get("/actuator/health").body()).doesNotContain("components", "details");
        for (var rest : List.of(
                "/engine-rest",
                "/engine-rest/engine",
                "/engine-rest/version",
                "/engine-rest/task",
                "/engine-rest/engine/default/task",
                "/engine-rest/no-such-thing",
                "/api/clients",
                "/api/no-such-thing")) {
            var answer = stranger.get(rest);
            assertThat(answer.statusCode()).as(rest).isEqualTo(401);
            assertThat(answer.headers().firstValue("WWW-Authenticate").orElse(""))
                    .as(rest)
                    .startsWith("Basic realm=\"Frontline\"");
        }
        for (var page : List.of(
                "/cases",
                "/issues/new",
                "/swagger-ui.html",
                "/swagger-ui/index.html",
                "/v3/api-docs",
                "/demo/mail",
                "/actuator",
                "/actuator/env",
                "/h2-console")) {
            assertThat(stranger.get(page).statusCode()).as(page).isEqualTo(302);
        }
        for (var webapp : List.of(
                "/camunda/api/engine/engine/default/task",
                "/camunda/api/cockpit/plugin/base/default/process-instance",
                "/camunda/api/frontline/anything",
                "/camunda/api/engine/engine/default/user")) {
            assertThat(stranger.get(webapp).statusCode()).as(webapp).isEqualTo(401);
        }
        assertThat(stranger.get("/camunda/app/tasklist/").statusCode()).isIn(200, 302);
    }

    @Test
    void everyMappedPathOfOursWantsALogin() {
        var stranger = Browser.at(port);
        var asked = new TreeSet<String>();
        mappings.getHandlerMethods().keySet().forEach(mapping -> {
            var methods = mapping.getMethodsCondition().getMethods();
            for (var pattern : mapping.getPatternValues()) {
                var path = pattern.replaceAll("\\{[^}]*}", "x");
                if (!OPEN.contains(path)) {
                    var method = methods.isEmpty()
                            ? "GET"
                            : methods.iterator().next().name();
                    var status = stranger.send(method, path, null).statusCode();
                    assertThat(status).as(method + " " + path).isIn(401, 302, 403);
                    asked.add(path);
                }
            }
        });
        assertThat(asked).contains("/api/clients", "/api/clients/x/health", "/api/cases/x/withdrawal");
    }

    /** Camunda's page for making a first administrator would be open to everybody while there is none. */
    @Test
    void nobodyMakesThemselvesAnAdministrator() {
        var browser = Browser.at(port);
        browser.get("/camunda/app/admin/");
        var answer = browser.json(
                "POST",
                "/camunda/api/admin/setup/default/user/create",
                "{\"profile\":{\"id\":\"eve\"},\"credentials\":{\"password\":\"eve\"}}",
                "X-XSRF-TOKEN",
                browser.cookie("XSRF-TOKEN").orElseThrow());

        assertThat(answer.statusCode()).isIn(401, 403);
    }

    @Test
    void anotherClientsCaseDoesNotExist() {
        var issue = opened("Doors: hidden");
        var task = task(issue);
        var instance = issue.head().processInstanceId();
        var other = rest("manager2");

        for (var path : List.of(
                "/engine-rest/task/" + task,
                "/engine-rest/task/" + task + "/form-variables",
                "/engine-rest/task/" + task + "/variables",
                "/engine-rest/task/" + task + "/comment",
                "/engine-rest/process-instance/" + instance,
                "/engine-rest/process-instance/" + instance + "/variables",
                "/engine-rest/history/process-instance/" + instance,
                "/api/clients/BIRCH",
                "/api/clients/BIRCH/health")) {
            assertThat(other.get(path).statusCode()).as(path).isEqualTo(404);
            assertThat(rest("manager").get(path).statusCode()).as(path).isEqualTo(200);
        }
        assertThat(other.json("POST", "/engine-rest/task/" + task + "/complete", "{}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(other.json("POST", "/engine-rest/task/" + task + "/claim", "{\"userId\":\"manager2\"}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(other.json("POST", "/api/cases/" + issue.key() + "/withdrawal", "{\"reason\":\"x\"}")
                        .statusCode())
                .isEqualTo(404);
        for (var list : List.of(
                "/engine-rest/task?processInstanceId=" + instance,
                "/engine-rest/process-instance?processInstanceIds=" + instance,
                "/engine-rest/variable-instance?processInstanceIdIn=" + instance,
                "/engine-rest/history/task?processInstanceId=" + instance,
                "/engine-rest/history/variable-instance?processInstanceId=" + instance,
                "/engine-rest/history/detail?processInstanceId=" + instance,
                "/engine-rest/history/activity-instance?processInstanceId=" + instance,
                "/engine-rest/history/user-operation?processInstanceId=" + instance,
                "/engine-rest/history/decision-instance?processInstanceId=" + instance,
                "/engine-rest/incident?processInstanceId=" + instance)) {
            assertThat(Browser.tree(other.get(list))).as(list).isEmpty();
        }
        assertThat(Browser.tree(rest("manager").get("/engine-rest/task?processInstanceId=" + instance)))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "manager, 403",
        "manager2, 404",
        "director, 403",
        "planner, 404",
        "owner, 404",
        "auditor, 403",
        "admin, 404",
        "intake, 403"
    })
    void nobodyChangesATaskBesidesDoingIt(String user, int expected) {
        var issue = opened("Doors: a task of its own");
        var task = "/engine-rest/task/" + task(issue);
        var by = rest(user);

        assertThat(by.json("POST", task + "/assignee", "{\"userId\":\"writer\"}")
                        .statusCode())
                .isIn(expected, 403);
        assertThat(by.json("POST", task + "/delegate", "{\"userId\":\"writer\"}")
                        .statusCode())
                .isIn(expected, 403);
        assertThat(by.json("PUT", task, "{\"name\":\"x\"}").statusCode()).isIn(expected, 403);
        assertThat(by.json("PUT", task + "/variables/owner", "{\"value\":\"x\",\"type\":\"String\"}")
                        .statusCode())
                .isIn(expected, 403);
        assertThat(by.send("DELETE", task, null).statusCode()).isIn(expected, 403, 500);
        var instance = "/engine-rest/process-instance/" + issue.head().processInstanceId();
        assertThat(by.send("DELETE", instance, null).statusCode()).isIn(expected, 403);
        assertThat(by.json("PUT", instance + "/suspended", "{\"suspended\":true}")
                        .statusCode())
                .isIn(expected, 403);
        assertThat(by.json(
                                "POST",
                                instance + "/modification",
                                "{\"instructions\":[{\"type\":\"startBeforeActivity\",\"activityId\":\"captureLesson\"}]}")
                        .statusCode())
                .isIn(expected, 403);
        assertThat(by.json(
                                "POST",
                                "/engine-rest/message",
                                "{\"messageName\":\"clientIssue.withdrawn\",\"businessKey\":\"" + issue.key() + "\"}")
                        .statusCode())
                .isEqualTo(403);
        issue.waitsAt("diagnoseIssue");
    }

    @ParameterizedTest
    @MethodSource("everyWrite")
    void anAuditorChangesNothing(String write) {
        var method = write.split(" ")[0];
        var answer = rest("auditor").json(method, write.split(" ")[1], "{}");

        assertThat(answer.statusCode()).isEqualTo(403);
        if (write.contains("/api/") || write.contains("/engine-rest/")) {
            assertThat(answer.body()).contains("Auditors read everything and change nothing.");
        }
    }

    static Stream<String> everyWrite() {
        return Stream.of(
                "POST /engine-rest/process-definition/key/clientIssue/start",
                "POST /engine-rest/process-definition/key/clientIssue/submit-form",
                "POST /engine-rest/task",
                "POST /engine-rest/task/x/complete",
                "POST /engine-rest/task/x/comment/create",
                "POST /engine-rest/deployment/create",
                "DELETE /engine-rest/deployment/x",
                "PUT /engine-rest/job/x/retries",
                "POST /engine-rest/message",
                "POST /engine-rest/filter/create",
                "PUT /engine-rest/user/auditor/profile",
                "POST /engine-rest/authorization/create",
                "DELETE /engine-rest/history/process-instance/x",
                "PUT /api/clients/BIRCH",
                "POST /api/clients/import",
                "POST /api/client-messages",
                "POST /api/cases/x/contacts",
                "POST /api/cases/x/owner",
                "POST /api/cases/x/withdrawal",
                "POST /api/demo/clock",
                "PATCH /api/anything",
                "POST /issues/new",
                "POST /anything");
    }

    @Test
    void anAuditorReadsEverything() {
        var issue = opened("Doors: audited");
        var instance = issue.head().processInstanceId();
        var auditor = rest("auditor");
        for (var path : List.of(
                "/engine-rest/task/" + task(issue),
                "/engine-rest/process-instance/" + instance + "/variables",
                "/engine-rest/history/process-instance/" + instance,
                "/api/clients",
                "/api/clients/MAPLE",
                "/api/clients/MAPLE/health")) {
            assertThat(auditor.get(path).statusCode()).as(path).isEqualTo(200);
        }
        assertThat(Browser.tree(auditor.get("/engine-rest/history/variable-instance?processInstanceId=" + instance)))
                .isNotEmpty();

        var cockpit = Browser.at(port);
        cockpit.loggedIn("auditor");
        cockpit.get("/camunda/app/cockpit/default/");
        var token = cockpit.cookie("XSRF-TOKEN").orElseThrow();
        assertThat(cockpit.json(
                                "POST",
                                "/camunda/api/engine/engine/default/process-instance/count",
                                "{}",
                                "X-XSRF-TOKEN",
                                token)
                        .statusCode())
                .isEqualTo(200);
        assertThat(cockpit.json(
                                "POST",
                                "/camunda/api/engine/engine/default/task/" + task(issue) + "/complete",
                                "{}",
                                "X-XSRF-TOKEN",
                                token)
                        .statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"manager", "director", "planner", "auditor", "intake", "admin"})
    void onlyProcessOwnersDeploy(String user) {
        assertThat(deploy(user, "notTheirs", "").statusCode()).isEqualTo(403);
    }

    @Test
    void aProcessOwnerDeploysAndSeesNoClientsData() {
        var issue = opened("Doors: an owner looks");
        var instance = issue.head().processInstanceId();
        var owner = rest("owner");

        assertThat(deploy("owner", "ownersOwn", "").statusCode()).isEqualTo(200);
        assertThat(deploy(
                                "owner",
                                "ownersBad",
                                "<bpmn:scriptTask id=\"s\" scriptFormat=\"js\"><bpmn:script>1</bpmn:script></bpmn:scriptTask>")
                        .statusCode())
                .isEqualTo(400);
        assertThat(owner.get("/engine-rest/process-instance/" + instance).statusCode())
                .isEqualTo(200);
        assertThat(owner.get("/engine-rest/process-instance/" + instance + "/variables")
                        .statusCode())
                .isEqualTo(403);
        assertThat(owner.get("/engine-rest/process-instance/" + instance + "/variables/clientWords")
                        .statusCode())
                .isEqualTo(403);
        assertThat(owner.get("/engine-rest/task/" + task(issue)).statusCode()).isEqualTo(404);
        for (var list : List.of(
                "/engine-rest/task",
                "/engine-rest/variable-instance",
                "/engine-rest/history/variable-instance",
                "/engine-rest/history/detail",
                "/engine-rest/history/task")) {
            assertThat(Browser.tree(owner.get(list))).as(list).isEmpty();
        }
        assertThat(owner.json("POST", "/engine-rest/process-definition/key/clientIssue/start", "{}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(Browser.tree(owner.get("/api/clients"))).isEmpty();
    }

    @Test
    void intakePostsMessagesAndNothingElse() {
        var intake = rest("intake");
        for (var path : List.of(
                "/engine-rest/task",
                "/engine-rest/version",
                "/api/clients",
                "/api/clients/BIRCH/health",
                "/api/cases/x/withdrawal")) {
            assertThat(intake.get(path).statusCode()).as(path).isEqualTo(403);
        }
        for (var user : List.of("manager", "director", "planner", "owner", "admin")) {
            assertThat(rest(user).json("POST", "/api/client-messages", "{}").statusCode())
                    .as(user)
                    .isEqualTo(403);
        }
    }

    @Test
    void anAdministratorKeepsUsersAndSeesNoCase() {
        var issue = opened("Doors: not for admins");
        var admin = rest("admin");

        assertThat(admin.get("/engine-rest/user").statusCode()).isEqualTo(200);
        assertThat(Browser.tree(admin.get("/engine-rest/tenant"))).isNotEmpty();
        assertThat(Browser.tree(admin.get("/engine-rest/task"))).isEmpty();
        assertThat(Browser.tree(admin.get("/engine-rest/process-instance"))).isEmpty();
        assertThat(Browser.tree(admin.get("/engine-rest/history/variable-instance")))
                .isEmpty();
        assertThat(admin.get("/engine-rest/task/" + task(issue)).statusCode()).isEqualTo(404);
        assertThat(rest("manager")
                        .json("POST", "/engine-rest/user/create", "{}")
                        .statusCode())
                .isIn(400, 403);
        assertThat(rest("director").json("POST", "/api/demo/clock", "{}").statusCode())
                .isEqualTo(403);
    }

    @Test
    void noExpressionRunsInAQuery() {
        var answer = rest("manager")
                .json("POST", "/engine-rest/task", "{\"assigneeExpression\":\"${''.getClass().getName()}\"}");

        assertThat(answer.statusCode()).isBetween(400, 403);
        assertThat(answer.body()).contains("xpressions").doesNotContain("java.lang.String");
    }

    @Test
    void noJavaObjectComesInAsAVariable() {
        var answer = rest("manager")
                .json(
                        "POST",
                        "/engine-rest/process-definition/key/clientIssue/start",
                        """
                        {"variables":{"subject":{"type":"Object","value":"rO0ABXNyAA==","valueInfo":
                        {"objectTypeName":"java.util.ArrayList","serializationDataFormat":"application/x-java-serialized-object"}}}}
                        """);

        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @Test
    void anErrorTellsNothingOfTheInside() {
        for (var user : List.of("manager", "auditor")) {
            for (var path :
                    List.of("/no/such/page", "/api/no-such-thing", "/engine-rest/task/x/form", "/camunda/no-such")) {
                assertThat(rest(user).get(path).body())
                        .doesNotContain("at org.", "at agency.", "Exception:", "SELECT ");
            }
        }
    }

    private HttpResult deploy(String user, String key, String inside) {
        var model =
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="d" targetNamespace="http://frontline.example">
                  <bpmn:process id="%s" isExecutable="true" camunda:historyTimeToLive="P1D" camunda:versionTag="1">
                    <bpmn:startEvent id="begun"/>%s
                  </bpmn:process>
                </bpmn:definitions>
                """
                        .formatted(key, inside);
        var boundary = "----frontline";
        var body = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"deployment-name\"\r\n\r\n" + key
                + "\r\n--"
                + boundary + "\r\nContent-Disposition: form-data; name=\"data\"; filename=\"" + key + ".bpmn\"\r\n"
                + "Content-Type: application/octet-stream\r\n\r\n" + model + "\r\n--" + boundary + "--\r\n";
        var answer = rest(user)
                .send(
                        "POST",
                        "/engine-rest/deployment/create",
                        body,
                        "Content-Type",
                        "multipart/form-data; boundary=" + boundary);
        return new HttpResult(answer.statusCode(), answer.body());
    }

    private record HttpResult(int statusCode, String body) {}

    private Browser rest(String user) {
        return Browser.basic(port, user);
    }

    private Case opened(String subject) {
        return cases.mailFrom("ceo@birch.example", subject, "Will it be there on the first?");
    }

    private String task(Case issue) {
        return tasks.createTaskQuery()
                .processInstanceId(issue.head().processInstanceId())
                .singleResult()
                .getId();
    }
}
