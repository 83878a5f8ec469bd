package agency.frontline.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The template files")
class TemplateFilesTest {

    private static final Path MAIL = Path.of("src/main/resources/mail");

    @Test
    void areTheSameInEveryLanguage() throws IOException {
        var english = names(MAIL.resolve("en"));

        try (var folders = Files.list(MAIL).filter(Files::isDirectory)) {
            assertThat(folders.toList()).hasSizeGreaterThan(1).allSatisfy(folder -> assertThat(names(folder))
                    .isEqualTo(english));
        }
    }

    @Test
    @DisplayName("hold no template without a use")
    void holdNothingElse() throws IOException {
        var english = Languages.found().of("en");

        assertThat(names(MAIL.resolve("en"))).allSatisfy(name -> assertThat(name)
                .satisfiesAnyOf(
                        file -> assertThat(file).isEqualTo("messages.properties"), file -> assertThat(Template.values())
                                .extracting(template -> template.in(english, file.replaceAll(".*\\.", "")))
                                .contains("en/" + file)));
    }

    @Test
    @DisplayName("escape whatever they print into HTML and preprocess nothing (D07)")
    void escape() throws IOException {
        try (var files = Files.walk(MAIL).filter(file -> file.toString().endsWith(".html"))) {
            assertThat(files.toList()).isNotEmpty().allSatisfy(file -> assertThat(Files.readString(file))
                    .doesNotContain("utext", "[(", "__", "<img", "<script", "http"));
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
