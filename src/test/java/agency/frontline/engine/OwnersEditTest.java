package agency.frontline.engine;

import static agency.frontline.engine.Rest.variables;
import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.FrontlineTest;
import agency.frontline.engine.PackagedModels.Decision;
import agency.frontline.engine.PackagedModels.Outcome;
import agency.frontline.engine.Rest.Answer;
import agency.frontline.story.Case;
import agency.frontline.story.Cases;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@FrontlineTest
@DisplayName("A process owner changes a process, a form and a table with Camunda Modeler, and it stays so")
class OwnersEditTest {

    private static final String BY_OWNER = "Owner's edit";

    private static final Map<String, String> DIAGNOSIS = Map.of(
            "issueKind", "QUESTION",
            "reallyNeeds", "To know that the launch date holds",
            "unsaid", "none heard",
            "diagnosis", "The print shop has not confirmed the slot",
            "view", "The date holds, with one proof round less",
            "confidence", "MEDIUM",
            "course", "ANSWER");

    @LocalServerPort
    int port;

    @Autowired
    Cases cases;

    @Autowired
    PackagedModels models;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @AfterEach
    void theEditIsTakenBack() {
        repository.createDeploymentQuery().deploymentName(BY_OWNER).list().stream()
                .map(Deployment::getId)
                .forEach(edit -> repository.deleteDeployment(edit, true));
        assertThat(models.deploy()).extracting(Decision::outcome).containsOnly(Outcome.UNCHANGED);
    }

    @Test
    void runningCasesStayOnTheirVersionAndNewOnesTakeTheNew() throws IOException {
        var old = cases.mailFrom("ceo@birch.example", "Before the edit", "One");
        var version = versionOf(old.head().processInstanceId());

        var changed =
                read("processes/client-issue.bpmn").replace("name=\"Diagnose issue\"", "name=\"Diagnose the issue\"");
        assertThat(deploy("client-issue.bpmn", changed).status()).isEqualTo(200);

        var fresh = cases.mailFrom("ceo@birch.example", "After the edit", "Two");
        assertThat(versionOf(old.head().processInstanceId())).isEqualTo(version);
        assertThat(versionOf(fresh.head().processInstanceId())).isEqualTo(version + 1);
        assertThat(fresh.task("diagnoseIssue", "manager").getName()).isEqualTo("Diagnose the issue");
        assertThat(decided()).containsEntry("clientIssue", Outcome.KEPT);
    }

    @Test
    @DisplayName("C-10: without the step that tells the client our view, a referral counts as passed through")
    void aModelThatSkipsTheFirstViewPassesTheClientThrough() throws IOException {
        var asDrawn = consulted();
        assertThat(asDrawn.lastToClient().purpose()).isEqualTo("sendFirstView");
        assertThat(asDrawn.fact("told_before_referral")).isEqualTo(true);

        assertThat(deploy("client-issue.bpmn", withoutFirstView()).status()).isEqualTo(200);

        var passedThrough = consulted();
        assertThat(passedThrough.lastToClient().purpose()).isEqualTo("acknowledgeIssue");
        assertThat(passedThrough.told("planner")).containsExactly("opinionAsked");
        assertThat(passedThrough.task("giveOpinion", "planner").getDueDate()).isNotNull();
        assertThat(passedThrough.fact("told_before_referral")).isEqualTo(false);
    }

    @Test
    @DisplayName("C-07, F19: an owner's older model without triage and merging still works, and says what it cannot do")
    void aModelThatKnowsNoEmergenciesWantsTheDiagnosisAtOnce() throws IOException {
        var old = read("processes/client-issue.bpmn")
                .replace("id=\"triageEmergency\"", "id=\"lookAtItFirst\"")
                .replace("sourceRef=\"triageEmergency\"", "sourceRef=\"lookAtItFirst\"")
                .replace("targetRef=\"triageEmergency\"", "targetRef=\"lookAtItFirst\"")
                .replace("<bpmn:flowNodeRef>triageEmergency<", "<bpmn:flowNodeRef>lookAtItFirst<")
                .replace("bpmnElement=\"triageEmergency\"", "bpmnElement=\"lookAtItFirst\"")
                .replace(
                        "sourceRef=\"diagnosisPutOff\" targetRef=\"askSpecialists\"",
                        "sourceRef=\"diagnosisPutOff\" targetRef=\"diagnoseIssue\"")
                .replace("${emergency &amp;&amp; !triageAsked}", "${false}");
        assertThat(deploy("client-issue.bpmn", old).text()).doesNotContain("\"errors\"");
        var issue = cases.mailFrom("ceo@birch.example", "Spot", "It runs tonight with the old price!");
        assertThat(issue.shown("manager", "diagnoseIssue", "triageAsked")).isEqualTo(true);
        var form = new HashMap<String, Object>(DIAGNOSIS);
        form.put("emergency", true);
        form.put("emergencyReason", "Tonight");
        issue.does("manager", "diagnoseIssue", form).waitsAt("replyToClient");
    }

    private Case consulted() {
        var diagnosis = new HashMap<String, Object>(DIAGNOSIS);
        diagnosis.put("course", "CONSULT");
        diagnosis.put("specialists", Spin.JSON("[\"planners\"]"));
        diagnosis.put("whatINeed", "Say whether the premise still holds");
        diagnosis.put("toldClient", "I think it holds; a planner looks at it by Friday");
        return cases.mailFrom("ceo@birch.example", "Does the plan hold?", "We lost a proposal.")
                .does("manager", "diagnoseIssue", diagnosis)
                .waitsAt("giveOpinion");
    }

    private static String withoutFirstView() throws IOException {
        var model = Bpmn.readModelFromStream(
                new ByteArrayInputStream(read("processes/client-issue.bpmn").getBytes(StandardCharsets.UTF_8)));
        FlowNode step = model.getModelElementById("sendFirstView");
        var before = step.getIncoming().iterator().next();
        var after = step.getOutgoing().iterator().next();
        var next = after.getTarget();
        after.getDiagramElement().getParentElement().removeChildElement(after.getDiagramElement());
        step.getDiagramElement().getParentElement().removeChildElement(step.getDiagramElement());
        next.getIncoming().remove(after);
        after.getParentElement().removeChildElement(after);
        step.getIncoming().remove(before);
        step.getParentElement().removeChildElement(step);
        before.setTarget(next);
        next.getIncoming().add(before);
        return Bpmn.convertToString(model);
    }

    @Test
    void aFieldAddedToAFormMayBeFilledInAtOnceInOpenTasks() throws IOException {
        var issue = cases.mailFrom("ceo@birch.example", "One more question", "Hm?");
        var task = issue.task("diagnoseIssue", "manager").getId();
        var answers = new HashMap<String, Object>(DIAGNOSIS);
        answers.put("weather", "rain");
        assertThat(submit(task, answers).status()).isEqualTo(400);

        var changed = read("forms/diagnose-issue.form")
                .replaceFirst(
                        "\"components\": \\[",
                        "\"components\": [{\"type\":\"textfield\",\"key\":\"weather\",\"label\":\"Weather\",\"id\":\"weather\"},");
        var deployed = deploy("diagnose-issue.form", changed);
        assertThat(deployed.status()).as(deployed.text()).isEqualTo(200);

        var submitted = submit(task, answers);
        assertThat(submitted.status()).as(submitted.text()).isEqualTo(204);
        assertThat(issue.variable("weather")).isEqualTo("rain");
        assertThat(decided()).containsEntry("diagnoseIssue", Outcome.KEPT);
    }

    @Test
    void aChangedTableDecidesAtOnce() throws IOException {
        var changed = read("processes/service-level.dmn")
                .replaceAll("(<outputEntry id=\"rule\\d+_followUpHours\">\\s*<text>)\\d+", "$1777");
        var deployed = deploy("service-level.dmn", changed);
        assertThat(deployed.status()).as(deployed.text()).isEqualTo(200);

        assertThat(cases.mailFrom("ceo@birch.example", "By the new table", "Three")
                        .variable("followUpHours"))
                .isEqualTo(777);
        assertThat(decided()).containsEntry("serviceLevel", Outcome.KEPT);
    }

    /** What a restart would do about each key that the package brings. */
    private Map<String, Outcome> decided() {
        var before = repository.createDeploymentQuery().count();
        var decisions = new HashMap<String, Outcome>();
        models.deploy().forEach(decision -> decisions.put(decision.key(), decision.outcome()));
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
        return decisions;
    }

    @Test
    @DisplayName(
            "a step more in the onboarding, drawn in Camunda Modeler and without Java: it is offered, asked and passed")
    void aStepMoreInTheOnboarding() throws IOException {
        var flow =
                "<bpmn:sequenceFlow id=\"flow_meetContacts_isTheTeamAppointed\" sourceRef=\"meetContacts\" targetRef=\"";
        var drawn = read("processes/client-onboarding.bpmn")
                .replace(flow + "isTheTeamAppointed", flow + "sendWelcomeGift")
                .replace(
                        "<bpmn:userTask id=\"appointTeam\"",
                        """
                        <bpmn:userTask id="sendWelcomeGift" name="Send welcome gift"
                            camunda:formRef="sendWelcomeGift" camunda:formRefBinding="latest"
                            camunda:candidateGroups="producers" camunda:dueDate="${stepBy}">
                          <bpmn:documentation>Something small that fits the people we have met (C-66).</bpmn:documentation>
                        </bpmn:userTask>
                        <bpmn:sequenceFlow id="flow_sendWelcomeGift" sourceRef="sendWelcomeGift"
                            targetRef="isTheTeamAppointed" />
                        <bpmn:userTask id="appointTeam\"""");
        var form =
                """
                {"type": "default", "id": "sendWelcomeGift", "schemaVersion": 16,
                 "executionPlatform": "Camunda Platform", "executionPlatformVersion": "7.24.0",
                 "components": [
                   {"type": "textfield", "key": "progressText", "label": "How far it is", "disabled": true, "id": "a"},
                   {"type": "textfield", "key": "gift", "label": "What did you send?", "id": "b"}]}
                """;
        assertThat(Rest.as(port, "owner")
                        .deploy(BY_OWNER, Map.of("client-onboarding.bpmn", drawn, "send-welcome-gift.form", form))
                        .status())
                .isEqualTo(200);

        var client = cases.clientLike("CEDAR");
        var onboarding = cases.started("manager", "clientOnboarding", Map.of("client", client.code()));
        var people = (SpinJsonNode) onboarding.variable("contacts");
        people.elements().forEach(row -> row.prop("matters", "Punctuality").prop("badNews", "By phone"));
        people.elements().get(0).prop("decides", true);
        onboarding.does("manager", "meetContacts", new HashMap<>(Map.of("contacts", people)));
        onboarding.waitsAt("sendWelcomeGift");
        assertThat((String) onboarding.shown("producer", "sendWelcomeGift", "progressText"))
                .contains("% done");
        onboarding.does("producer", "sendWelcomeGift", new HashMap<>(Map.of("gift", "A cedar in a pot")));
        onboarding.isNotWaitingAt("sendWelcomeGift");
        assertThat(onboarding.variable("gift")).isEqualTo("A cedar in a pot");
    }

    private Answer deploy(String file, String content) {
        return Rest.as(port, "owner").deploy(BY_OWNER, Map.of(file, content));
    }

    private Answer submit(String task, Map<String, Object> answers) {
        return Rest.as(port, "manager").post("/task/" + task + "/submit-form", variables(answers));
    }

    private int versionOf(String instance) {
        var definition = runtime.createProcessInstanceQuery()
                .processInstanceId(instance)
                .singleResult()
                .getProcessDefinitionId();
        return repository.getProcessDefinition(definition).getVersion();
    }

    private static String read(String file) throws IOException {
        return Files.readString(Path.of(file));
    }
}
