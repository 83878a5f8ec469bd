package agency.frontline.outside;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A client's text is text in every page: it runs nothing and fetches nothing (S01, D07)")
class HostileTextIT {

    private final RunningFrontline frontline = Office.frontline();
    private final Browser browser = Office.browser();
    private final List<String> caught = new CopyOnWriteArrayList<>();
    private HttpServer trap;

    @BeforeEach
    void setTrap() throws IOException {
        trap = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        trap.createContext("/", exchange -> {
            caught.add(exchange.getRequestURI().toString());
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        trap.start();
    }

    @AfterEach
    void removeTrap() {
        trap.stop(0);
    }

    @Test
    void inSubjectAndWords() {
        var address = "http://127.0.0.1:" + trap.getAddress().getPort();
        var subject = "<img src=" + address + "/subject onerror=alert(1)> ${1+1} {{subject}}";
        var words =
                """
                <img src="%1$s/image" onerror="alert(2)">
                <script src="%1$s/script"></script><script>alert(3)</script>
                ![picture](%1$s/markdown) [link](javascript:alert(4))
                {{7*7}} ${7*7} #{7*7} [[${7*7}]] <iframe src="%1$s/frame"></iframe>
                <style>@import url(%1$s/style);</style>"""
                        .formatted(address);
        Correspondent.at("marketing@birch.example", frontline).writes(subject, words);

        try (var manager = Tasklist.as("manager", browser, frontline)) {
            var form = manager.open("My tasks", "Diagnose issue", subject).picture("sees-hostile-text");
            assertThat(form.shown("Subject")).isEqualTo(subject);
            assertThat(form.shown("What the client said")).contains("<script>alert(3)</script>", "${7*7}", "{{7*7}}");
            assertThat(manager.session().troubles()).isEmpty();
        }
        for (var user : List.of("manager", "auditor")) {
            try (var reader = CaseReader.as(user, browser, frontline)) {
                assertThat(reader.read("onerror=alert(1)")).contains(subject, "<script>alert(3)</script>", "${7*7}");
                assertThat(reader.session().troubles()).isEmpty();
            }
        }
        assertThat(caught).as("requests that the client's text made").isEmpty();
    }
}
