package agency.frontline.client.pledge;

import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.client.Client;
import agency.frontline.story.Cases;
import agency.frontline.story.FlowStory;
import agency.frontline.story.Pledged;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@FlowStory
@DisplayName("A pledge is read by whoever sees the client, with each version and as a document")
class PledgeApiTest {

    @LocalServerPort
    int port;

    @Autowired
    Cases cases;

    @Autowired
    Pledged pledged;

    private HttpResponse<String> get(String user, Client client, String more) {
        var login = Base64.getEncoder().encodeToString((user + ":demo").getBytes(StandardCharsets.UTF_8));
        var uri = URI.create("http://127.0.0.1:%d/api/clients/%s/pledge%s".formatted(port, client.code(), more));
        try {
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(uri)
                                    .header("Authorization", "Basic " + login)
                                    .build(),
                            BodyHandlers.ofString(StandardCharsets.ISO_8859_1));
        } catch (IOException unreachable) {
            throw new AssertionError(unreachable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    @Test
    void theVersionInForceAndHowItCameToIt() {
        var client = cases.clientLike("BIRCH");
        pledged.accepts(client, Map.of("emailHours", 3));
        pledged.offered(client, Map.of("emailHours", 2));

        for (var user : new String[] {"manager", "director", "auditor"}) {
            var answer = get(user, client, "");
            assertThat(answer.statusCode()).as(user).isEqualTo(200);
            assertThat(answer.body())
                    .startsWith(
                            "{\"inForce\":{\"client\":\"" + client.code() + "\",\"version\":1,\"state\":\"ACCEPTED\"")
                    .contains(
                            "\"topic\":\"RESPONSE\",\"channel\":\"EMAIL\",\"number\":3",
                            "\"measuredBy\":\"FIRST_RESPONSES\",\"measure\":\"first responses in time\"",
                            "\"measure\":\"not measured\"",
                            "\"state\":\"SENT\"");
        }
        assertThat(get("manager", client, "/versions/2").body()).contains("\"number\":2");
        assertThat(get("manager", client, "/versions/3").statusCode()).isEqualTo(404);
    }

    @Test
    void asADocument() {
        var client = cases.clientLike("CEDAR");
        pledged.accepts(client, Map.of());

        var polish = get("manager", client, "/versions/1/document");

        assertThat(polish.body()).startsWith("%PDF-");
        assertThat(polish.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(polish.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(
                        header -> assertThat(header).startsWith("attachment").contains("Zobowi"));
        assertThat(get("manager", client, "/versions/1/document?language=en")
                        .headers()
                        .firstValue("Content-Disposition"))
                .hasValueSatisfying(header -> assertThat(header).contains("Service"));
    }

    @Test
    void nobodyElsesPledgeExists() {
        var client = cases.clientLike("BIRCH");
        assertThat(get("manager", client, "").statusCode())
                .as("nothing pledged yet")
                .isEqualTo(404);
        pledged.accepts(client, Map.of());

        for (var more : new String[] {"", "/versions/1", "/versions/1/document"}) {
            assertThat(get("manager2", client, more).statusCode()).isEqualTo(404);
            assertThat(get("writer", client, more).statusCode()).isEqualTo(404);
            assertThat(get("owner", client, more).statusCode()).isEqualTo(404);
            assertThat(get("intake", client, more).statusCode()).isEqualTo(403);
        }
    }
}
