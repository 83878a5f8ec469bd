package agency.frontline.desk;

import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.story.Cases;
import agency.frontline.story.FlowStory;
import jakarta.servlet.RequestDispatcher;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.servlet.ModelAndView;

@FlowStory
@DisplayName("Pages say where one is and where one can go, and say no like people do")
class PagesTest {

    @Autowired
    Cases cases;

    @Autowired
    ErrorPages errors;

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
        "owner, 'Cockpit;What is stuck', 'Cases;Log an issue;Tasklist;Admin'",
        "admin, 'Admin;What is stuck', 'Cases;Log an issue;Tasklist;Cockpit'"
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
    void theTabInTasklistIsAnsweredInTheSessionOfWhoeverHasTheTask() {
        var issue = cases.mailFrom("ceo@birch.example", "The launch", "Will the posters be <b>there</b>?");
        var path = "/camunda/api/frontline/cases/by-task/"
                + issue.task("diagnoseIssue", "manager").getId();

        assertThat(new Visitor(port, "").asks(path).statusCode()).isEqualTo(401);
        assertThat(inSession("planner").asks(path).statusCode()).isEqualTo(404);
        assertThat(inSession("owner").asks(path).statusCode()).isEqualTo(404);
        var tab = inSession("manager").asks(path);
        assertThat(tab.statusCode()).isEqualTo(200);
        assertThat(tab.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
        assertThat(tab.body())
                .contains("\"link\":\"/cases/" + issue.key() + "\"", "Will the posters be <b>there</b>?")
                .contains("4 working hours from Mon ");
    }

    @Test
    void aPageActsInTheSessionItWasOpenedIn() {
        var issue = cases.mailFrom("ceo@birch.example", "The launch", "Will the posters be there?");
        var manager = inSession("manager");
        var contacts = "/api/cases/" + issue.key() + "/contacts";
        var said = "{\"direction\":\"CLIENT_SAID\",\"channel\":\"PHONE\",\"text\":\"By noon, please\"}";

        var page = manager.opens("/cases/" + issue.key());
        // What else the page asks for must neither end its session nor use up its token.
        assertThat(manager.asks("/cases/" + issue.key() + "/diagram").statusCode())
                .isEqualTo(200);
        assertThat(manager.posts(contacts, said).statusCode()).isEqualTo(403);
        assertThat(manager.postsFrom(page, contacts, said).statusCode()).isEqualTo(204);
        assertThat(manager.postsFrom(page, contacts, said).statusCode()).isEqualTo(204);
        assertThat(manager.opens("/cases/" + issue.key()).body()).contains("By noon, please");
    }

    @Test
    void whatBreaksOnOurSideIsToldByANumberOnly() {
        var request = new MockHttpServletRequest("GET", "/error");
        request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, 500);
        request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, "/cases/ISS-2027-00001");
        request.setAttribute(
                RequestDispatcher.ERROR_EXCEPTION, new IllegalStateException("select * from fl_case where secret"));

        request.addHeader("Accept", "text/html");
        var page = (ModelAndView) errors.refusedOutside(request);
        assertThat(page.getModel().get("sentence").toString())
                .matches("Something went wrong on our side.* [0-9a-f-]{36}")
                .doesNotContain("select");

        request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, "/api/cases");
        var problem = (ResponseEntity<?>) errors.refusedOutside(request);
        assertThat(problem.getBody().toString()).doesNotContain("select", "IllegalState");
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

    private Visitor inSession(String user) {
        var visitor = new Visitor(port, "");
        visitor.fillsIn("/login", Map.of("username", user, "password", "demo"));
        return visitor;
    }

    private static String[] named(String places) {
        return List.of(places.split(";")).stream().map(name -> ">" + name + "<").toArray(String[]::new);
    }
}
