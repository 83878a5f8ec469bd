package agency.frontline.desk;

import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.FrontlineTest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@FrontlineTest
@DisplayName("Managers say when they are away, directors for everybody, by page and by REST")
class AbsencesAreRecordedTest {

    @LocalServerPort
    int port;

    @Autowired
    Clock clock;

    @Test
    void aProgramRecordsChangesReadsAndTakesOut() {
        var manager = new Visitor(port, "manager");
        var path = "/api/people/manager/absences/" + day(300);

        var created = manager.puts(path, "{\"until\":\"%s\",\"deputy\":\"manager2\"}".formatted(day(305)));
        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(created.headers().firstValue("Location")).contains(path);
        var changed = manager.puts(path, "{\"until\":\"%s\"}".formatted(day(303)));
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(manager.asks("/api/people/manager/absences").body())
                .contains("{\"person\":\"manager\",\"from\":\"%s\",\"until\":\"%s\",\"deputy\":null}"
                        .formatted(day(300), day(303)));
        assertThat(manager.deletes(path).statusCode()).isEqualTo(204);
        assertThat(manager.deletes(path).statusCode()).isEqualTo(404);
        assertThat(manager.asks("/api/people/manager/absences").body()).doesNotContain(day(300));
    }

    @Test
    void whatIsWrongIsToldByField() {
        var manager = new Visitor(port, "manager");
        var from = "/api/people/manager/absences/" + day(310);

        assertThat(manager.puts(from, "{}").body()).contains("\"field\":\"until\"");
        assertThat(manager.puts(from, "{\"until\":\"2023-02-29\"}").body())
                .contains("\"field\":\"until\"", "Give a date");
        assertThat(manager.puts(from, "{\"until\":\"9999-12-31\"}").body()).contains("two years ahead");
        assertThat(manager.puts(from, "{\"until\":\"%s\",\"deputy\":\"${1+1}\"}".formatted(day(311)))
                        .body())
                .contains("\"field\":\"deputy\"", "${1+1}");
        var noDay = manager.puts("/api/people/manager/absences/tomorrow", "{}");
        assertThat(noDay.statusCode()).isEqualTo(400);
        assertThat(noDay.body()).contains("\"field\":\"from\"");
        assertThat(manager.asks("/api/people/manager/absences").body()).doesNotContain(day(310));
    }

    @ParameterizedTest
    @ValueSource(strings = {"manager2", "planner", "auditor", "owner", "admin", "intake"})
    void nobodyElseRecordsIt(String user) {
        var body = "{\"until\":\"%s\"}".formatted(day(321));

        assertThat(new Visitor(port, user)
                        .puts("/api/people/manager/absences/" + day(320), body)
                        .statusCode())
                .isEqualTo(403);
        assertThat(new Visitor(port, "manager")
                        .asks("/api/people/manager/absences")
                        .body())
                .doesNotContain(day(320));
    }

    @Test
    void aDirectorRecordsForEverybodyWhoHasCasesAndAuditorsRead() {
        var director = new Visitor(port, "director");
        var body = "{\"until\":\"%s\"}".formatted(day(331));

        assertThat(director.puts("/api/people/manager2/absences/" + day(330), body)
                        .statusCode())
                .isEqualTo(201);
        assertThat(director.puts("/api/people/nobody/absences/" + day(330), body)
                        .statusCode())
                .isEqualTo(404);
        assertThat(new Visitor(port, "auditor")
                        .asks("/api/people/manager2/absences")
                        .body())
                .contains(day(330));
        assertThat(new Visitor(port, "planner")
                        .asks("/api/people/manager2/absences")
                        .statusCode())
                .isEqualTo(403);
        assertThat(director.deletes("/api/people/manager2/absences/" + day(330)).statusCode())
                .isEqualTo(204);
    }

    @Test
    void thePageShowsWhoIsAwayAndTakesTheForm() {
        var manager = inSession("manager2");
        assertThat(manager.opens("/").body()).contains("href=\"/away\"");

        var saved = manager.fillsIn(
                "/away", Map.of("person", "manager2", "from", day(340), "until", day(341), "deputy", "director"));
        assertThat(saved.statusCode()).isEqualTo(302);
        assertThat(manager.opens("/away").body()).contains("James Reed", day(340), day(341), "Olivia Hart", "End it");
        assertThat(inSession("manager").opens("/away").body())
                .contains(day(340))
                .doesNotContain("End the absence of James Reed");

        var ended = manager.fillsIn("/away", "/away/end", Map.of("person", "manager2", "from", day(340)));
        assertThat(ended.statusCode()).isEqualTo(302);
        assertThat(manager.opens("/away").body()).doesNotContain(day(340));
    }

    @Test
    void thePageSaysWhatIsWrongAndWhoMayNot() {
        var manager = inSession("manager2");

        var refused = manager.fillsIn(
                "/away",
                Map.of("person", "manager2", "from", "soon", "until", "", "deputy", "<script>alert(1)</script>"));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body())
                .contains("id=\"from-error\"", "id=\"until-error\"", "value=\"soon\"")
                .doesNotContain("<script>alert");
        assertThat(manager.fillsIn("/away", Map.of("person", "manager", "from", day(350), "until", day(351)))
                        .statusCode())
                .isEqualTo(403);
        assertThat(inSession("planner").opens("/away").statusCode()).isEqualTo(403);
        assertThat(inSession("auditor").opens("/away").statusCode()).isEqualTo(403);
    }

    private String day(int daysAhead) {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
                .plusDays(daysAhead)
                .toString();
    }

    private Visitor inSession(String user) {
        var visitor = new Visitor(port, "");
        HttpResponse<String> login = visitor.fillsIn("/login", Map.of("username", user, "password", "demo"));
        assertThat(login.statusCode()).isLessThan(400);
        return visitor;
    }
}
