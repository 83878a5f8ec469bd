package agency.frontline.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A language is a folder, and what it lacks is told at start")
class LanguagesTest {

    private final Languages languages = Languages.found();

    @ParameterizedTest
    @CsvSource({
        "en,en",
        "pl,pl",
        "PL,pl",
        "pl-PL,pl",
        "en-US,en",
        "pl-Latn-PL,pl",
        "de,en",
        "de-AT,en",
        "'',en",
        "no tag!,en"
    })
    void whoCannotBeWrittenToInTheirOwnGetsTheNearest(String tag, String language) {
        assertThat(languages.of(tag).tag()).isEqualTo(language);
    }

    @Test
    void regionalFolderGoesBeforeItsBase() {
        var phrases = languages.of("en").phrases();
        var both = Languages.of(Map.of("en", new Language("en", phrases), "en-US", new Language("en-US", phrases)));

        assertThat(both.of("en-US").tag()).isEqualTo("en-US");
        assertThat(both.of("en-GB").tag()).isEqualTo("en");
    }

    @Test
    void missingAndUnknownPhrasesAreNamed() {
        var english = new Language("en", Map.of("greeting", "Hello {name},", "closing", "Bye"));
        var german = new Language("de", Map.of("greeting", "Guten Tag,", "gruss", "Tschüs"));

        assertThatThrownBy(() -> Languages.of(Map.of("en", english, "de", german)))
                .hasMessage(
                        """
                        mail/de/messages.properties lacks 'closing'
                        mail/de/messages.properties has 'gruss', which English does not know""");
    }

    @Test
    void aPhraseMayNameOnlyWhatEnglishNamesThere() {
        var english = new Language("en", Map.of("greeting", "Hello {name},"));
        var german = new Language("de", Map.of("greeting", "Guten Tag {nachname},"));

        assertThatThrownBy(() -> Languages.of(Map.of("en", english, "de", german)))
                .hasMessage("'greeting' in mail/de/messages.properties names {nachname}; English has only [name]");
    }

    @Test
    void whatIsFilledInIsNotLookedIntoAgain() {
        var language = new Language("en", Map.of("about", "{owner} on {subject}"));

        assertThat(language.say("about", Map.of("owner", "{subject} $1 \\", "subject", "{{owner}}")))
                .isEqualTo("{subject} $1 \\ on {{owner}}");
    }

    @Test
    void listsReadAsSentences() {
        var polish = languages.of("pl");

        assertThat(polish.list(List.of())).isEmpty();
        assertThat(polish.list(List.of("a"))).isEqualTo("a");
        assertThat(polish.list(List.of("a", "b", "c"))).isEqualTo("a, b i c");
    }

    @Test
    void aTemplateMayNameOnlyWhatItIsGiven() {
        var source =
                """
                <p th:if="${owner}" th:text="${ownr.name} + ${#strings.toUpperCase(cllient)}"></p>
                <li th:each="promise, at : ${promises}" th:text="${promise.what()} + ${at.first} + ${map[kee]}"></li>
                [(${view.paragraphs()})]
                """;

        assertThat(MailTemplates.unknownNames(source, Set.of("owner", "promises", "view")))
                .containsExactly("cllient", "kee", "map", "ownr");
    }
}
