package agency.frontline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Forms that Tasklist can show, Camunda Modeler can edit, and a person in a hurry can fill in (processes.md, Form manners). */
@DisplayName("Forms keep their manners")
class FormsTest {

    /** What Tasklist's form-js 1.8.7 shows; with any other component the whole form dies. */
    /** They get no data, so there is nothing to show first (camunda-facts 4.3). */
    private static final Set<String> START_FORMS = Set.of(
            "logIssue",
            "meetingHeld",
            "planTouchBase",
            "askForPulse",
            "deliverableNeeded",
            "newClientWon",
            "strategyQuestioned",
            "rescueNeeded",
            "planEndReached");

    private static final Set<String> SHOWN_BY_TASKLIST = Set.of(
            "text",
            "textfield",
            "textarea",
            "number",
            "checkbox",
            "radio",
            "select",
            "checklist",
            "taglist",
            "datetime",
            "group",
            "dynamiclist",
            "table",
            "button",
            "separator",
            "spacer",
            "html",
            "expression");

    /** Filled in before the form opens, by the listeners that prepare it. */
    private static final Map<String, Set<String>> PRESET = Map.of(
            "diagnoseIssue", Set.of("askedFor", "confidence", "course"),
            "replyToClient", Set.of("stance", "position", "promises"),
            "sendUpdate", Set.of("updateText"),
            "holdTouchBase", Set.of("attendees", "nextSteps"),
            "recordPlanBaseline", Set.of("boughtInBy"));

    private static final int AT_MOST_OPEN = 5;

    static Stream<Form> forms() {
        return Form.all();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aFormIsNamedAfterTheStepThatOpensIt(Form form) {
        assertThat(form.file()).hasFileName(Model.kebabCase(form.id()) + ".form");
        assertThat(form.json().path("executionPlatform").asText()).isEqualTo("Camunda Platform");
        assertThat(form.json().path("executionPlatformVersion").asText()).isEqualTo("7.24.0");
        assertThat(form.json().path("schemaVersion").asInt()).isBetween(1, 16);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void tasklistShowsEveryComponent(Form form) {
        assertThat(form.parts()).extracting(Form.Part::type).isSubsetOf(SHOWN_BY_TASKLIST);
        assertThat(form.parts())
                .extracting(part -> part.json().path("id").asText())
                .doesNotHaveDuplicates()
                .allSatisfy(id -> assertThat(id).isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aFormWithAListHasItsOwnSubmitButton(Form form) {
        var hasList = form.parts().stream().anyMatch(part -> part.type().equals("dynamiclist"));
        var hasSubmit = form.parts().stream()
                .anyMatch(part -> part.type().equals("button")
                        && part.json().path("action").asText().equals("submit"));
        assertThat(hasSubmit).as("Tasklist's own button stays grey").isEqualTo(hasList);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void contextStandsBeforeWhatIsAsked(Form form) {
        var parts = form.parts();
        var firstAsked =
                parts.stream().filter(Form.Part::isFilledIn).findFirst().orElseThrow();
        assertThat(parts.get(0).type()).as("a sentence says what this is about").isEqualTo("text");
        assertThat(parts.subList(0, parts.indexOf(firstAsked)))
                .as("the client's words come first (C-26)")
                .anySatisfy(part -> assertThat(part.isShownOnly() || START_FORMS.contains(form.id()))
                        .isTrue());
    }

    @ParameterizedTest
    @MethodSource("forms")
    void atMostFiveThingsToFillInByHandStandOpen(Form form) {
        var preset = PRESET.getOrDefault(form.id(), Set.of());
        assertThat(form.parts())
                .filteredOn(part -> part.isFilledIn() && !part.conditional() && !part.inList())
                .filteredOn(part -> !part.type().equals("checkbox") && !preset.contains(part.key()))
                .hasSizeLessThanOrEqualTo(AT_MOST_OPEN);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void everyFieldHasALabelAndEveryChoiceItsWord(Form form) {
        assertThat(form.parts()).filteredOn(Form.Part::isFilledIn).allSatisfy(part -> {
            var label = part.type().equals("datetime") ? "dateLabel" : "label";
            assertThat(part.json().path(label).asText())
                    .as("label of %s", part.key())
                    .isNotBlank();
            assertThat(part.json().path("values"))
                    .allSatisfy(
                            choice -> assertThat(choice.path("label").asText()).isNotBlank());
        });
    }

    @ParameterizedTest
    @MethodSource("forms")
    void whatAClientWroteIsNeverRenderedAsMarkdown(Form form) {
        assertThat(form.parts())
                .filteredOn(part -> Set.of("text", "html").contains(part.type()))
                .extracting(Form.Part::json)
                .extracting(JsonNode::toString)
                .allSatisfy(text -> assertThat(text)
                        .doesNotContain("clientWords")
                        .doesNotContain("clientSaid")
                        .doesNotContain("subject}}")
                        .doesNotContain("contactName"));
        assertThat(form.parts())
                .filteredOn(part -> part.key().equals("clientWords")
                        && !Set.of("logIssue", "strategyQuestioned").contains(form.id()))
                .allSatisfy(part -> {
                    assertThat(part.type()).isEqualTo("textarea");
                    assertThat(part.json().path("disabled").asBoolean()).isTrue();
                });
    }
}
