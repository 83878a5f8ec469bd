package agency.frontline;

import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.outside.Chromium;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Draws every model as Camunda Modeler shows it, into {@code target/pictures}, and into {@code docs/pictures} where the
 * committed picture is of an older model.
 */
@DisplayName("Pictures of the diagrams are drawn")
class DiagramPicturesIT {

    private static final String BPMN_JS =
            "/META-INF/resources/webjars/bpmn-js/8.0.0/dist/bpmn-viewer.production.min.js";
    private static final Path COMMITTED = Path.of("docs", "pictures");
    private static final Path DRAWN = Path.of("target", "pictures");

    static Stream<Model> models() {
        return Model.all();
    }

    @ParameterizedTest
    @MethodSource("models")
    void eachWithAllItsWords(Model model) throws IOException {
        var svg = draw(Files.readString(model.file()));
        assertThat(model.nodes())
                .filteredOn(node -> node.getName() != null)
                .extracting(FlowNode::getName)
                .allSatisfy(name -> assertThat(wordsOf(svg)).contains(name.replaceAll("[\\s-]+", "")));

        var name = model.toString().replace(".bpmn", ".svg");
        var marked = "<!-- " + fingerprint(model.file()) + " -->\n" + onWhite(svg) + "\n";
        Files.createDirectories(DRAWN);
        Files.writeString(DRAWN.resolve(name), marked);
        var committed = COMMITTED.resolve(name);
        if (!Files.exists(committed) || !Files.readString(committed).contains(fingerprint(model.file()))) {
            Files.createDirectories(COMMITTED);
            Files.writeString(committed, marked);
        }
    }

    /** The text of a picture without its line breaks. */
    private static String wordsOf(String svg) {
        return svg.replaceAll("<style[^>]*>[^<]*</style>", "")
                .replaceAll("<[^>]+>", "")
                .replace("&apos;", "'")
                .replaceAll("[\\s-]+", "");
    }

    /** Readable on dark pages as well. */
    private static String onWhite(String svg) {
        return svg.substring(svg.indexOf("<svg")).replaceFirst("<svg ", "<svg style=\"background: white\" ");
    }

    private static String draw(String bpmn) throws IOException {
        String library;
        try (var script = DiagramPicturesIT.class.getResourceAsStream(BPMN_JS)) {
            library = new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
        var options = new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
        try (var playwright = Playwright.create(options)) {
            var browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(Chromium.program())
                            .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu")));
            var page = browser.newPage();
            page.setContent("<div id=\"canvas\" style=\"width: 3000px; height: 2000px\"></div>");
            page.evaluate(library);
            return (String) page.evaluate(
                    """
                    async bpmn => {
                        const viewer = new BpmnJS({ container: '#canvas' });
                        await viewer.importXML(bpmn);
                        return (await viewer.saveSVG()).svg;
                    }
                    """,
                    bpmn);
        }
    }

    /** What a picture says about the model it was drawn from. */
    static String fingerprint(Path bpmn) throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(bpmn));
            return "drawn from " + bpmn.getFileName() + " "
                    + HexFormat.of().formatHex(digest).substring(0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
