package agency.frontline.pulse.flow;

import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.mail.OutgoingMail;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Whoever holds it has no login and no script: they open the link of a mail, tap, and send. */
public final class Phone {

    private static final Pattern LINK = Pattern.compile("https?://[^\\s/]+(/pulse/[A-Za-z0-9_-]{22})(?=\\s)");

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;

    public Phone(int port) {
        base = "http://127.0.0.1:" + port;
    }

    /** The path of the one link in the mail. */
    public static String linkIn(OutgoingMail mail) {
        var link = LINK.matcher(mail.text());
        assertThat(link.find()).as("a link in %s", mail.text()).isTrue();
        return link.group(1);
    }

    HttpResponse<String> opens(String path) {
        return send(request(path).GET());
    }

    /** The three taps and whatever they write. */
    static Map<String, String> taps(int service, int work, int feeling, String words) {
        var form = new LinkedHashMap<String, String>();
        form.put("service", String.valueOf(service));
        form.put("work", String.valueOf(work));
        form.put("feeling", String.valueOf(feeling));
        form.put("words", words);
        return form;
    }

    HttpResponse<String> sends(String path, Map<String, String> form, String... headers) {
        var body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var request = request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    /** Sends the answer, and reads where that leads. */
    public String answers(String path, int service, int work, int feeling, String words) {
        var sent = sends(path, taps(service, work, feeling, words));
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(302);
        return opens(sent.headers().firstValue("Location").orElseThrow()).body();
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).header("Accept", "text/html");
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
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
