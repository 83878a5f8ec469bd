package agency.frontline.desk;

import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.story.Cases;
import agency.frontline.story.FlowStory;
import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@FlowStory
@DisplayName("Pages say where one is and where one can go, and say no like people do")
class PagesTest {

    @Autowired
    Cases cases;

    @Autowired
    TaskService tasks;

    @LocalServerPort
    int port;

    @Test
    void whoHasJustStartedItReadsWhatItIsAndHowToLogIn() {
        var home = new Visitor(port, "").opens("/");

        assertThat(home.statusCode()).isEqualTo(200);
        assertThat(home.body())
                .contains("lang=\"en\"", "Skip to the content", "This is a demo")
                .contains("/camunda/app/tasklist/", "/demo/mail", "/swagger-ui.html")
                .contains("<code>manager</code>", "<code>auditor</code>", "Log in");
    }

    @ParameterizedTest
    @CsvSource({
        "manager, 'Cases;Log an issue;Tasklist', 'Cockpit;Admin'",
        "planner, 'Cases;Log an issue;Tasklist', 'Cockpit;Admin'",
        "auditor, 'Cases;Cockpit', 'Log an issue;Tasklist;Admin'",
        "owner, 'Cockpit', 'Cases;Log an issue;Tasklist;Admin'",
        "admin, 'Admin', 'Cases;Log an issue;Tasklist;Cockpit'"
    })
    void theNavigationIsTheReadersOwn(String user, String offered, String not) {
        var page = new Visitor(port, user).opens("/").body();
        var navigation = page.substring(page.indexOf("<nav"), page.indexOf("</nav>"));

        assertThat(navigation).contains(named(offered)).doesNotContain(named(not));
        assertThat(page).contains("action=\"/logout\"");
    }

    @Test
    void aBrowserGetsAPageAndAProgramAProblem() {
        var manager = new Visitor(port, "manager");

        var page = manager.opens("/nowhere");
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("<h1>Not found</h1>", "Skip to the content");

        var problem = manager.asks("/api/nowhere");
        assertThat(problem.statusCode()).isEqualTo(404);
        assertThat(problem.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(problem.body()).contains("\"title\":\"Not found\"", "\"errors\":[]");
    }

    @Test
    void aRoleThatMayNotIsToldSoOnAPage() {
        var page = new Visitor(port, "auditor").opens("/issues/new");

        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains("<h1>Not for your role</h1>");
    }

    @Test
    void theTabInTasklistIsAnsweredInTheSessionOfTasklistOnly() {
        var issue = cases.mailFrom("ceo@birch.example", "The launch", "Will the posters be there?");
        var task = issue.task("diagnoseIssue", "manager").getId();

        assertThat(new Visitor(port, "")
                        .asks("/camunda/api/frontline/cases/by-task/" + task)
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void everyCallOfOursIsDescribedAndTheEnginesBesideIt() {
        var owner = new Visitor(port, "owner");

        assertThat(owner.asks("/v3/api-docs").body())
                .contains("/api/cases/{key}", "/api/cases", "/api/clients/{code}", "/api/cases/{businessKey}/contacts")
                .doesNotContain("/cases/{key}/diagram", "/camunda/api");
        assertThat(owner.asks("/v3/api-docs/engine-rest").body())
                .contains("\"servers\":[{\"url\":\"/engine-rest\"}]", "/process-instance");
        for (var closed : List.of("/v3/api-docs", "/v3/api-docs/engine-rest", "/swagger-ui/index.html")) {
            assertThat(new Visitor(port, "").asks(closed).statusCode())
                    .as(closed)
                    .isIn(302, 401);
        }
    }

    private static String[] named(String places) {
        return List.of(places.split(";")).stream().map(name -> ">" + name + "<").toArray(String[]::new);
    }
}
