package agency.frontline.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The words of models, tables and forms, in which a reader is told what the engine only knows by id. */
@Component
class ModelWords {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final RepositoryService repository;

    /** By the form's id in the database, which never changes its content. */
    private final Map<String, Form> forms = new ConcurrentHashMap<>();

    private final Map<String, Table> tables = new ConcurrentHashMap<>();

    ModelWords(@Lazy RepositoryService repository) {
        this.repository = repository;
    }

    /** A field of a form: what it is called, and what its choices are called by value. */
    record Field(String label, Map<String, String> choices) {

        String text(Object value) {
            if (value instanceof Collection<?> many) {
                return String.join(", ", many.stream().map(this::text).toList());
            }
            if (value instanceof Map<?, ?> row) {
                var parts = new ArrayList<String>();
                row.forEach((name, part) -> {
                    if (part != null) {
                        parts.add(humanised(String.valueOf(name)) + ": " + part);
                    }
                });
                return String.join("; ", parts);
            }
            if (value instanceof Boolean yes) {
                return yes ? "Yes" : "No";
            }
            return choices.getOrDefault(value.toString(), value.toString());
        }
    }

    /** The fields that can be filled in, in the form's order. */
    record Form(Map<String, Field> fields) {

        static final Form NONE = new Form(Map.of());

        Field field(String name) {
            return fields.getOrDefault(name, new Field(humanised(name), Map.of()));
        }
    }

    /**
     * A decision table.
     *
     * @param asked what an input column asks for, by the column's id
     * @param rules the description of each rule by its id, or its number where it has none
     */
    record Table(int version, Map<String, String> asked, Map<String, Integer> places, Map<String, String> rules) {

        @Nullable String asked(String column) {
            return asked.get(column);
        }

        int place(String column) {
            return places.getOrDefault(column, Integer.MAX_VALUE);
        }

        String rule(String id) {
            return rules.getOrDefault(id, id);
        }
    }

    /** The form of a task or start event, as it stands now; {@link Form#NONE} where there is none. */
    Form formOf(BpmnModelInstance model, String element) {
        var node = model.getModelElementById(element);
        String key = null;
        if (node instanceof UserTask task) {
            key = task.getCamundaFormRef();
        } else if (node instanceof StartEvent start) {
            key = start.getCamundaFormRef();
        }
        return key == null ? Form.NONE : latestForm(key);
    }

    /** The groups whose task it is, as the model writes them: ids, or expressions. */
    List<String> groupsOf(BpmnModelInstance model, String element) {
        return model.getModelElementById(element) instanceof UserTask task
                ? task.getCamundaCandidateGroupsList()
                : List.of();
    }

    /** A version of a decision table, by its id in the database. */
    Table table(String decisionDefinitionId) {
        return tables.computeIfAbsent(decisionDefinitionId, id -> {
            var version = repository.getDecisionDefinition(id).getVersion();
            var asked = new HashMap<String, String>();
            var places = new HashMap<String, Integer>();
            var rules = new HashMap<String, String>();
            var model = repository.getDmnModelInstance(id);
            for (var table : model.getModelElementsByType(DecisionTable.class)) {
                for (var input : table.getInputs()) {
                    places.put(input.getId(), places.size());
                    if (input.getInputExpression() != null
                            && input.getInputExpression().getText() != null) {
                        asked.put(
                                input.getId(),
                                input.getInputExpression()
                                        .getText()
                                        .getTextContent()
                                        .strip());
                    }
                }
                table.getOutputs().forEach(output -> places.put(output.getId(), places.size()));
                for (var rule : table.getRules()) {
                    rules.put(rule.getId(), description(rule, rules.size() + 1));
                }
            }
            return new Table(version, asked, places, rules);
        });
    }

    private static String description(Rule rule, int number) {
        var description =
                rule.getDescription() == null ? "" : rule.getDescription().getTextContent();
        return description.isBlank() ? "Rule " + number : description.strip();
    }

    /** "reallyNeeds" as people would write it: "Really needs". */
    static String humanised(String camelCase) {
        var words = camelCase
                .replaceAll("([a-z0-9])([A-Z])", "$1 $2")
                .replace('_', ' ')
                .toLowerCase(Locale.ROOT)
                .strip();
        return words.isEmpty() ? camelCase : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** Runs in a command of the engine only. */
    private Form latestForm(String key) {
        var context = Context.getCommandContext();
        var form = context.getCamundaFormDefinitionManager().findLatestDefinitionByKey(key);
        if (form == null) {
            return Form.NONE;
        }
        return forms.computeIfAbsent(form.getId(), id -> {
            var resource = context.getResourceManager()
                    .findResourceByDeploymentIdAndResourceName(form.getDeploymentId(), form.getResourceName());
            return read(resource.getBytes());
        });
    }

    static Form read(byte[] form) {
        try {
            var fields = new LinkedHashMap<String, Field>();
            collect(JSON.readTree(form).path("components"), fields);
            return new Form(fields);
        } catch (IOException e) {
            throw new UncheckedIOException("A deployed form is no JSON", e);
        }
    }

    private static void collect(JsonNode components, Map<String, Field> fields) {
        for (var component : components) {
            if (component.path("type").asText().equals("dynamiclist")) {
                var name = component.path("path").asText();
                fields.put(name, new Field(label(component, name), Map.of()));
                continue;
            }
            if (component.hasNonNull("key")
                    && !component.path("disabled").asBoolean()
                    && !component.path("readonly").asBoolean()) {
                var name = component.path("key").asText();
                fields.put(name, new Field(label(component, name), choices(component)));
            }
            collect(component.path("components"), fields);
        }
    }

    private static String label(JsonNode component, String name) {
        for (var property : List.of("label", "dateLabel")) {
            var label = component.path(property).asText();
            // An expression is no label for a reader.
            if (!label.isBlank() && !label.startsWith("=")) {
                return label;
            }
        }
        return humanised(name);
    }

    private static Map<String, String> choices(JsonNode component) {
        var choices = new HashMap<String, String>();
        for (var choice : component.path("values")) {
            choices.put(choice.path("value").asText(), choice.path("label").asText());
        }
        return choices;
    }
}
