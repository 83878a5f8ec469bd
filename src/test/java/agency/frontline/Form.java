package agency.frontline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A packaged form as the tests read it: its components in the order of the page, with what hides them. */
final class Form {

    private static final Set<String> INPUTS = Set.of(
            "textfield",
            "textarea",
            "number",
            "checkbox",
            "radio",
            "select",
            "checklist",
            "taglist",
            "datetime",
            "dynamiclist");

    private final Path file;
    private final JsonNode json;
    private final List<Part> parts = new ArrayList<>();

    /**
     * A component.
     *
     * @param conditional whether it, or a group around it, is hidden until something else is chosen
     * @param inList whether it stands in a row of a dynamic list, whose fields are no variables
     */
    record Part(JsonNode json, boolean conditional, boolean inList) {

        String type() {
            return json.path("type").asText();
        }

        String key() {
            return json.path("key").asText(json.path("path").asText());
        }

        boolean isShownOnly() {
            return json.path("disabled").asBoolean() || json.path("readonly").asBoolean();
        }

        boolean isFilledIn() {
            return INPUTS.contains(type()) && !isShownOnly();
        }
    }

    private Form(Path file) {
        this.file = file;
        try {
            json = new ObjectMapper().readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        collect(json.path("components"), false, false);
    }

    static Stream<Form> all() {
        return Model.files(Model.FORMS, ".form").stream().map(Form::new);
    }

    private void collect(JsonNode components, boolean conditional, boolean inList) {
        for (var component : components) {
            var hidden = conditional || component.path("conditional").has("hide");
            parts.add(new Part(component, hidden, inList));
            collect(
                    component.path("components"),
                    hidden,
                    inList || component.path("type").asText().equals("dynamiclist"));
        }
    }

    Path file() {
        return file;
    }

    JsonNode json() {
        return json;
    }

    String id() {
        return json.path("id").asText();
    }

    List<Part> parts() {
        return parts;
    }

    @Override
    public String toString() {
        return file.getFileName().toString();
    }
}
