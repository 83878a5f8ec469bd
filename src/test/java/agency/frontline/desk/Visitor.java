package agency.frontline.desk;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody at the address bar or behind a program: asks with a demo user's login, keeps cookies, sends forms. */
final class Visitor {

    private static final Pattern TOKEN = Pattern.compile("name=\"(?:csrf-token\" content|_csrf\" value)=\"([^\"]+)\"");

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String base;
    private final String user;

    Visitor(int port, String user) {
        this.base = "http://127.0.0.1:" + port;
        this.user = user;
    }

    /** A program: wants Json. */
    HttpResponse<String> asks(String path) {
        return send(request(path).header("Accept", "application/json").GET());
    }

    /** A browser: wants a page. */
    HttpResponse<String> opens(String path) {
        return send(request(path).header("Accept", "text/html").GET());
    }

    HttpResponse<String> posts(String path, String json) {
        return send(request(path)
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    HttpResponse<String> puts(String path, String json) {
        return send(request(path)
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(json)));
    }

    HttpResponse<String> deletes(String path) {
        return send(request(path).header("Accept", "application/json").DELETE());
    }

    /** A script of the page: has the token that stands in it. */
    HttpResponse<String> postsFrom(HttpResponse<String> page, String path, String json) {
        var token = TOKEN.matcher(page.body());
        var request = request(path)
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json));
        return send(token.find() ? request.header("X-CSRF-TOKEN", token.group(1)) : request);
    }

    /** Opens the page with the form first, for its token, then sends the form to where it came from. */
    HttpResponse<String> fillsIn(String path, Map<String, String> fields) {
        return fillsIn(path, path, fields);
    }

    /** The same, where the form is sent to another address. */
    HttpResponse<String> fillsIn(String page, String path, Map<String, String> fields) {
        var token = TOKEN.matcher(opens(page).body());
        var form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var body = token.find() ? form + "&_csrf=" + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8) : form;
        return send(request(path)
                .header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    HttpResponse<String> sendsCsv(String path, String csv) {
        return send(request(path)
                .header("Accept", "application/json")
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofString(csv)));
    }

    /** Opens the page with the form first, for its token, then chooses the file and sends it. */
    HttpResponse<String> uploads(String path, String name, byte[] file) {
        return uploads(path, path, name, file);
    }

    /** The same with the token of any other page. */
    HttpResponse<String> uploads(String page, String path, String name, byte[] file) {
        var token = TOKEN.matcher(opens(page).body());
        var head = (token.find()
                        ? "--cut\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + token.group(1) + "\r\n"
                        : "")
                + "--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: text/csv\r\n\r\n";
        return send(request(path)
                .header("Accept", "text/html")
                .header("Content-Type", "multipart/form-data; boundary=cut")
                .POST(BodyPublishers.concat(
                        BodyPublishers.ofString(head),
                        BodyPublishers.ofByteArray(file),
                        BodyPublishers.ofString("\r\n--cut--\r\n"))));
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(base + path));
        if (!user.isEmpty()) {
            var login = Base64.getEncoder().encodeToString((user + ":demo").getBytes(StandardCharsets.UTF_8));
            request.header("Authorization", "Basic " + login);
        }
        return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
