package agency.frontline.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import agency.frontline.FrontlineTest;
import agency.frontline.engine.Rest.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@FrontlineTest
@DisplayName("A process owner's model passes the gate, or is told all that is wrong with it")
class ModelGateTest {

    private final String id = "owned" + UUID.randomUUID().toString().substring(0, 8);

    @LocalServerPort
    int port;

    @Autowired
    RepositoryService repository;

    @Autowired
    IdentityService identity;

    @Autowired
    ProcessEngine engine;

    Rest owner;

    @BeforeEach
    void anOwner() {
        owner = Rest.as(port, "owner");
    }

    @Test
    void aSoundModelIsDeployed() {
        var answer = deploy(Sketch.of().flow("start:begun", "m:callClient", "end:done"));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(deployed()).isEqualTo(1);
    }

    @Test
    void anOwnersVariantOfOurOwnProcessIsDeployed() throws IOException {
        var ours = Files.readString(Path.of("processes/client-issue.bpmn"))
                .replace("\"clientIssue\"", "\"clientIssue" + id + "\"")
                // Two models cannot wait for the same start message.
                .replaceAll("(?s)<bpmn:startEvent id=\"clientMessageReceived\".*?</bpmn:startEvent>", "")
                .replaceAll("<bpmn:flowNodeRef>clientMessageReceived</bpmn:flowNodeRef>", "")
                .replaceAll("<bpmn:incoming>flow_clientMessageReceived_setServiceLevel</bpmn:incoming>", "")
                .replaceAll("<bpmn:sequenceFlow id=\"flow_clientMessageReceived_setServiceLevel\"[^>]*/>", "")
                .replaceAll("(?s)<bpmndi:BPMNDiagram.*</bpmndi:BPMNDiagram>", "");
        var answer = owner.deploy(id, Map.of("variant.bpmn", ours));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);

        var withoutConfirmation = ours.replace("\"confirmResolution\"", "\"askClient\"")
                .replace("confirmResolution", "askClient")
                .replace("camunda:formRef=\"askClient\"", "camunda:formRef=\"confirmResolution\"");
        assertThat(problems(owner.deploy(id, Map.of("variant.bpmn", withoutConfirmation))))
                .anySatisfy(problem -> assertThat(problem).startsWith("[G3] issueResolved: "));
    }

    @Test
    void aSecondProcessForTheSameStartMessageIsRefusedInWords() throws IOException {
        var copy = Files.readString(Path.of("processes/client-issue.bpmn"))
                .replace("\"clientIssue\"", "\"clientIssue" + id + "\"");
        assertThat(problems(owner.deploy(id, Map.of("copy.bpmn", copy))))
                .containsExactly("[messages-known] clientMessageReceived: clientIssue.clientMessageReceived starts the"
                        + " process clientIssue already; a message starts one process only.");
    }

    @Test
    void twoProcessesOfOneKeyAreBadInput() {
        var sound = Sketch.of().flow("start:begun", "m:callClient", "end:done").file(id);
        var answer = owner.deploy(id, Map.of("one.bpmn", sound, "two.bpmn", sound));
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.text()).contains("same key");
    }

    static Stream<Arguments> brokenModels() {
        return Stream.of(
                arguments(
                        "history-time-to-live",
                        Sketch.of().flow("start:begun", "end:done"),
                        "camunda:historyTimeToLive=\"P1D\""),
                arguments(
                        "async-join",
                        Sketch.of()
                                .flow("start:begun", "parallel:split", "m:one", "parallel:join", "end:done")
                                .flow("split", "m:two", "join"),
                        ""),
                arguments(
                        "known-delegates",
                        Sketch.of()
                                .xml("<serviceTask id=\"send\" camunda:delegateExpression=\"${dataSource}\"/>")
                                .flow("start:begun", "send", "end:done"),
                        ""),
                arguments(
                        "no-scripts",
                        Sketch.of()
                                .xml(
                                        "<scriptTask id=\"run\" scriptFormat=\"javascript\"><script>1</script></scriptTask>")
                                .flow("start:begun", "run", "end:done"),
                        ""),
                arguments(
                        "no-class",
                        Sketch.of()
                                .xml("<serviceTask id=\"run\" camunda:class=\"java.lang.Thread\"/>")
                                .flow("start:begun", "run", "end:done"),
                        ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenModels")
    void aBrokenOneIsRefusedWithLineColumnAndRule(String rule, Sketch sketch, String leftOut) {
        var file = leftOut.isEmpty() ? sketch.file(id) : sketch.file(id).replace(leftOut, "");
        var answer = owner.deploy(id, Map.of("model.bpmn", file));

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.body().path("type").asText()).isEqualTo("ParseException");
        assertThat(answer.body().path("message").asText())
                .startsWith("ENGINE-09005 Could not parse BPMN process.")
                .contains("[" + rule + "]", "| resource model.bpmn | line ", "| column ");
        assertThat(answer.body().path("details").path("model.bpmn").path("errors"))
                .singleElement()
                .satisfies(error -> {
                    assertThat(error.path("message").asText()).startsWith("[" + rule + "] ");
                    assertThat(error.path("line").asInt()).isPositive();
                    assertThat(error.path("column").asInt()).isPositive();
                    assertThat(error.path("mainElementId").asText()).isNotEmpty();
                });
        assertThat(deployed()).isZero();
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        var answer = deploy(Sketch.of()
                .xml("<serviceTask id=\"run\" camunda:class=\"java.lang.Thread\"/>")
                .xml(
                        "<userTask id=\"ask\" camunda:candidateGroups=\"plumbers\" camunda:formRef=\"nowhere\" camunda:formRefBinding=\"latest\" camunda:assignee=\"${''.getClass()}\"/>")
                .xml("<serviceTask id=\"nothing\"/>")
                .flow("start:begun", "run", "ask", "nothing", "end:done"));
        assertThat(problems(answer))
                .anySatisfy(problem -> assertThat(problem).startsWith("[no-class] run: "))
                .anySatisfy(
                        problem -> assertThat(problem).startsWith("[groups-known] ask: There is no group plumbers."))
                .anySatisfy(problem -> assertThat(problem).startsWith("[forms-known] ask: There is no form nowhere."))
                .anySatisfy(
                        problem -> assertThat(problem).startsWith("[no-calls] ask: A model may not call 'getClass()'"))
                .anySatisfy(
                        problem -> assertThat(problem).contains("One of the attributes 'class', 'delegateExpression'"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"form.html", "code.js", "page.svg", "case.cmmn", "lib.jar", "notes.txt"})
    void nothingButModelsTablesAndFormsIsDeployed(String file) {
        var answer = owner.deploy(id, Map.of(file, "<script>alert(1)</script>"));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("message").asText()).contains(file, "Only .bpmn, .dmn and .form files");
        assertThat(answer.body().path("errors").get(0).path("field").asText()).isEqualTo(file);
    }

    @Test
    void formsAndTablesAreHeldToTheirRules() {
        var answer = owner.deploy(
                id,
                Map.of(
                        "upload.form",
                        "{\"id\":\"upload\",\"components\":[{\"type\":\"filepicker\",\"id\":\"file\"}]}",
                        "table.dmn",
                        """
                        <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="x">
                          <decision id="x"><literalExpression expressionLanguage="groovy"><text>1</text></literalExpression></decision>
                        </definitions>"""));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("[form-components]", "[no-scripts]", "[history-time-to-live]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"broken.bpmn", "broken.dmn", "broken.form"})
    void whatCannotBeReadIsBadInput(String file) {
        assertThat(owner.deploy(id, Map.of(file, "<definitions")).status()).isEqualTo(400);
    }

    @Test
    void aTableTheEngineCannotReadIsBadInput() {
        var answer = owner.deploy(
                id,
                Map.of(
                        "table.dmn",
                        """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:camunda="http://camunda.org/schema/1.0/dmn" id="d" name="d" namespace="x">
                  <decision id="%s" name="x" camunda:historyTimeToLive="P1D"><decisionTable id="t"><input id="i"><inputExpression id="e"><text>((</text></inputExpression></input><output id="o" typeRef="integer"/><rule id="r"><inputEntry id="a"><text>((</text></inputEntry><outputEntry id="b"><text>((</text></outputEntry></rule></decisionTable><decisionTable id="t2"/></decision>
                </definitions>"""
                                .formatted(id)));
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" targetNamespace=\"&e;\"/>",
                "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;\">]><definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" targetNamespace=\"&d;\"/>",
                "<!DOCTYPE x SYSTEM \"http://127.0.0.1:1/evil.dtd\"><definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" targetNamespace=\"x\"/>"
            })
    void entitiesAreNeverResolved(String xml) throws IOException {
        for (var file : List.of("evil.bpmn", "evil.dmn")) {
            var answer = owner.deploy(id, Map.of(file, xml));
            assertThat(answer.status()).as(answer.text()).isEqualTo(400);
            assertThat(answer.text())
                    .contains("DOCTYPE")
                    .doesNotContain(Files.readString(Path.of("/etc/hostname")).strip());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"manager", "director", "planner", "auditor", "intake"})
    void onlyProcessOwnersDeploy(String user) {
        var sound = Map.of(
                "model.bpmn",
                Sketch.of().flow("start:begun", "m:callClient", "end:done").file(id));
        assertThat(Rest.as(port, user).deploy(id, sound).status()).isEqualTo(403);
        assertThat(deployed()).isZero();
    }

    @Test
    void nobodyDeploysInTheNameOfThePackage() {
        var sound = Map.of(
                "model.bpmn",
                Sketch.of().flow("start:begun", "m:callClient", "end:done").file(id));
        var answer = owner.deploy(id, "frontline-package", sound);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("errors").get(0).path("field").asText()).isEqualTo("deployment-source");
    }

    @Test
    void aFormMayComeWithItsModel() {
        var answer = owner.deploy(
                id,
                Map.of(
                        "model.bpmn",
                        Sketch.of()
                                .xml(
                                        "<userTask id=\"ask\" camunda:candidateGroups=\"planners\" camunda:formRef=\"%sForm\" camunda:formRefBinding=\"latest\"/>"
                                                .formatted(id))
                                .flow("start:begun", "ask", "end:done")
                                .file(id),
                        "ask.form",
                        "{\"id\":\"%sForm\",\"type\":\"default\",\"components\":[]}".formatted(id)));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    @Test
    void aStoredModelLoadsWhateverHasChangedSince() {
        identity.saveGroup(identity.newGroup(id));
        deploy(Sketch.of()
                .xml("<userTask id=\"ask\" camunda:candidateGroups=\"%s\"/>".formatted(id))
                .flow("start:begun", "ask", "end:done"));
        identity.deleteGroup(id);
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getDeploymentCache()
                .discardProcessDefinitionCache();

        var instance = engine.getRuntimeService().startProcessInstanceByKey(id);
        assertThat(engine.getTaskService()
                        .createTaskQuery()
                        .processInstanceId(instance.getId())
                        .singleResult())
                .isNotNull();
        engine.getRuntimeService().deleteProcessInstance(instance.getId(), "test");
    }

    private Answer deploy(Sketch sketch) {
        return owner.deploy(id, Map.of("model.bpmn", sketch.file(id)));
    }

    private long deployed() {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(id)
                .count();
    }

    private static List<String> problems(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        return StreamSupport.stream(answer.body().path("details").spliterator(), false)
                .flatMap(file -> StreamSupport.stream(file.path("errors").spliterator(), false))
                .map(error -> error.path("message").asText())
                .toList();
    }
}
