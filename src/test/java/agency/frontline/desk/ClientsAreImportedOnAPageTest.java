package agency.frontline.desk;

import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.FrontlineTest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@FrontlineTest
@DisplayName("Clients come in by page and by REST, from directors only, and what is too large is told so")
class ClientsAreImportedOnAPageTest {

    private static final String PAGE = "/clients/import";
    private static final String REST = "/api/clients/import";
    private static final String HEADER =
            "code,name,tier,type,timeZone,holidayCalendar,language,accountManager,deputy,contactName,contactEmail\n";

    @LocalServerPort
    int port;

    @Test
    void aDirectorUploadsTheListAndReadsWhatCameOfIt() {
        var director = inSession("director");
        var file = HEADER + "JUNIPER,Juniper,GOLD,PROJECT,Europe/London,GB-ENG,en,manager,,Jo,jo@juniper.example\n";

        assertThat(director.opens("/").body()).contains("href=\"/clients/import\"");
        var done = director.uploads(PAGE, "clients.csv", file.getBytes(StandardCharsets.UTF_8));

        assertThat(done.statusCode()).isEqualTo(200);
        assertThat(done.body()).contains("clients: 1 new, 0 changed; contacts: 1 new, 0 changed.");
        assertThat(director.asks("/api/clients/JUNIPER").body()).contains("\"jo@juniper.example\"");
    }

    @Test
    void whatIsWrongStandsInATableAndIsNoMarkup() {
        var file = HEADER + "LAUREL,<img src=x onerror=alert(1)>,GOLD,PROJECT,Europe/London,GB-ENG,en,manager,,,\n"
                + "LAUREL,Laurel,PLATINUM,PROJECT,Europe/London,GB-ENG,en,manager,,,\n";

        var page = inSession("director").uploads(PAGE, "<b>list</b>.csv", file.getBytes(StandardCharsets.UTF_8));

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body())
                .contains("<td>line 3</td>", "<bdi>tier</bdi>", "&lt;img src=x onerror=alert(1)&gt;", "&lt;b&gt;list")
                .doesNotContain("<img", "<b>");
    }

    @Test
    void noFileIsToldSo() {
        assertThat(inSession("director").uploads(PAGE, "", new byte[0]).body()).contains("Choose a file");
    }

    @Test
    void aProgramGetsNumbersOrAProblem() {
        var director = new Visitor(port, "director");

        var done = director.sendsCsv(
                REST, HEADER + "MYRTLE,Myrtle,GOLD,PROJECT,Europe/London,GB-ENG,en,manager,,Mo,mo@myrtle.example\n");
        assertThat(done.statusCode()).isEqualTo(200);
        assertThat(done.body())
                .isEqualTo("{\"clientsCreated\":1,\"clientsUpdated\":0,\"contactsCreated\":1,\"contactsUpdated\":0}");

        var refused = director.sendsCsv(
                REST, HEADER + "OLIVE,Olive,TIN,PROJECT,Europe/London,GB-ENG,en,manager,,Oz,oz@olive.example\n");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(contentType(refused)).startsWith("application/problem+json");
        assertThat(refused.body())
                .contains("\"errors\":[{\"field\":\"line 2, tier\",\"message\":\"Say GOLD, SILVER or BRONZE.\"}]");
        assertThat(director.posts(REST, "{}").statusCode()).isEqualTo(415);
        assertThat(director.asks("/v3/api-docs").body()).contains("/api/clients/import", "text/csv", "contactEmail");
    }

    @ParameterizedTest
    @ValueSource(strings = {"manager", "planner", "auditor", "owner", "intake", "admin"})
    void nobodyElseImports(String user) {
        assertThat(new Visitor(port, user).sendsCsv(REST, HEADER).statusCode()).isEqualTo(403);
        var visitor = inSession(user);
        assertThat(visitor.opens(PAGE).statusCode()).isEqualTo(403);
        assertThat(visitor.uploads("/", PAGE, "clients.csv", HEADER.getBytes(StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(403);
        assertThat(visitor.opens("/").body()).doesNotContain("href=\"/clients/import\"");
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 50})
    void aListThatIsTooLargeIsToldSo(int megabytes) {
        var large = HEADER + "x".repeat(megabytes * 1024 * 1024);

        var problem = new Visitor(port, "director").sendsCsv(REST, large);
        assertThat(problem.statusCode()).isEqualTo(413);
        assertThat(problem.body()).contains("5 MB at most");

        var page = inSession("director").uploads(PAGE, "large.csv", large.getBytes(StandardCharsets.UTF_8));
        assertThat(page.statusCode()).isEqualTo(413);
        assertThat(page.body()).contains("MB", "<h1>");
    }

    private Visitor inSession(String user) {
        var visitor = new Visitor(port, "");
        visitor.fillsIn("/login", Map.of("username", user, "password", "demo"));
        return visitor;
    }

    private static String contentType(HttpResponse<String> response) {
        return response.headers().firstValue("Content-Type").orElse("");
    }
}
