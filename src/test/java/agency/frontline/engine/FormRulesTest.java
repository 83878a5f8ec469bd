package agency.frontline.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A form holds only what Tasklist can show")
class FormRulesTest {

    @Test
    void ourOwnFormsDo() throws IOException {
        try (var forms = Files.list(Path.of("forms"))) {
            assertThat(forms.toList()).isNotEmpty().allSatisfy(form -> assertThat(
                            FormRules.problems(Files.readAllBytes(form)))
                    .as(form.toString())
                    .isEmpty());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"filepicker", "documentPreview", "script", "default", ""})
    void aComponentTasklistCannotShowIsNamed(String type) {
        assertThat(problems("{\"type\":\"group\",\"id\":\"g\",\"components\":[{\"type\":\"%s\",\"id\":\"upload\"}]}"
                        .formatted(type)))
                .singleElement()
                .asString()
                .startsWith("[form-components] Tasklist cannot show '" + type + "' (upload).");
    }

    @Test
    void aDynamicListNeedsAButtonOfItsOwn() {
        var list = "{\"type\":\"dynamiclist\",\"path\":\"promises\",\"id\":\"l\",\"components\":[]}";
        assertThat(problems(list)).singleElement().asString().startsWith("[form-submit]");
        assertThat(problems(list + ",{\"type\":\"button\",\"action\":\"reset\",\"id\":\"b\"}"))
                .singleElement()
                .asString()
                .startsWith("[form-submit]");
        assertThat(problems(list + ",{\"type\":\"button\",\"action\":\"submit\",\"id\":\"b\"}"))
                .isEmpty();
    }

    @Test
    void aFormHasAnIdAndComponents() {
        assertThat(FormRules.problems("{\"components\":[]}".getBytes(UTF_8)))
                .singleElement()
                .asString()
                .startsWith("[form-id]");
        assertThat(FormRules.problems("{\"id\":\"x\"}".getBytes(UTF_8)))
                .singleElement()
                .asString()
                .startsWith("[form-readable]");
        assertThat(FormRules.problems("[1".getBytes(UTF_8)))
                .singleElement()
                .asString()
                .startsWith("[form-readable]");
        assertThat(FormRules.problems("7".getBytes(UTF_8)))
                .singleElement()
                .asString()
                .startsWith("[form-readable]");
    }

    private static List<String> problems(String components) {
        return FormRules.problems(
                "{\"id\":\"x\",\"components\":[%s]}".formatted(components).getBytes(UTF_8));
    }
}
