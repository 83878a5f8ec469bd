package agency.frontline.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import agency.frontline.FrontlineTest;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@FrontlineTest
@DisplayName("A model that goes round and round without waiting is stopped (P13)")
class StepLimitTest {

    private static final String ROUND_AND_ROUND =
            """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="t">
              <process id="roundAndRound" isExecutable="true" camunda:historyTimeToLive="P1D">
                <startEvent id="begun" camunda:asyncBefore="%s"/>
                <exclusiveGateway id="again"/>
                <subProcess id="look">
                  <startEvent id="looked"/><endEvent id="seen"/>
                  <sequenceFlow id="g" sourceRef="looked" targetRef="seen"/>
                </subProcess>
                <sequenceFlow id="a" sourceRef="begun" targetRef="again"/>
                <sequenceFlow id="b" sourceRef="again" targetRef="look"/>
                <sequenceFlow id="c" sourceRef="look" targetRef="again"/>
              </process>
            </definitions>
            """;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @BeforeEach
    void anOwnerDrawsIt() {
        deploy(true);
    }

    private void deploy(boolean inTheBackground) {
        repository
                .createDeployment()
                .name("Round and round")
                .addString("round.bpmn", ROUND_AND_ROUND.formatted(inTheBackground))
                .deploy();
    }

    @AfterEach
    void itIsTakenBack() {
        repository
                .createDeploymentQuery()
                .deploymentName("Round and round")
                .list()
                .forEach(deployment -> repository.deleteDeployment(deployment.getId(), true));
    }

    @Test
    @DisplayName("in the background: the thread is free again, and an incident names the model and what to do")
    void anIncidentShowsIt() {
        var instance = runtime.startProcessInstanceByKey("roundAndRound");
        var job =
                management.createJobQuery().processInstanceId(instance.getId()).singleResult();

        assertThatThrownBy(() -> management.executeJob(job.getId())).isInstanceOf(StepLimit.EndlessLoop.class);

        assertThat(management.createJobQuery().jobId(job.getId()).singleResult().getRetries())
                .as("tries left")
                .isZero();
        assertThat(runtime.createIncidentQuery()
                        .processInstanceId(instance.getId())
                        .singleResult()
                        .getIncidentMessage())
                .contains("roundAndRound", "more than 1000 steps", "Draw a task, a timer or a message into the loop");
        assertThat(runtime.getActiveActivityIds(instance.getId())).containsExactly("begun");
    }

    @Test
    @DisplayName("under somebody's hands: nothing is left of the attempt")
    void whoeverStartsItGetsItBack() {
        deploy(false);

        assertThatThrownBy(() -> runtime.startProcessInstanceByKey("roundAndRound"))
                .isInstanceOf(StepLimit.EndlessLoop.class);

        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey("roundAndRound")
                        .count())
                .isZero();
    }
}
