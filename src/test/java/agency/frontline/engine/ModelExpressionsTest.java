package agency.frontline.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import agency.frontline.FrontlineTest;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.spin.Spin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@FrontlineTest
@DisplayName("An expression sees the case, our delegates and nothing behind them")
class ModelExpressionsTest {

    private final String id = "expressive" + UUID.randomUUID().toString().substring(0, 8);

    @Autowired
    ProcessEngine engine;

    String instance;
    String task;

    @BeforeEach
    void aCaseWaits() {
        engine.getRepositoryService()
                .createDeployment()
                .addString(
                        "model.bpmn",
                        Sketch.of()
                                .flow("start:begun", "m:callClient", "end:done")
                                .file(id))
                .deploy();
        instance = engine.getRuntimeService()
                .startProcessInstanceByKey(
                        id,
                        Map.of(
                                "subject",
                                "The launch",
                                "course",
                                "ANSWER",
                                "hours",
                                4,
                                "due",
                                new Date(0),
                                "specialists",
                                Spin.JSON("[\"planners\",\"writers\"]"),
                                "promises",
                                Spin.JSON("[{\"what\":\"Call\",\"owner\":\"manager\"}]"),
                                "specialist",
                                Spin.JSON("\"planners\"")))
                .getId();
        task = engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();
    }

    @AfterEach
    void theCaseIsGone() {
        engine.getRuntimeService().deleteProcessInstance(instance, "test");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "${course == 'ANSWER' && hours > 3} | true",
                "Call about ${subject} | Call about The launch",
                "${subject.toLowerCase()} | the launch",
                "${subject.length() + 1} | 11",
                "${specialists.elements().size() > 0} | true",
                "${specialist.value()} | planners",
                "${promises.elements().get(0).prop('what').stringValue()} | Call",
                "${promises.elements()[0].prop('owner').stringValue()} | manager",
                "${empty due ? 1 : due.getTime()} | 0",
                "${due.before(now())} | true",
                "${dateTime().plusDays(1).toDate().after(now())} | true",
                "${execution.getVariable('course')} | ANSWER",
                "${execution.hasVariable('nothing')} | false",
                "${execution.currentActivityId} | callClient",
                "${JSON('{\"a\":1}').prop('a').numberValue()} | 1",
            })
    void whatModelsNeedWorks(String expression, String value) {
        assertThat(ofExecution(expression)).hasToString(value);
    }

    @Test
    void ourDelegatesAreThereByName() {
        assertThat(ofExecution("${sendReply}").getClass().getSimpleName()).isEqualTo("SendReply");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${dataSource}",
                "${processEngine}",
                "${runtimeService}",
                "${caseRegister}",
                "${delegates}",
                "${environment}",
                "${systemProperties}",
                "${jdbcClient}",
                "${''.getClass()}",
                "${''.class}",
                "${''['class']}",
                "${''.getClass().forName('java.lang.Runtime').getMethod('getRuntime').invoke(null).exec('id')}",
                "${subject.bytes}",
                "${subject.matches('(a+)+b')}",
                "${subject.repeat(1000000000)}",
                "${subject.formatted('x')}",
                "${hours.getClass()}",
                "${due.toInstant()}",
                "${specialists.mapTo('javax.script.ScriptEngineManager')}",
                "${specialists.unwrap()}",
                "${specialists.getDataFormatName()}",
                "${specialists.jsonPath('$')}",
                "${specialists.elements().forEach(subject)}",
                "${specialists.elements().getClass()}",
                "${specialists.elements().stream()}",
                "${sendReply.getClass()}",
                "${sendReply.class}",
                "${sendReply.execute(execution)}",
                "${sendReply.letters}",
                "${execution.getProcessEngineServices()}",
                "${execution.processEngineServices}",
                "${execution.processEngine.runtimeService}",
                "${execution.getBpmnModelInstance()}",
                "${execution.setVariable('owner', 'me')}",
                "${execution.removeVariables()}",
                "${execution.class}",
                "${execution.processInstance.class}",
                "${execution.getProcessInstance()}",
                "${execution.deleteReason}",
                "${now().getClass()}",
                "${dateTime().getZone()}",
                "${nonsense()}",
                "${T(java.lang.Runtime)}",
            })
    void nothingBehindItIsReached(String expression) {
        assertThatThrownBy(() -> ofExecution(expression)).isInstanceOf(RuntimeException.class);
        assertThat(engine.getRuntimeService().getVariables(instance))
                .doesNotContainKey("owner")
                .hasSize(7);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${task.processEngineServices}",
                "${task.execution.processEngineServices}",
                "${task.setAssignee('me')}",
                "${task.delete('x')}",
                "${task.complete()}",
                "${task.class}",
                "${task.variableInstances}"
            })
    void norFromATask(String expression) {
        assertThatThrownBy(() -> ofTask(expression)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void aTaskTellsItsNameAndDates() {
        assertThat(ofTask("${task.taskDefinitionKey} ${task.priority} ${task.getAssignee()}"))
                .isEqualTo("callClient 50 ");
    }

    @Test
    void whoIsAtWorkMayBeAskedAsFiltersDo() {
        engine.getIdentityService().setAuthentication("manager", List.of("account-managers"));
        try {
            assertThat(ofExecution("${currentUser()} ${currentUserGroups()}")).isEqualTo("manager [account-managers]");
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    private Object ofExecution(String expression) {
        return configuration().getCommandExecutorTxRequired().execute(context -> {
            ExecutionEntity execution = context.getExecutionManager().findExecutionById(instance);
            return evaluate(expression, execution);
        });
    }

    private Object ofTask(String expression) {
        return configuration().getCommandExecutorTxRequired().execute(context -> {
            TaskEntity entity = context.getTaskManager().findTaskById(task);
            return evaluate(expression, entity);
        });
    }

    private Object evaluate(String expression, VariableScope scope) {
        return configuration()
                .getExpressionManager()
                .createExpression(expression)
                .getValue(scope);
    }

    private ProcessEngineConfigurationImpl configuration() {
        return (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }
}
