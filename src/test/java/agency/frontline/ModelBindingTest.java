package agency.frontline;

import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.notification.Letters;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.EscalationEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.Script;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFailedJobRetryTimeCycle;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One phrase, spelled four ways (processes.md): label, id, form and class of a step can't drift apart. */
@DisplayName("Models, forms and code name the same things")
class ModelBindingTest {

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final Set<String> GROUPS = Set.of(
            "account-managers",
            "account-directors",
            "planners",
            "media-specialists",
            "writers",
            "art-directors",
            "project-managers",
            "producers");

    /** Groups that somebody chose among those for this very case. */
    private static final Set<String> CHOSEN = Set.of("${specialist.value()}", "${draftedBy}");

    static Stream<Model> models() {
        return Model.all();
    }

    @ParameterizedTest
    @MethodSource("models")
    void aFileIsNamedAfterItsProcessAndHasAContract(Model model) throws Exception {
        assertThat(model.file()).hasFileName(Model.kebabCase(model.id()) + ".bpmn");
        var key = model.contract().getDeclaredField("KEY");
        key.setAccessible(true);
        assertThat(key.get(null)).isEqualTo(model.id());
    }

    @ParameterizedTest
    @MethodSource("models")
    void aProcessHasAVersionAndKeepsItsHistory(Model model) {
        assertThat(model.process().isExecutable()).isTrue();
        assertThat(model.process().getCamundaVersionTag()).matches("\\d+\\.\\d+\\.\\d+");
        assertThat(model.process().getCamundaHistoryTimeToLiveString()).startsWith("P");
        assertThat(model.process().getDocumentations()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void anIdIsItsLabelInCamelCase(Model model) {
        assertThat(model.nodes()).filteredOn(node -> !isJoin(node)).allSatisfy(node -> assertThat(node.getName())
                .as("label of %s", node.getId())
                .isNotBlank()
                .satisfies(label -> assertThat(Model.camelCase(label)).isEqualTo(node.getId())));
    }

    @ParameterizedTest
    @MethodSource("models")
    void aGatewayAsksAndItsFlowsAnswer(Model model) {
        assertThat(model.all(Gateway.class))
                .filteredOn(gateway -> !isJoin(gateway))
                .allSatisfy(gateway -> assertThat(gateway.getName()).endsWith("?"));
        assertThat(model.all(SequenceFlow.class))
                .filteredOn(flow -> flow.getSource() instanceof ExclusiveGateway && !isJoin(flow.getSource()))
                .allSatisfy(flow -> {
                    assertThat(flow.getName()).as("answer on %s", flow.getId()).isNotBlank();
                    var gateway = (ExclusiveGateway) flow.getSource();
                    var hasCondition = flow.getConditionExpression() != null;
                    assertThat(hasCondition)
                            .as("%s has a condition or is the default, not both", flow.getId())
                            .isNotEqualTo(flow.equals(gateway.getDefault()));
                });
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyActivitySaysWhyItIsThere(Model model) {
        assertThat(model.all(Activity.class)).allSatisfy(activity -> assertThat(activity.getDocumentations())
                .as("documentation of %s", activity.getId())
                .isNotEmpty()
                .allSatisfy(text -> assertThat(text.getTextContent()).isNotBlank()));
    }

    @ParameterizedTest
    @MethodSource("models")
    void aServiceTaskIsTheDelegateOfItsName(Model model) {
        var delegates = Model.beans(JavaDelegate.class);
        assertThat(model.all(ServiceTask.class)).allSatisfy(task -> {
            assertThat(task.getCamundaDelegateExpression()).isEqualTo("${" + task.getId() + "}");
            assertThat(delegates).contains(task.getId());
            assertThat(task.getCamundaClass()).isNull();
            assertThat(task.getCamundaExpression()).isNull();
        });
    }

    @ParameterizedTest
    @MethodSource("models")
    void aListenerIsABeanOfOurs(Model model) {
        assertThat(model.all(CamundaTaskListener.class))
                .allSatisfy(listener -> assertThat(Model.beans(TaskListener.class))
                        .contains(Model.beanIn(listener.getCamundaDelegateExpression())));
        assertThat(model.all(CamundaExecutionListener.class))
                .allSatisfy(listener -> assertThat(Model.beans(ExecutionListener.class))
                        .contains(Model.beanIn(listener.getCamundaDelegateExpression())));
    }

    @Test
    void noDelegateOrListenerIsWithoutAStep() {
        var used = new HashSet<String>();
        models().forEach(model -> {
            model.all(ServiceTask.class).forEach(task -> used.add(task.getId()));
            model.all(CamundaTaskListener.class)
                    .forEach(listener -> used.add(Model.beanIn(listener.getCamundaDelegateExpression())));
            model.all(CamundaExecutionListener.class)
                    .forEach(listener -> used.add(Model.beanIn(listener.getCamundaDelegateExpression())));
        });
        var ours = new TreeSet<String>();
        ours.addAll(Model.beans(JavaDelegate.class));
        ours.addAll(Model.beans(TaskListener.class));
        ours.addAll(Model.beans(ExecutionListener.class));
        assertThat(used).containsAll(ours);
    }

    @ParameterizedTest
    @MethodSource("models")
    void aUserTaskOpensTheFormOfItsName(Model model) {
        assertThat(model.all(UserTask.class)).allSatisfy(task -> {
            assertThat(task.getAttributeValueNs(CAMUNDA, "formRef")).isEqualTo(task.getId());
            assertThat(task.getAttributeValueNs(CAMUNDA, "formRefBinding")).isEqualTo("latest");
            assertFormExists(task.getId());
        });
        assertThat(model.all(StartEvent.class))
                .filteredOn(start -> start.getAttributeValueNs(CAMUNDA, "formRef") != null)
                .allSatisfy(start -> {
                    assertThat(start.getAttributeValueNs(CAMUNDA, "formRefBinding"))
                            .isEqualTo("latest");
                    assertFormExists(start.getAttributeValueNs(CAMUNDA, "formRef"));
                });
    }

    private static void assertFormExists(String form) throws IOException {
        var file = Model.FORMS.resolve(Model.kebabCase(form) + ".form");
        assertThat(file).exists();
        assertThat(new ObjectMapper().readTree(file.toFile()).path("id").asText())
                .isEqualTo(form);
    }

    @Test
    void noFormIsWithoutAStep() {
        var opened = new HashSet<String>();
        models().forEach(model -> model.nodes().forEach(node -> {
            var form = node.getAttributeValueNs(CAMUNDA, "formRef");
            if (form != null) {
                opened.add(Model.kebabCase(form) + ".form");
            }
        }));
        assertThat(Model.files(Model.FORMS, ".form"))
                .extracting(file -> file.getFileName().toString())
                .containsExactlyInAnyOrderElementsOf(opened);
    }

    @ParameterizedTest
    @MethodSource("models")
    void aUserTaskIsOfferedToAGroupWeHave(Model model) {
        assertThat(model.all(UserTask.class)).allSatisfy(task -> assertThat(task.getCamundaCandidateGroupsList())
                .as("groups of %s", task.getId())
                .isNotEmpty()
                .allSatisfy(group -> assertThat(GROUPS.contains(group) || CHOSEN.contains(group))
                        .as("%s is a group", group)
                        .isTrue()));
    }

    @ParameterizedTest
    @MethodSource("models")
    void whateverIsOfferedToAccountManagersIsTheOwners(Model model) {
        assertThat(model.all(UserTask.class))
                .filteredOn(task -> model.id().equals("clientIssue")
                        && task.getCamundaCandidateGroupsList().contains("account-managers"))
                .allSatisfy(task -> assertThat(task.getCamundaAssignee()).isIn("${owner}", "${promiseOwner}"));
    }

    @ParameterizedTest
    @MethodSource("models")
    void aDecisionIsATableWePackage(Model model) {
        assertThat(model.all(BusinessRuleTask.class))
                .allSatisfy(task -> assertIsPackaged(task.getCamundaDecisionRef()));
    }

    private static void assertIsPackaged(String decision) {
        var file = Model.PROCESSES.resolve(Model.kebabCase(decision) + ".dmn");
        assertThat(file).exists();
        assertThat(Dmn.readModelFromFile(file.toFile()).getModelElementsByType(Decision.class))
                .singleElement()
                .satisfies(table -> {
                    assertThat(table.getId()).isEqualTo(decision);
                    assertThat(table.getVersionTag()).matches("\\d+\\.\\d+\\.\\d+");
                    assertThat(table.getCamundaHistoryTimeToLiveString()).startsWith("P");
                });
    }

    @Test
    void aTableThatNoModelAsksIsAskedByAClassThatNamesIt() {
        var asked = Model.askersOfTables()
                .map(type -> (String) Model.constant(type, "DECISION"))
                .toList();
        assertThat(asked).isNotEmpty().allSatisfy(ModelBindingTest::assertIsPackaged);
        var byModels = models().flatMap(model -> model.all(BusinessRuleTask.class).stream())
                .map(BusinessRuleTask::getCamundaDecisionRef);
        assertThat(Model.files(Model.PROCESSES, ".dmn"))
                .extracting(file -> file.getFileName().toString())
                .containsExactlyInAnyOrderElementsOf(Stream.concat(asked.stream(), byModels)
                        .map(decision -> Model.kebabCase(decision) + ".dmn")
                        .collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @MethodSource("models")
    void aMessageIsNamedByItsProcessAndTheEventThatCatchesIt(Model model) throws Exception {
        assertThat(model.all(MessageEventDefinition.class)).allSatisfy(definition -> {
            var event = (CatchEvent) definition.getParentElement();
            var name = definition.getMessage().getName();
            // A second event that catches the same message says a word more; so does one whose end has the name.
            var another = isSecond(model, event, name);
            assertThat(model.id() + "." + event.getId())
                    .satisfies(id -> assertThat(another ? id.startsWith(name) : id.equals(name))
                            .isTrue());
        });
        var inModel = model.all(Message.class).stream().map(Message::getName).toList();
        assertThat(inModel).containsExactlyInAnyOrderElementsOf(contractMessages(model));
    }

    private static boolean isSecond(Model model, CatchEvent event, String message) {
        if (model.all(EndEvent.class).stream().anyMatch(end -> message.equals(model.id() + "." + end.getId()))) {
            return true;
        }
        return model.all(MessageEventDefinition.class).stream()
                .filter(definition -> definition.getMessage().getName().equals(message))
                .anyMatch(definition -> definition.getParentElement() != event
                        && message.equals(model.id() + "." + ((CatchEvent) definition.getParentElement()).getId()));
    }

    private static List<String> contractMessages(Model model) throws IllegalAccessException {
        var messages = new ArrayList<String>();
        for (var field : model.contract().getDeclaredFields()) {
            if (field.getName().equals("MESSAGES")) {
                field.setAccessible(true);
                ((Set<?>) field.get(null)).forEach(message -> messages.add((String) message));
            }
        }
        return messages;
    }

    @ParameterizedTest
    @MethodSource("models")
    void anEscalationCodeIsTheEventThatCatchesIt(Model model) {
        assertThat(model.all(EscalationEventDefinition.class))
                .filteredOn(definition -> definition.getParentElement() instanceof CatchEvent)
                .allSatisfy(definition -> assertThat(definition.getEscalation().getEscalationCode())
                        .isEqualTo(((CatchEvent) definition.getParentElement()).getId()));
    }

    @ParameterizedTest
    @MethodSource("models")
    void aStepThatWritesToTheClientWaitsAndTriesAgain(Model model) {
        assertThat(model.all(ServiceTask.class))
                .filteredOn(task -> writesLetters(task.getId()))
                .allSatisfy(task -> {
                    assertThat(task.isCamundaAsyncBefore())
                            .as("%s waits", task.getId())
                            .isTrue();
                    assertThat(task.getExtensionElements()
                                    .getElementsQuery()
                                    .filterByType(CamundaFailedJobRetryTimeCycle.class)
                                    .list())
                            .as("%s tries again", task.getId())
                            .hasSize(1);
                });
    }

    private static boolean writesLetters(String bean) {
        return Model.flowClasses(JavaDelegate.class).stream()
                .filter(type -> Model.beanName(type).equals(bean))
                .flatMap(type -> Arrays.stream(type.getDeclaredFields()))
                .anyMatch(field -> field.getType() == Letters.class);
    }

    @ParameterizedTest
    @MethodSource("models")
    void aUserTaskIsNeverAsync(Model model) {
        assertThat(model.all(UserTask.class))
                .allSatisfy(task -> assertThat(task.isCamundaAsyncBefore() || task.isCamundaAsyncAfter())
                        .as("%s is there when Tasklist asks for the next task", task.getId())
                        .isFalse());
    }

    @ParameterizedTest
    @MethodSource("models")
    void colleaguesWhoFinishAtTheSameTimeMeetBehindAWaitState(Model model) {
        assertThat(model.all(SubProcess.class))
                .filteredOn(sub -> sub.getLoopCharacteristics() instanceof MultiInstanceLoopCharacteristics)
                .flatExtracting(sub -> sub.getChildElementsByType(EndEvent.class))
                .allSatisfy(end -> assertThat(meetsAPersonAtOnce(end))
                        .as("a person's step leads to %s without a wait state", end.getId())
                        .isFalse());
    }

    private static boolean meetsAPersonAtOnce(FlowNode node) {
        if (node instanceof UserTask) {
            return true;
        }
        if (node.isCamundaAsyncBefore() || node instanceof BoundaryEvent) {
            return false;
        }
        return node.getIncoming().stream().map(SequenceFlow::getSource).anyMatch(ModelBindingTest::meetsAPersonAtOnce);
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyNodeStandsInOneLane(Model model) {
        var inLanes = model.all(Lane.class).stream()
                .flatMap(lane -> lane.getFlowNodeRefs().stream())
                .map(FlowNode::getId)
                .toList();
        var inProcess = model.process().getChildElementsByType(FlowNode.class).stream()
                .map(FlowNode::getId)
                .toList();
        assertThat(inLanes).containsExactlyInAnyOrderElementsOf(inProcess);
    }

    @ParameterizedTest
    @MethodSource("models")
    void everythingIsDrawn(Model model) {
        assertThat(model.nodes()).allSatisfy(node -> assertThat(node.getDiagramElement())
                .as("shape of %s", node.getId())
                .isNotNull());
        assertThat(model.all(SequenceFlow.class)).allSatisfy(flow -> assertThat(flow.getDiagramElement())
                .as("line of %s", flow.getId())
                .isNotNull());
    }

    @ParameterizedTest
    @MethodSource("models")
    void noModelHoldsAScript(Model model) {
        assertThat(model.all(ScriptTask.class)).isEmpty();
        assertThat(model.all(Script.class)).isEmpty();
    }

    /** A gateway where paths only meet needs no question; neither does the start of a wait. */
    private static boolean isJoin(FlowNode node) {
        return node instanceof Gateway
                && !(node instanceof EventBasedGateway)
                && node.getIncoming().size() > 1
                && node.getOutgoing().size() == 1;
    }
}
