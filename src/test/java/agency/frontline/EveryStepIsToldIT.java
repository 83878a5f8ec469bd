package agency.frontline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import agency.frontline.story.FlowStory;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Runs last and looks back: a step that no story has passed is a step nobody has thought through. */
@FlowStory
@Order(Integer.MAX_VALUE)
@DisplayName("Every step of every flow is told in some story")
class EveryStepIsToldTest {

    @Autowired
    HistoryService history;

    static Stream<Model> models() {
        return Model.all();
    }

    @ParameterizedTest
    @MethodSource("models")
    void noStepIsLeftOut(Model model) {
        var told = history.createHistoricActivityInstanceQuery().unlimitedList().stream()
                .filter(step -> step.getProcessDefinitionKey().equals(model.id()))
                .map(HistoricActivityInstance::getActivityId)
                .collect(Collectors.toSet());
        assumeThat(told).as("stories ran in this build").isNotEmpty();
        var untold = new TreeSet<String>();
        model.nodes().stream()
                .map(FlowNode::getId)
                .filter(id -> !told.contains(id))
                .forEach(untold::add);
        assertThat(untold)
                .as("steps of %s that no story has passed", model.id())
                .isEmpty();
    }
}
