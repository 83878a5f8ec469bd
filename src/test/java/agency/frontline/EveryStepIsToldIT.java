package agency.frontline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Looks back at all stories of this build: a step that none has passed is a step nobody has thought through. */
@DisplayName("Every step of every flow is told in some story")
class EveryStepIsToldIT {

    /** Maven leaves the name of a property standing that nobody has set. */
    private static final String NONE_CHOSEN = "${test}";

    static Stream<Model> models() {
        return Model.all();
    }

    @ParameterizedTest
    @MethodSource("models")
    void noStepIsLeftOut(Model model) {
        assumeThat(System.getProperty("frontline.chosen-tests", NONE_CHOSEN))
                .as("all stories were told, not some that somebody chose")
                .isEqualTo(NONE_CHOSEN);
        var told = ToldSteps.of(model.id());
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
