package agency.frontline.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody before a screen, or a program with a password: remembers cookies, follows no redirect by itself. */
final class Browser {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final URI root;
    private final List<String> always;

    private Browser(int port, List<String> always) {
        this.root = URI.create("http://127.0.0.1:" + port);
        this.always = always;
    }

    static Browser at(int port) {
        return new Browser(port, List.of());
    }

    /** A program that sends user and password with each request. */
    static Browser basic(int port, String user, String password) {
        var credentials = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        return new Browser(port, List.of("Authorization", "Basic " + credentials));
    }

    static Browser basic(int port, String user) {
        return basic(port, user, "demo");
    }

    HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    HttpResponse<String> json(String method, String path, String body, String... headers) {
        var all = new ArrayList<>(List.of("Content-Type", "application/json"));
        all.addAll(Arrays.asList(headers));
        return send(method, path, body, all.toArray(String[]::new));
    }

    HttpResponse<String> form(String path, Map<String, String> fields, String... headers) {
        var body = fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        var all = new ArrayList<>(List.of("Content-Type", "application/x-www-form-urlencoded"));
        all.addAll(List.of("Accept", path.startsWith("/camunda") ? "application/json" : "text/html"));
        all.addAll(Arrays.asList(headers));
        return send("POST", path, body, all.toArray(String[]::new));
    }

    HttpResponse<String> send(String method, String path, String body, String... headers) {
        var request = HttpRequest.newBuilder(root.resolve(path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        for (int i = 0; i < always.size(); i += 2) {
            request.header(always.get(i), always.get(i + 1));
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Fills in our login page. */
    HttpResponse<String> logIn(String user, String password, String wanted) {
        var token = token(get("/login?continue=" + encode(wanted)).body());
        return form("/login", Map.of("username", user, "password", password, "continue", wanted, "_csrf", token));
    }

    Browser loggedIn(String user) {
        var answer = logIn(user, "demo", "/");
        if (answer.statusCode() != 302) {
            throw new AssertionError(user + " cannot log in: " + answer.statusCode() + " " + answer.body());
        }
        return this;
    }

    /** Fills in the login page of Tasklist or another of Camunda's apps. */
    HttpResponse<String> logInToCamunda(String user, String password, String app) {
        get("/camunda/app/" + app + "/");
        return form(
                "/camunda/api/admin/auth/user/default/login/" + app,
                Map.of("username", user, "password", password),
                "X-XSRF-TOKEN",
                cookie("XSRF-TOKEN").orElse(""));
    }

    Optional<String> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .reduce((earlier, later) -> later);
    }

    /** The hidden field that our forms carry. */
    static String token(String page) {
        var found = TOKEN.matcher(page);
        if (!found.find()) {
            throw new AssertionError("No CSRF token in " + page);
        }
        return found.group(1);
    }

    static JsonNode tree(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(answer.body(), e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
