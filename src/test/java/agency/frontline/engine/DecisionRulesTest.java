package agency.frontline.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A decision is a table, not a program")
class DecisionRulesTest {

    @Test
    void ourOwnTableIs() throws IOException {
        assertThat(DecisionRules.problems(Files.readAllBytes(Path.of("processes/service-level.dmn"))))
                .isEmpty();
    }

    @Test
    void feelAndPlainExpressionsAreWelcome() {
        assertThat(
                        problems(
                                "<literalExpression id=\"e\" expressionLanguage=\"feel\"><text>1 + 1</text></literalExpression>"))
                .isEmpty();
        assertThat(
                        problems(
                                "<literalExpression id=\"e\" expressionLanguage=\"https://www.omg.org/spec/DMN/20191111/FEEL/\"><text>1</text></literalExpression>"))
                .isEmpty();
        assertThat(
                        problems(
                                "<literalExpression id=\"e\" expressionLanguage=\"juel\"><text>${tier}</text></literalExpression>"))
                .isEmpty();
    }

    @Test
    void scriptsAreNot() {
        assertThat(
                        problems(
                                "<literalExpression id=\"e\" expressionLanguage=\"javascript\"><text>1</text></literalExpression>"))
                .containsExactly(
                        "[no-scripts] <literalExpression e> is written in javascript; only FEEL and plain expressions are allowed.");
        assertThat(
                        problems(
                                "<literalExpression id=\"e\"><text>function(a) external { java: { class: \"java.lang.Math\" } }</text></literalExpression>"))
                .singleElement()
                .asString()
                .startsWith("[no-scripts]");
        assertThat(
                        problems(
                                "<literalExpression id=\"e\" expressionLanguage=\"juel\"><text>${''.getClass()}</text></literalExpression>"))
                .singleElement()
                .asString()
                .startsWith("[no-calls] <literalExpression e>: A model may not call 'getClass()'");
    }

    @Test
    void itSaysHowLongItsResultsAreKept() {
        assertThat(DecisionRules.problems(
                        "<definitions xmlns=\"https://www.omg.org/spec/DMN/20191111/MODEL/\"><decision id=\"d\"/></definitions>"
                                .getBytes(UTF_8)))
                .singleElement()
                .asString()
                .startsWith("[history-time-to-live]");
    }

    @Test
    void entitiesAreNotResolved() {
        assertThat(DecisionRules.problems(
                        "<!DOCTYPE d [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><definitions>&e;</definitions>"
                                .getBytes(UTF_8)))
                .singleElement()
                .asString()
                .startsWith("[readable]")
                .contains("DOCTYPE");
    }

    private static List<String> problems(String expression) {
        return DecisionRules.problems(
                """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/"
                    xmlns:camunda="http://camunda.org/schema/1.0/dmn" id="x" name="x" namespace="x">
                  <decision id="d" camunda:historyTimeToLive="P1D">%s</decision>
                </definitions>"""
                        .formatted(expression)
                        .getBytes(UTF_8));
    }
}
