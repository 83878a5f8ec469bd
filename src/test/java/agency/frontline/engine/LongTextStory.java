package agency.frontline.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricDetail;
import org.camunda.bpm.engine.history.HistoricFormField;
import org.camunda.bpm.engine.history.HistoricVariableUpdate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What text of any length goes through, told once for each database. */
abstract class LongTextStory {

    private final String id = "talkative" + UUID.randomUUID().toString().substring(0, 8);

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    FormService forms;

    @Autowired
    HistoryService history;

    String instance;

    @BeforeEach
    void aTaskWaits() {
        repository
                .createDeployment()
                .addString(
                        "model.bpmn",
                        Sketch.of()
                                .flow("start:begun", "m:callClient", "m:writeDown", "end:done")
                                .file(id))
                .deploy();
        instance = runtime.startProcessInstanceByKey(id).getId();
    }

    @AfterEach
    void theTaskIsGone() {
        runtime.deleteProcessInstanceIfExists(instance, "test", true, true, true, true);
    }

    @ParameterizedTest
    @CsvSource({
        "a, 3999",
        "a, 4000",
        "a, 4001",
        "a, 1000000",
        "é, 4000",
        "é, 4001",
        "😀, 2000",
        "😀, 2001",
        "😀, 4000",
        "😀, 4001",
        "😀, 250000"
    })
    void isKeptWholeInTheCaseAndItsHistory(String character, int times) {
        var text = character.repeat(times);

        forms.submitTaskForm(task(), Map.of("notes", text));

        assertThat(runtime.getVariable(instance, "notes")).isEqualTo(text);
        assertThat(runtime.getVariableTyped(instance, "notes").getType().getName())
                .isEqualTo("string");
        var remembered = history.createHistoricVariableInstanceQuery()
                .processInstanceId(instance)
                .variableName("notes")
                .singleResult();
        assertThat(remembered.getTypeName()).isEqualTo("string");
        assertThat(remembered.getValue()).isEqualTo(text);
        assertThat(updates())
                .last()
                .extracting(HistoricVariableUpdate::getValue)
                .isEqualTo(text);
        var logged = (HistoricFormField) history.createHistoricDetailQuery()
                .processInstanceId(instance)
                .formFields()
                .singleResult();
        assertThat(text).startsWith(logged.getFieldValue().toString().replace("…", ""));
    }

    @Test
    void maySwellAndShrink() {
        for (var text :
                new String[] {"short", "long".repeat(2000), "short again", "", "long again".repeat(2000), "s"}) {
            runtime.setVariable(instance, "notes", text);
            assertThat(runtime.getVariable(instance, "notes")).isEqualTo(text);
            assertThat(history.createHistoricVariableInstanceQuery()
                            .processInstanceId(instance)
                            .variableName("notes")
                            .singleResult()
                            .getValue())
                    .isEqualTo(text);
        }
        runtime.setVariable(instance, "notes", null);
        assertThat(runtime.getVariable(instance, "notes")).isNull();
        assertThat(updates())
                .extracting(HistoricVariableUpdate::getValue)
                .hasSize(7)
                .contains("s", "short", "");
    }

    @Test
    void mayBeLocalToATask() {
        var text = "x".repeat(5000);
        tasks.setVariableLocal(task(), "draft", text);
        assertThat(tasks.getVariableLocal(task(), "draft")).isEqualTo(text);
    }

    private List<HistoricVariableUpdate> updates() {
        return history
                .createHistoricDetailQuery()
                .processInstanceId(instance)
                .variableUpdates()
                .orderByTime()
                .asc()
                .orderPartiallyByOccurrence()
                .asc()
                .list()
                .stream()
                .map((HistoricDetail detail) -> (HistoricVariableUpdate) detail)
                .toList();
    }

    private String task() {
        return tasks.createTaskQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();
    }
}
