package agency.frontline.access;

import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.FrontlineTest;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@FrontlineTest
@DisplayName("One login opens Tasklist, Cockpit, our pages and our REST")
class OneLoginTest {

    private static final String WHO_AM_I = "/camunda/api/admin/auth/user/default";
    private static final String OWN_TASKS = "/camunda/api/engine/engine/default/task?maxResults=50";

    @LocalServerPort
    int port;

    @Autowired
    IdentityService identity;

    @Autowired
    AuthorizationService authorizations;

    Browser browser;

    @BeforeEach
    void somebodySitsDown() {
        browser = Browser.at(port);
    }

    @AfterEach
    void timeIsReal() {
        ClockUtil.reset();
    }

    @Test
    void ourLoginOpensTasklistToo() {
        assertThat(browser.get(WHO_AM_I).statusCode()).isEqualTo(404);

        var answer = browser.logIn("manager", "demo", "/cases?status=OPEN");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).hasValue("/cases?status=OPEN");
        assertThat(browser.get(WHO_AM_I).body()).contains("\"userId\":\"manager\"", "tasklist");
        assertThat(browser.get(OWN_TASKS).statusCode()).isEqualTo(200);
        assertThat(browser.get("/api/clients").statusCode()).isEqualTo(200);
    }

    /** Tasklist asks for many things at once; an id that moved with each would log its owner out. */
    @Test
    void aSessionKeepsItsIdOnceSomebodyHasLoggedIn() {
        browser.logIn("manager", "demo", "/");

        for (var path : List.of("/cases", WHO_AM_I, OWN_TASKS, "/api/clients")) {
            assertThat(browser.get(path).headers().allValues("Set-Cookie"))
                    .as(path)
                    .noneMatch(cookie -> cookie.startsWith("JSESSIONID"));
        }
    }

    @Test
    void tasklistsLoginOpensOurPagesToo() {
        assertThat(browser.logInToCamunda("manager", "demo", "tasklist").statusCode())
                .isEqualTo(200);

        var clients = browser.get("/api/clients");

        assertThat(clients.statusCode()).isEqualTo(200);
        assertThat(clients.body()).contains("BIRCH").doesNotContain("MAPLE");
    }

    @Test
    void aStrangerIsSentToTheLoginAndBack() {
        var answer = browser.get("/v3/api-docs?group=1");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).hasValue("/login?continue=%2Fv3%2Fapi-docs%3Fgroup%3D1");
        assertThat(browser.get("/login?continue=%2Fv3%2Fapi-docs%3Fgroup%3D1").body())
                .contains("value=\"/v3/api-docs?group=1\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example",
                "/\\evil.example",
                "javascript:alert(1)",
                "",
                "/\t/evil.example"
            })
    void nobodyIsSentToAnotherSite(String wanted) {
        assertThat(LoginPage.ownPath(wanted)).isEqualTo("/");
    }

    @Test
    void aWrongPasswordIsToldPlainly() {
        var user = identity.newUser("forgetful");
        user.setPassword("demo");
        identity.saveUser(user);

        var answer = browser.logIn("forgetful", "wrong", "/");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("do not belong together").doesNotContain("wrong\"");
        assertThat(browser.get(WHO_AM_I).statusCode()).isEqualTo(404);
    }

    @Test
    void loggingInGivesANewSessionSoThatNobodyCanPlantOne() {
        browser.get("/login");
        var before = browser.cookie("JSESSIONID").orElseThrow();

        browser.loggedIn("planner");

        assertThat(browser.cookie("JSESSIONID")).isPresent().isNotEqualTo(Optional.of(before));
        var planted = Browser.at(port);
        assertThat(planted.get(OWN_TASKS, "Cookie", "JSESSIONID=" + before).statusCode())
                .isEqualTo(401);
    }

    @Test
    void loggingOutHereLogsOutThere() {
        browser.loggedIn("planner");
        var token = Browser.token(browser.get("/login").body());

        assertThat(browser.form("/logout", Map.of("_csrf", token)).statusCode()).isEqualTo(302);

        assertThat(browser.get(WHO_AM_I).statusCode()).isEqualTo(404);
        assertThat(browser.get("/api/clients").statusCode()).isEqualTo(401);
    }

    @Test
    void loggingOutThereLogsOutHere() {
        browser.logInToCamunda("planner", "demo", "tasklist");
        assertThat(browser.get("/api/clients").statusCode()).isEqualTo(200);

        browser.get("/camunda/app/tasklist/");
        var answer = browser.form(
                "/camunda/api/admin/auth/user/default/logout",
                Map.of(),
                "X-XSRF-TOKEN",
                browser.cookie("XSRF-TOKEN").orElseThrow());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(browser.get("/api/clients").statusCode()).isEqualTo(401);
    }

    @Test
    void aForgedPostIsRefusedEverywhere() {
        browser.loggedIn("manager");

        assertThat(browser.form("/logout", Map.of()).statusCode()).isEqualTo(403);
        assertThat(browser.json("PUT", "/api/clients/BIRCH", "{}").statusCode()).isEqualTo(403);
        assertThat(browser.json("POST", "/api/cases/ISS-2026-00001/withdrawal", "{}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(browser.json("POST", OWN_TASKS, "{}").statusCode()).isEqualTo(403);
        assertThat(Browser.at(port)
                        .form("/login", Map.of("username", "manager", "password", "demo"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(Browser.basic(port, "owner")
                        .form("/engine-rest/deployment/create", Map.of(), "Sec-Fetch-Site", "cross-site")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aSessionWithItsTokenMayPost() {
        browser.loggedIn("manager");
        var token = Browser.token(browser.get("/login").body());

        var answer = browser.json(
                "POST", "/api/cases/ISS-1999-00001/withdrawal", "{\"reason\":\"x\"}", "X-CSRF-TOKEN", token);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("There is no case ISS-1999-00001");
    }

    @Test
    void theSessionDoesNotOpenTheEnginesRest() {
        browser.loggedIn("manager");

        assertThat(browser.get("/engine-rest/task").statusCode()).isEqualTo(401);
    }

    @Test
    void whoIsDeletedOrLosesTheirGroupIsOutWithinAMinute() {
        var user = identity.newUser("leaver");
        user.setPassword("demo");
        identity.saveUser(user);
        identity.createMembership("leaver", "account-managers");
        browser.loggedIn("leaver");
        assertThat(browser.get("/api/clients").statusCode()).isEqualTo(200);

        identity.deleteMembership("leaver", "account-managers");
        minuteLater();
        assertThat(browser.get("/api/clients").statusCode()).isEqualTo(403);

        identity.deleteUser("leaver");
        minuteLater();
        assertThat(browser.get("/api/clients").statusCode()).isEqualTo(401);
        assertThat(browser.get(OWN_TASKS).statusCode()).isEqualTo(401);
        assertThat(Browser.basic(port, "leaver").get("/api/clients").statusCode())
                .isEqualTo(401);
    }

    @Test
    @DisplayName("somebody who gets the id of one who left begins with nothing (S17)")
    void aReusedIdInheritsNothing() {
        for (var life : List.of("first", "second")) {
            var user = identity.newUser("reused");
            user.setPassword("demo");
            identity.saveUser(user);
            assertThat(identity.createGroupQuery().groupMember("reused").count())
                    .as(life)
                    .isZero();
            assertThat(identity.createTenantQuery().userMember("reused").count())
                    .as(life)
                    .isZero();
            assertThat(authorizations
                            .createAuthorizationQuery()
                            .userIdIn("reused")
                            .list())
                    .as(life)
                    .isEmpty();
            identity.createMembership("reused", "account-managers");
            identity.createTenantUserMembership("BIRCH", "reused");
            var right = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            right.setUserId("reused");
            right.setResource(Resources.FILTER);
            right.setResourceId("*");
            right.addPermission(Permissions.READ);
            authorizations.saveAuthorization(right);

            identity.deleteUser("reused");
        }
    }

    @Test
    void theSessionsCookieIsOutOfReachForScriptsAndOtherSites() {
        var cookie = browser.get("/login").headers().allValues("Set-Cookie").stream()
                .filter(header -> header.startsWith("JSESSIONID"))
                .findFirst()
                .orElseThrow();

        assertThat(cookie).contains("HttpOnly").containsOnlyOnce("SameSite=Lax");
        var camundas = Browser.at(port).get("/camunda/app/tasklist/").headers().allValues("Set-Cookie").stream()
                .filter(header -> header.startsWith("JSESSIONID"))
                .findFirst()
                .orElseThrow();
        assertThat(camundas).contains("HttpOnly").containsOnlyOnce("SameSite=Lax");
    }

    @Test
    void pagesForbidFramesSniffingAndForeignContent() {
        var headers = browser.get("/login").headers();

        assertThat(headers.firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).hasValue("same-origin");
        assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
    }

    private static void minuteLater() {
        ClockUtil.setCurrentTime(
                Date.from(ClockUtil.getCurrentTime().toInstant().plus(Duration.ofSeconds(61))));
    }
}
