package agency.frontline.engine;

import static agency.frontline.engine.PackagedModels.Outcome.*;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.FrontlineTest;
import agency.frontline.engine.PackagedModels.Decision;
import agency.frontline.engine.PackagedModels.Outcome;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@FrontlineTest
@DisplayName("What Frontline brings along never replaces what a process owner deployed")
class PackagedModelsTest {

    private final String id = "packaged" + UUID.randomUUID().toString().substring(0, 8);

    @Autowired
    PackagedModels models;

    @Autowired
    RepositoryService repository;

    @Test
    void theStartDeployedTheProcessesUnderTheNamesTheyHaveInTheSources() {
        var issue = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("clientIssue")
                .latestVersion()
                .singleResult();
        assertThat(issue.getResourceName()).isEqualTo("processes/client-issue.bpmn");
        assertThat(deployment(issue.getDeploymentId()).getSource()).isEqualTo("frontline-package");
    }

    @Test
    void anotherStartWithTheSamePackageDeploysNothing() {
        var before = repository.createDeploymentQuery().count();
        assertThat(models.deploy()).isNotEmpty().extracting(Decision::outcome).containsOnly(UNCHANGED);
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
    }

    @Test
    void aChangedProcessBecomesANewVersion() {
        assertThat(upgradeTo("first")).containsExactly(DEPLOYED, DEPLOYED, DEPLOYED);
        assertThat(upgradeTo("second")).containsExactly(UPDATED, UPDATED, UPDATED);
        assertThat(upgradeTo("second")).containsExactly(UNCHANGED, UNCHANGED, UNCHANGED);
        assertThat(processName()).isEqualTo("second");
        assertThat(told())
                .containsExactly(
                        "Process %1$s (processes/%1$s.bpmn): updated from version 1 to 2. Running cases stay on theirs."
                                .formatted(id),
                        "Process %1$s (processes/%1$s.bpmn): deployed.".formatted(id));
    }

    @Test
    void anOwnersProcessTableAndFormStayThroughRestartAndUpgrade() {
        upgradeTo("first");
        ownerDeploys(process("the owner's"), table("the owner's"), form("the owner's"));

        assertThat(upgradeTo("first")).containsExactly(KEPT, KEPT, KEPT);
        assertThat(upgradeTo("second")).containsExactly(KEPT, KEPT, KEPT);

        assertThat(processName()).isEqualTo("the owner's");
        assertThat(told())
                .hasSize(3)
                .first()
                .asString()
                .startsWith("Process %1$s (processes/%1$s.bpmn): kept version 2, which a process owner deployed on "
                        .formatted(id))
                .endsWith("The package has another one; deploy it yourself if you want it.");
        repository.createDeploymentQuery().deploymentName("Owner " + id).list().stream()
                .map(Deployment::getId)
                .forEach(deployed -> repository.deleteDeployment(deployed, true));
    }

    @Test
    void whatTheOwnerLeftAloneIsStillUpdated() {
        upgradeTo("first");
        ownerDeploys(form("the owner's"));
        assertThat(upgradeTo("second")).containsExactly(UPDATED, UPDATED, KEPT);
    }

    private List<Outcome> upgradeTo(String name) {
        return models.deploy(List.of(process(name), table(name), form(name))).stream()
                .map(Decision::outcome)
                .toList();
    }

    private void ownerDeploys(PackagedModel... changed) {
        var deployment = repository.createDeployment().name("Owner " + id).source("Camunda Modeler");
        for (var model : changed) {
            deployment.addString(model.resource().replaceAll(".*/", ""), new String(model.content(), UTF_8));
        }
        deployment.deploy();
    }

    private String processName() {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(id)
                .latestVersion()
                .singleResult()
                .getName();
    }

    private List<String> told() {
        return models.history().stream()
                .filter(decision ->
                        decision.kind().equals("PROCESS") && decision.key().equals(id))
                .map(Decision::said)
                .toList();
    }

    private Deployment deployment(String deploymentId) {
        return repository.createDeploymentQuery().deploymentId(deploymentId).singleResult();
    }

    private PackagedModel process(String name) {
        return PackagedModel.of(
                "processes/" + id + ".bpmn",
                """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="test">
                  <process id="%s" name="%s" isExecutable="true" camunda:historyTimeToLive="P1D">
                    <startEvent id="begun" /><endEvent id="done" />
                    <sequenceFlow id="flow" sourceRef="begun" targetRef="done" />
                  </process>
                </definitions>"""
                        .formatted(id, name)
                        .getBytes(UTF_8));
    }

    private PackagedModel table(String name) {
        return PackagedModel.of(
                "processes/" + id + ".dmn",
                """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/"
                    xmlns:camunda="http://camunda.org/schema/1.0/dmn" id="d" name="d" namespace="test">
                  <decision id="%sTable" name="%s" camunda:historyTimeToLive="P1D">
                    <decisionTable id="t"><output id="o" name="o" typeRef="string" /></decisionTable>
                  </decision>
                </definitions>"""
                        .formatted(id, name)
                        .getBytes(UTF_8));
    }

    private PackagedModel form(String name) {
        return PackagedModel.of(
                "forms/" + id + ".form",
                """
                {"id": "%sForm", "type": "default", "schemaVersion": 16,
                 "components": [{"type": "textfield", "key": "answer", "label": "%s", "id": "field"}]}"""
                        .formatted(id, name)
                        .getBytes(UTF_8));
    }
}
