package agency.frontline;

import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.engine.Variable;
import agency.frontline.nextstep.flow.NextStepVariables;
import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.Modifier;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.TimeDate;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.InputExpression;
import org.camunda.bpm.model.dmn.instance.Output;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same word everywhere: whatever a model, table or form calls a variable stands in the contract of its flow. */
@DisplayName("Variables of models, tables and forms stand in the contract")
class VariablesAreDeclaredTest {

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final Pattern LITERAL = Pattern.compile("'[^']*'|\"[^\"]*\"");
    /** A name that is no member of something else. */
    private static final Pattern NAME = Pattern.compile("(?<![\\w.])[a-zA-Z_]\\w*");

    /** What FEEL calls each thing that it looks at in turn. */
    private static final Pattern LOOP = Pattern.compile("\\b(?:some|every|for) (\\w+) in\\b");

    private static final Set<String> WORDS_OF_THE_LANGUAGES = Set.of(
            "null",
            "true",
            "false",
            "empty",
            "and",
            "or",
            "not",
            "eq",
            "ne",
            "gt",
            "ge",
            "lt",
            "le",
            "count",
            "if",
            "then",
            "else",
            "for",
            "in",
            "return",
            "some",
            "every",
            "satisfies",
            "item",
            "this",
            "case",
            "contains",
            "join",
            "lower",
            "split",
            "parent",
            "loop",
            "string",
            "date");

    static Stream<Model> models() {
        return Model.all();
    }

    @ParameterizedTest
    @MethodSource("models")
    void whateverTheModelNames(Model model) {
        var used = new TreeSet<String>();
        model.all(ConditionExpression.class).forEach(it -> used.addAll(namesIn(it.getTextContent())));
        model.all(TimeDate.class).forEach(it -> used.addAll(namesIn(it.getTextContent())));
        model.all(CamundaInputParameter.class).forEach(it -> {
            used.add(it.getCamundaName());
            used.addAll(namesIn(it.getTextContent()));
        });
        model.all(MultiInstanceLoopCharacteristics.class).forEach(it -> {
            used.addAll(namesIn(it.getCamundaCollection()));
            used.add(it.getCamundaElementVariable());
        });
        model.all(UserTask.class).forEach(task -> {
            for (var attribute : new String[] {"assignee", "candidateGroups", "dueDate"}) {
                var value = task.getAttributeValueNs(CAMUNDA, attribute);
                if (value != null && value.contains("${")) {
                    used.addAll(namesIn(value));
                }
            }
        });
        assertThat(declaredFor(model)).containsAll(used);
    }

    @ParameterizedTest
    @MethodSource("models")
    void whateverItsTablesAskAndAnswer(Model model) {
        assertThat(declaredFor(model))
                .containsAll(model.all(BusinessRuleTask.class).stream()
                        .flatMap(task -> namesInTable(task.getCamundaDecisionRef()).stream())
                        .toList());
    }

    @Test
    void whateverATableAsksAndAnswersThatOnlyJavaAsks() {
        assertThat(Model.askersOfTables()).isNotEmpty().allSatisfy(type -> assertThat(
                        (Set<?>) Model.constant(type, "VARIABLES"))
                .isEqualTo(namesInTable((String) Model.constant(type, "DECISION"))));
    }

    private static Set<String> namesInTable(String decision) {
        var used = new TreeSet<String>();
        var file = Model.PROCESSES.resolve(Model.kebabCase(decision) + ".dmn");
        var table = Dmn.readModelFromFile(file.toFile());
        table.getModelElementsByType(InputExpression.class)
                .forEach(input -> used.addAll(namesIn(input.getTextContent())));
        table.getModelElementsByType(Output.class).forEach(output -> used.add(output.getName()));
        return used;
    }

    @ParameterizedTest
    @MethodSource("models")
    void whateverItsFormsShowAndAsk(Model model) {
        var opened = model.nodes().stream()
                .map(node -> node.getAttributeValueNs(CAMUNDA, "formRef"))
                .collect(Collectors.toSet());
        var declared = declaredFor(model);
        assertThat(Form.all().filter(form -> opened.contains(form.id())))
                .allSatisfy(form -> assertThat(declared).containsAll(namesIn(form)));
    }

    private static Set<String> namesIn(Form form) {
        var used = new TreeSet<String>();
        var ofRows = form.parts().stream()
                .filter(Form.Part::inList)
                .map(Form.Part::key)
                .toList();
        for (var part : form.parts()) {
            if (!part.inList() && !part.key().isEmpty()) {
                used.add(part.key());
            }
            part.json().path("conditional").forEach(rule -> used.addAll(namesInFeel(rule)));
            used.addAll(namesInFeel(part.json().path("dataSource")));
            used.addAll(namesInFeel(part.json().path("expression")));
            var valuesKey = part.json().path("valuesKey").asText();
            if (!valuesKey.isEmpty()) {
                used.add(valuesKey);
            }
            var template = Pattern.compile("\\{\\{(?!/)(?:#(?:if|loop))?([^}]*)}}");
            template.matcher(part.json().path("text").asText())
                    .results()
                    .forEach(shown -> used.addAll(namesIn(shown.group(1))));
        }
        ofRows.forEach(used::remove);
        return used;
    }

    private static Set<String> namesInFeel(JsonNode expression) {
        return expression.asText().startsWith("=") ? namesIn(expression.asText().substring(1)) : Set.of();
    }

    private static Set<String> namesIn(String expression) {
        var bare = LITERAL.matcher(expression).replaceAll("").replaceAll("[${}#]", " ");
        var names = new HashSet<String>();
        var ofLoops = LOOP.matcher(bare).results().map(loop -> loop.group(1)).toList();
        NAME.matcher(bare).results().forEach(name -> names.add(name.group()));
        names.removeAll(WORDS_OF_THE_LANGUAGES);
        ofLoops.forEach(names::remove);
        return names;
    }

    private static Set<String> declaredFor(Model model) {
        var declared = new TreeSet<String>();
        // What a stranger wrote is called as in every other case.
        Stream.of(
                        model.contract(),
                        Model.all()
                                .filter(it -> it.id().equals("clientIssue"))
                                .findFirst()
                                .orElseThrow()
                                .contract())
                .flatMap(contract -> Stream.of(contract, NextStepVariables.class))
                .distinct()
                .flatMap(contract -> Stream.of(contract.getDeclaredFields()))
                .filter(field -> field.getType() == Variable.class && Modifier.isStatic(field.getModifiers()))
                .forEach(field -> {
                    try {
                        field.setAccessible(true);
                        declared.add(((Variable<?>) field.get(null)).name());
                    } catch (IllegalAccessException e) {
                        throw new IllegalStateException(e);
                    }
                });
        return declared;
    }
}
