package agency.frontline.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a newly deployed form has to keep. Camunda Modeler offers more than Tasklist 7.24 can show (form-js 1.8.7), and
 * warns of nothing; one component too many and the task cannot be completed.
 */
final class FormRules {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> COMPONENTS = Set.of(
            "button",
            "checkbox",
            "checklist",
            "datetime",
            "dynamiclist",
            "expression",
            "group",
            "html",
            "iframe",
            "image",
            "number",
            "radio",
            "select",
            "separator",
            "spacer",
            "table",
            "taglist",
            "text",
            "textarea",
            "textfield");

    private FormRules() {}

    /** The form's id, which models name; empty if it has none or is no form. */
    static Optional<String> idOf(byte[] form) {
        try {
            return Optional.of(JSON.readTree(form).path("id").asText("")).filter(id -> !id.isBlank());
        } catch (IOException noJson) {
            return Optional.empty();
        }
    }

    /** What is wrong with the form; empty if nothing is. */
    static List<String> problems(byte[] form) {
        JsonNode root;
        try {
            root = JSON.readTree(form);
        } catch (IOException noJson) {
            return List.of("[form-readable] This is no JSON.");
        }
        var problems = new ArrayList<String>();
        if (!root.isObject()) {
            return List.of("[form-readable] A form is a JSON object with \"id\" and \"components\".");
        }
        if (root.path("id").asText("").isBlank()) {
            problems.add("[form-id] Give the form an \"id\"; models name it by that.");
        }
        if (!root.path("components").isArray()) {
            problems.add("[form-readable] The form has no list of \"components\".");
        }
        var types = new ArrayList<JsonNode>();
        collect(root.path("components"), types);
        for (var component : types) {
            var type = component.path("type").asText("");
            if (!COMPONENTS.contains(type)) {
                problems.add("[form-components] Tasklist cannot show '%s' (%s). It can show: %s."
                        .formatted(
                                type,
                                component.path("id").asText("without id"),
                                String.join(", ", new TreeSet<>(COMPONENTS))));
            }
        }
        var hasList = types.stream().anyMatch(component -> isOf("dynamiclist", component));
        var hasSubmit = types.stream()
                .anyMatch(component -> isOf("button", component)
                        && component.path("action").asText("submit").equals("submit"));
        if (hasList && !hasSubmit) {
            problems.add("[form-submit] Add a button with action \"submit\": after a row of a dynamic list was edited,"
                    + " Tasklist's own button stays off.");
        }
        return problems;
    }

    private static boolean isOf(String type, JsonNode component) {
        return component.path("type").asText().equals(type);
    }

    private static void collect(JsonNode components, List<JsonNode> types) {
        for (var component : components) {
            types.add(component);
            collect(component.path("components"), types);
        }
    }
}
