package agency.frontline.engine;

import static agency.frontline.engine.Rest.variables;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import agency.frontline.FrontlineOnPostgresTest;
import agency.frontline.story.Cases;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@FrontlineOnPostgresTest
@DisplayName("The database cuts a connection in the midst of a transaction")
class ConnectionCutTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Autowired
    Cases cases;

    @Autowired
    JdbcClient jdbc;

    @Value("${spring.datasource.url}")
    String url;

    @Value("${spring.datasource.username}")
    String user;

    @Test
    @DisplayName("while a task is completed: 503 and when to come again, and then it is done (C12)")
    void whileATaskIsCompleted() throws Exception {
        var issue = cases.mailFrom("ceo@birch.example", "The launch", "Will the posters be there on the first?");
        var task = issue.task("diagnoseIssue", "manager").getId();
        var request = request("/engine-rest/engine/postgres/task/" + task + "/submit-form", "manager", DIAGNOSIS);

        var cut = cutOff(request, "act_ru_task");

        assertThat(cut.statusCode()).as(cut.body()).isEqualTo(503);
        assertThat(cut.headers().firstValue("Retry-After")).contains("30");
        assertThat(cut.body()).contains("Nothing has changed; try again in half a minute.");
        issue.waitsAt("diagnoseIssue");
        var again = await("the pool heals")
                .atMost(Duration.ofSeconds(30))
                .until(() -> HTTP.send(request, BodyHandlers.ofString()), answer -> answer.statusCode() != 503);
        assertThat(again.statusCode()).as(again.body()).isEqualTo(204);
        issue.settle().waitsAt("replyToClient");
    }

    @Test
    @DisplayName("while a client's message is taken: it is taken at the second try, of which nobody hears (C12)")
    void whileAMessageIsTaken() throws Exception {
        var answer = cutOff(
                request(
                        "/api/client-messages",
                        "intake",
                        """
                        {"from": "ceo@birch.example", "subject": "Cut off", "text": "Is all well?", "messageId": "cut-off"}"""),
                "act_ru_execution");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        assertThat(jdbc.sql("select count(*) from fl_case where subject = 'Cut off'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private HttpRequest request(String path, String who, String body) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString((who + ":demo").getBytes()))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    /** Lets the request come to the table, on which it must wait, and cuts its connection there. */
    private HttpResponse<String> cutOff(HttpRequest request, String table) throws Exception {
        try (var ours = DriverManager.getConnection(url, user, "");
                var statement = ours.createStatement()) {
            ours.setAutoCommit(false);
            statement.execute("lock table " + table + " in share row exclusive mode");
            var waiting = HTTP.sendAsync(request, BodyHandlers.ofString());
            await("the transaction waits in its midst")
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> cutWhoeverWaits(ours) > 0);
            ours.rollback();
            return waiting.get();
        }
    }

    private static int cutWhoeverWaits(Connection ours) throws SQLException {
        try (var statement = ours.createStatement();
                var cut = statement.executeQuery(
                        """
                        select count(pg_terminate_backend(pid)) from pg_stat_activity
                        where wait_event_type = 'Lock' and datname = current_database() and pid <> pg_backend_pid()
                        """)) {
            cut.next();
            return cut.getInt(1);
        }
    }

    private static final String DIAGNOSIS = Rest.json(variables(Map.of(
            "issueKind", "QUESTION",
            "reallyNeeds", "To know that the launch date holds",
            "unsaid", "none heard",
            "diagnosis", "The print shop has not confirmed the slot",
            "view", "The date holds, with one proof round less",
            "confidence", "MEDIUM",
            "course", "ANSWER")));
}
