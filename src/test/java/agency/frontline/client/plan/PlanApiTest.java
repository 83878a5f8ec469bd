package agency.frontline.client.plan;

import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.client.Client;
import agency.frontline.client.Clients;
import agency.frontline.story.Cases;
import agency.frontline.story.FlowStory;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@FlowStory
@DisplayName("The agency's other tools tell what was used of a plan, and nobody else's plan exists")
class PlanApiTest {

    private static final String HEADER = "asOf,workItem,hoursUsed,moneyUsed,progress,forecast\n";

    @LocalServerPort
    int port;

    @Autowired
    Cases cases;

    @Autowired
    Clients clients;

    @Autowired
    Plans plans;

    private Client withPlan() {
        var client = cases.clientLike("BIRCH");
        plans.record(client, PlanDraft.from(SomePlan.complete(), plans.room(client)), 0, "manager", null);
        return client;
    }

    private HttpResponse<String> get(String user, Client client, String more) {
        return call(user, HttpRequest.newBuilder(uri(client, more)).GET());
    }

    private HttpResponse<String> put(String user, Client client, String type, String body) {
        return call(
                user,
                HttpRequest.newBuilder(uri(client, "/usage"))
                        .header("Content-Type", type)
                        .PUT(BodyPublishers.ofString(body)));
    }

    private URI uri(Client client, String more) {
        return URI.create("http://127.0.0.1:%d/api/clients/%s/plan%s".formatted(port, client.code(), more));
    }

    private static HttpResponse<String> call(String user, HttpRequest.Builder request) {
        var login = Base64.getEncoder().encodeToString((user + ":demo").getBytes(StandardCharsets.UTF_8));
        try {
            return HttpClient.newHttpClient()
                    .send(request.header("Authorization", "Basic " + login).build(), BodyHandlers.ofString());
        } catch (IOException unreachable) {
            throw new AssertionError(unreachable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    @Test
    void thePlanIsReadByWhoeverSeesTheClient() {
        var client = withPlan();

        for (var user : new String[] {"manager", "director", "auditor"}) {
            var answer = get(user, client, "");
            assertThat(answer.statusCode()).as(user).isEqualTo(200);
            assertThat(answer.body())
                    .contains("\"G1.1\"", "\"Odile Quist\"", "\"hoursAgreed\":120.00", "\"versions\":[{\"version\":1");
        }
        assertThat(get("manager", client, "/versions/1").statusCode()).isEqualTo(200);
        assertThat(get("manager", client, "/versions/2").statusCode()).isEqualTo(404);
        assertThat(get("manager2", client, "").statusCode()).isEqualTo(404);
        assertThat(get("writer", client, "").statusCode()).isEqualTo(404);
        assertThat(get("intake", client, "").statusCode()).isEqualTo(403);
        assertThat(get("manager", cases.clientLike("BIRCH"), "").statusCode()).isEqualTo(404);
    }

    @Test
    void usageComesAsJsonAndSayingItTwiceChangesNothing() {
        var client = withPlan();
        var body =
                """
                {"asOf":"2026-03-02","items":[
                    {"workItem":"W1","hoursUsed":20,"moneyUsed":2000.5,"progress":50},
                    {"workItem":"W2","hoursUsed":4.25,"progress":5}]}""";

        var once = put("manager", client, "application/json", body);
        var twice = put("director", client, "application/json", body);

        assertThat(once.statusCode()).isEqualTo(200);
        assertThat(twice.body()).isEqualTo(once.body()).contains("\"hoursPercent\":20", "\"progress\":20");
        assertThat(get("manager", client, "").body()).contains("\"hoursUsed\":24.25");
    }

    @Test
    void thePlanAsAWholeWillDo() {
        var client = withPlan();

        var answer = put(
                "manager", client, "application/json", "{\"asOf\":\"2026-03-02\",\"hoursUsed\":60,\"progress\":50}");

        assertThat(answer.body()).contains("\"hoursPercent\":50", "\"moneyPercent\":0", "\"progress\":50");
    }

    @Test
    void usageComesAsCsvFromExcelToo() {
        var client = withPlan();

        var answer = put(
                "manager",
                client,
                "text/csv; charset=UTF-8",
                "\uFEFFasOf;workItem;progress;forecast;moneyUsed;hoursUsed\r\n2026-03-02;W1;90;;3900;36,5\r\n;;;;;\r\n2026-03-02;;;2099-05-20;;\r\n");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(plans.use(client.code())).hasValueSatisfying(use -> {
            assertThat(use.items().get(0).hoursUsed()).isEqualByComparingTo("36.5");
            assertThat(use.forecast()).hasToString("2099-05-20");
        });
    }

    @Test
    void aBadFileChangesNothingAndEachFaultIsToldWithItsLine() {
        var client = withPlan();
        var before = plans.use(client.code());

        var answer = put(
                "manager",
                client,
                "text/csv",
                HEADER
                        + "2026-03-02,W1,36,3900,90,\n"
                        + "2026-03-02,W7,1,,,\n"
                        + "soon,W2,1,,,\n"
                        + "2026-03-02,W2,many,,101,never\n"
                        + "2026-03-02,W1,37,,,\n"
                        + "2999-01-01,W2,1,,,\n"
                        + "2026-03-02,W2,,,,\n"
                        + "2026-03-03,W2,=1+1,,,\n");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains(
                        "line 3, workItem",
                        "there is W1, W2",
                        "line 4, asOf",
                        "line 5, hoursUsed",
                        "line 5, progress",
                        "line 5, forecast",
                        "line 6, workItem",
                        "line 2 for that day already",
                        "line 7, asOf",
                        "line 8, hoursUsed",
                        "line 9, hoursUsed",
                        "formula")
                .doesNotContain("line 2, ");
        assertThat(plans.use(client.code())).isEqualTo(before);
    }

    @Test
    void whatIsOffCourseOpensACaseForTheManager() {
        var client = withPlan();

        var answer = put(
                "director",
                client,
                "application/json",
                "{\"asOf\":\"2026-03-02\",\"moneyUsed\":14000,\"progress\":40}");

        assertThat(answer.statusCode()).isEqualTo(200);
        var found = call(
                "manager",
                HttpRequest.newBuilder(
                                URI.create("http://127.0.0.1:%d/api/cases?client=%s".formatted(port, client.code())))
                        .GET());
        assertThat(found.body()).contains("\"PLW-", "\"planWatch\"", "\"Our budget\"");
    }

    @Test
    void badJsonChangesNothing() {
        var client = withPlan();

        var answer = put(
                "manager",
                client,
                "application/json",
                """
                {"items":[{"workItem":"W1","hoursUsed":-1},{"hoursUsed":2},null]}""");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"asOf\"", "items[0].hoursUsed", "items[1].workItem", "items[2].workItem");
        assertThat(put("manager", client, "application/json", "{\"asOf\":\"2026-03-02\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(put("manager", client, "application/json", "{\"asOf\":").statusCode())
                .isEqualTo(400);
        assertThat(plans.use(client.code()))
                .hasValueSatisfying(use -> assertThat(use.asOf()).isNull());
    }

    @Test
    void nobodyElseReportsUsage() {
        var client = withPlan();
        var body = "{\"asOf\":\"2026-03-02\",\"hoursUsed\":60}";

        assertThat(put("manager2", client, "application/json", body).statusCode())
                .isEqualTo(404);
        assertThat(put("auditor", client, "application/json", body).statusCode())
                .isEqualTo(403);
        assertThat(put("writer", client, "application/json", body).statusCode()).isEqualTo(403);
        assertThat(put("owner", client, "application/json", body).statusCode()).isEqualTo(403);
        assertThat(put("intake", client, "application/json", body).statusCode()).isEqualTo(403);
        assertThat(put("manager", cases.clientLike("BIRCH"), "application/json", body)
                        .statusCode())
                .isEqualTo(404);
    }
}
