package agency.frontline.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** A demo user's program at the engine's REST API, or their browser in Tasklist. */
final class Rest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final int port;
    private final Map<String, String> always = new LinkedHashMap<>();
    private String api = "/engine-rest";

    private Rest(int port) {
        this.port = port;
    }

    /** What came back; the body is null where there is none. */
    record Answer(int status, String text, JsonNode body) {}

    static Rest as(int port, String user) {
        var rest = new Rest(port);
        rest.always.put(
                "Authorization",
                "Basic " + Base64.getEncoder().encodeToString((user + ":demo").getBytes(StandardCharsets.UTF_8)));
        return rest;
    }

    /** As the body of a request. */
    static String json(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalArgumentException(unwritable);
        }
    }

    static Rest inTasklist(int port, String user) {
        var rest = new Rest(port);
        rest.send("GET", "/camunda/app/tasklist/default/", "text/html", null);
        rest.always.put("X-XSRF-TOKEN", rest.token());
        var login = rest.send(
                "POST",
                "/camunda/api/admin/auth/user/default/login/tasklist",
                "application/x-www-form-urlencoded",
                "username=" + user + "&password=demo");
        if (login.status != 200) {
            throw new AssertionError(user + " cannot log in: " + login);
        }
        rest.send("GET", "/camunda/app/tasklist/default/", "text/html", null);
        rest.always.put("X-XSRF-TOKEN", rest.token());
        rest.api = "/camunda/api/engine/engine/default";
        return rest;
    }

    private String token() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue)
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    Answer get(String path) {
        return send("GET", api + path, "application/json", null);
    }

    Answer post(String path, Object body) {
        return send("POST", api + path, "application/json", body);
    }

    Answer put(String path, Object body) {
        return send("PUT", api + path, "application/json", body);
    }

    Answer delete(String path) {
        return send("DELETE", api + path, "application/json", null);
    }

    /** Deploys as Camunda Modeler does: one part a file. */
    Answer deploy(String name, Map<String, String> files) {
        return deploy(name, "Camunda Modeler", files);
    }

    Answer deploy(String name, String source, Map<String, String> files) {
        var border = "----border";
        var body = new StringBuilder();
        Map.of(
                        "deployment-name",
                        name,
                        "deployment-source",
                        source,
                        "enable-duplicate-filtering",
                        "true",
                        "deploy-changed-only",
                        "false")
                .forEach((key, value) -> body.append("--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                        .formatted(border, key, value)));
        files.forEach((file, content) -> body.append(
                        "--%s\r\nContent-Disposition: form-data; name=\"%2$s\"; filename=\"%2$s\"\r\n"
                                .formatted(border, file))
                .append("Content-Type: application/octet-stream\r\n\r\n")
                .append(content)
                .append("\r\n"));
        body.append("--").append(border).append("--\r\n");
        return send("POST", api + "/deployment/create", "multipart/form-data; boundary=" + border, body.toString());
    }

    private Answer send(String method, String path, String type, Object body) {
        try {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .header("Content-Type", type)
                    .header("Accept", type.equals("text/html") ? "text/html" : "application/json")
                    .method(
                            method,
                            body == null
                                    ? BodyPublishers.noBody()
                                    : BodyPublishers.ofString(
                                            body instanceof String text ? text : JSON.writeValueAsString(body)));
            always.forEach(request::header);
            var response = client.send(request.build(), BodyHandlers.ofString());
            var text = response.body();
            var json = text.startsWith("{") || text.startsWith("[");
            return new Answer(response.statusCode(), text, json ? JSON.readTree(text) : JSON.nullNode());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Variables as the REST API wants them. */
    static Map<String, Object> variables(Map<String, ?> values) {
        var variables = new LinkedHashMap<String, Object>();
        values.forEach((name, value) -> variables.put(
                name, value instanceof Map ? value : Map.of("value", String.valueOf(value), "type", "String")));
        return Map.of("variables", variables);
    }
}
