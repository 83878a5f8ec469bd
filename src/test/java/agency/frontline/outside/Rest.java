package agency.frontline.outside;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;

/** Calls to a running Frontline over HTTP Basic, under the name of a demo user. */
public final class Rest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final RunningFrontline frontline;
    private final String user;

    private Rest(RunningFrontline frontline, String user) {
        this.frontline = frontline;
        this.user = user;
    }

    public static Rest as(String user, RunningFrontline frontline) {
        return new Rest(frontline, user);
    }

    /** The answer's JSON; anything but a 2xx fails the test. */
    public JsonNode get(String path) {
        return call("GET", path, null);
    }

    /** As {@link #get}, with a body to send; an answer without one is a missing node. */
    public JsonNode post(String path, Map<String, ?> body) {
        return call("POST", path, body);
    }

    public JsonNode put(String path, Map<String, ?> body) {
        return call("PUT", path, body);
    }

    public void delete(String path) {
        call("DELETE", path, null);
    }

    private JsonNode call(String method, String path, Map<String, ?> body) {
        try {
            var publisher =
                    body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
            var request = HttpRequest.newBuilder(frontline.uri(path))
                    .timeout(Duration.ofSeconds(60))
                    .header("Authorization", basic())
                    .header("Accept", "application/json")
                    .method(method, publisher);
            if (body != null) {
                request.header("Content-Type", "application/json");
            }
            var answer = HTTP.send(request.build(), BodyHandlers.ofString());
            assertThat(answer.statusCode())
                    .as("%s %s as %s: %s", method, path, user, answer.body())
                    .isBetween(200, 299);
            return answer.body().isBlank() ? MissingNode.getInstance() : JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String basic() {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":demo").getBytes(StandardCharsets.UTF_8));
    }
}
