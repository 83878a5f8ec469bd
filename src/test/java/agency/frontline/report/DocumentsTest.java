package agency.frontline.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A document fetches nothing and reads no file (S03, S04)")
class DocumentsTest {

    private final Documents documents = new Documents();
    private final List<String> hits = new CopyOnWriteArrayList<>();
    private HttpServer trap;
    private String away;

    @TempDir
    Path folder;

    @BeforeEach
    void setTheTrap() throws IOException {
        trap = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        trap.createContext("/", exchange -> {
            hits.add(exchange.getRequestURI().toString());
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        trap.start();
        away = "http://127.0.0.1:" + trap.getAddress().getPort();
    }

    @AfterEach
    void takeItAway() {
        trap.stop(0);
    }

    @Test
    void nothingIsFetchedFromTheNetwork() throws IOException {
        var text = textOf(
                """
                <html><head><link rel="stylesheet" href="%1$s/link.css"/>
                <style>@import url("%1$s/import.css"); @font-face { font-family: x; src: url("%1$s/font.ttf") }
                body { background: url("%1$s/background.png") } b { font-family: x, "Source Sans 3" } li { list-style-image: url("%1$s/li.png") }
                </style></head>
                <body><img src="%1$s/image.png"/><object data="%1$s/object"></object><iframe src="%1$s/frame"></iframe>
                <svg xmlns="http://www.w3.org/2000/svg"><image href="%1$s/svg.png"/></svg>
                <ul><li>still here <b>and there</b></li></ul></body></html>
                """
                        .formatted(away));
        assertThat(text).contains("still here");
        assertThat(hits).isEmpty();
    }

    @Test
    void noFileOfThisMachineIsRead() throws IOException {
        var secret = Files.writeString(folder.resolve("secret.css"), "body::before { content: 'SECRET-WORD' }");
        var text = textOf(
                """
                <html><head><link rel="stylesheet" href="%1$s"/><style>@import url("%1$s");</style></head>
                <body><object data="%1$s"></object>still here</body></html>
                """
                        .formatted(secret.toUri()));
        assertThat(text).contains("still here").doesNotContain("SECRET-WORD");
    }

    @Test
    void everyLetterCanBeFoundAgain() throws IOException {
        var words = "Draft, after, flat, office, waffle; zażółć gęślą jaźń";
        assertThat(textOf("<html><body><p>" + words + "</p><p><b style=\"font-weight: 600\">" + words
                        + "</b></p></body></html>"))
                .containsSubsequence(words, words);
    }

    @Test
    void anEntityOfItsOwnIsResolvedByNobody() throws IOException {
        var secret = Files.writeString(folder.resolve("secret.txt"), "SECRET-WORD");
        var text = textOf(
                """
                <!DOCTYPE html [ <!ENTITY lol "lol"><!ENTITY file SYSTEM "%s"><!ENTITY away SYSTEM "%s/dtd"> ]>
                <html><body>&file; &away; still here</body></html>
                """
                        .formatted(secret.toUri(), away));
        assertThat(text).contains("still here").doesNotContain("SECRET-WORD");
        assertThat(hits).isEmpty();
    }

    @Test
    void brokenMarkupIsStillADocument() throws IOException {
        assertThat(textOf("<html><body><p>one<table><td>two</p></b></ul>three")).contains("one", "two", "three");
    }

    @Test
    void lettersThatTheFontDoesNotHaveSpoilNothing() throws IOException {
        assertThat(textOf("<p>Party \uD83C\uDF89 and \u05E9\u05DC\u05D5\u05DD and \u4F60\u597D, still here</p>"))
                .contains("Party", "still here");
    }

    private String textOf(String html) throws IOException {
        try (var document = Loader.loadPDF(documents.pdf(html))) {
            return new PDFTextStripper().getText(document);
        }
    }
}
