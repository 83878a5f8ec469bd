package agency.frontline;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnLabel;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** People read the picture, not the XML: nothing lies over anything else, and the committed picture is of this model. */
@DisplayName("Diagrams read well")
class DiagramReadsWellTest {

    private static final int BOUNDS_ARE_GENEROUS = 2;

    static Stream<Model> models() {
        return Model.all();
    }

    private record Piece(String name, Line2D line) {}

    private record Box(String name, Rectangle2D area) {}

    @ParameterizedTest
    @MethodSource("models")
    void noLineCrossesAnother(Model model) {
        var crossings = new ArrayList<String>();
        var pieces = lines(model);
        for (int i = 0; i < pieces.size(); i++) {
            for (int j = i + 1; j < pieces.size(); j++) {
                if (!pieces.get(i).name().equals(pieces.get(j).name())
                        && cross(pieces.get(i).line(), pieces.get(j).line())) {
                    crossings.add(
                            pieces.get(i).name() + " crosses " + pieces.get(j).name());
                }
            }
        }
        assertThat(crossings).isEmpty();
    }

    /** Lines that run into the same end, or one upon the other, meet; they do not cross. */
    private static boolean cross(Line2D one, Line2D other) {
        return one.intersectsLine(other)
                && one.relativeCCW(other.getP1()) * one.relativeCCW(other.getP2()) < 0
                && other.relativeCCW(one.getP1()) * other.relativeCCW(one.getP2()) < 0;
    }

    @ParameterizedTest
    @MethodSource("models")
    void noStepLiesOverAnother(Model model) {
        var steps = model.nodes().stream()
                .filter(node -> !(node instanceof SubProcess) && !(node instanceof BoundaryEvent))
                .map(node -> new Box(node.getId(), area(((BpmnShape) node.getDiagramElement()).getBounds())))
                .toList();
        assertThat(overlaps(steps, steps)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void noLabelLiesOverAStepOrAnotherLabel(Model model) {
        var labels = labels(model);
        assertThat(overlaps(labels, labels)).isEmpty();
        var steps = model.nodes().stream()
                .filter(node -> !(node instanceof SubProcess))
                .map(node -> new Box(node.getId(), area(((BpmnShape) node.getDiagramElement()).getBounds())))
                .toList();
        assertThat(overlaps(labels, steps)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void noLineRunsThroughAStepOrItsLabel(Model model) {
        var boxes = new ArrayList<>(model.nodes().stream()
                .filter(node -> !(node instanceof SubProcess) && !(node instanceof BoundaryEvent))
                .map(node -> new Box(node.getId(), area(((BpmnShape) node.getDiagramElement()).getBounds())))
                .toList());
        model.nodes().stream()
                .map(DiagramReadsWellTest::label)
                .flatMap(List::stream)
                .forEach(boxes::add);
        var through = new ArrayList<String>();
        for (var piece : lines(model)) {
            for (var box : boxes) {
                if (piece.line().intersects(box.area())) {
                    through.add(piece.name() + " runs through " + box.name());
                }
            }
        }
        assertThat(through).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void thePictureIsOfThisModel(Model model) throws IOException {
        var picture = Path.of("docs", "pictures", model.toString().replace(".bpmn", ".svg"));
        assertThat(picture).exists();
        assertThat(Files.readString(picture))
                .as("Draw it anew with ./mvnw test -Dtest=DiagramPicturesIT, look at it, and commit it")
                .contains(DiagramPicturesIT.fingerprint(model.file()));
    }

    private static List<Piece> lines(Model model) {
        var pieces = new ArrayList<Piece>();
        for (var flow : model.all(SequenceFlow.class)) {
            var points = List.copyOf(((BpmnEdge) flow.getDiagramElement()).getWaypoints());
            for (int i = 1; i < points.size(); i++) {
                pieces.add(new Piece(flow.getId(), line(points.get(i - 1), points.get(i))));
            }
        }
        return pieces;
    }

    private static Line2D line(Waypoint from, Waypoint to) {
        return new Line2D.Double(from.getX(), from.getY(), to.getX(), to.getY());
    }

    private static List<Box> labels(Model model) {
        var labels = new ArrayList<Box>();
        model.nodes().forEach(node -> labels.addAll(label(node)));
        model.all(SequenceFlow.class).forEach(flow -> {
            var label = ((BpmnEdge) flow.getDiagramElement()).getBpmnLabel();
            if (label != null && flow.getName() != null) {
                labels.add(new Box("label of " + flow.getId(), area(label)));
            }
        });
        return labels;
    }

    private static List<Box> label(FlowNode node) {
        var label = ((BpmnShape) node.getDiagramElement()).getBpmnLabel();
        return label == null || node.getName() == null
                ? List.of()
                : List.of(new Box("label of " + node.getId(), area(label)));
    }

    private static Rectangle2D area(BpmnLabel label) {
        return area(label.getBounds());
    }

    private static Rectangle2D area(Bounds bounds) {
        return new Rectangle2D.Double(
                bounds.getX() + BOUNDS_ARE_GENEROUS,
                bounds.getY() + BOUNDS_ARE_GENEROUS,
                bounds.getWidth() - 2 * BOUNDS_ARE_GENEROUS,
                bounds.getHeight() - 2 * BOUNDS_ARE_GENEROUS);
    }

    private static List<String> overlaps(List<Box> some, List<Box> others) {
        var overlaps = new ArrayList<String>();
        for (var one : some) {
            for (var other : others) {
                if (!one.name().equals(other.name()) && one.area().intersects(other.area())) {
                    overlaps.add(one.name() + " lies over " + other.name());
                }
            }
        }
        return overlaps;
    }
}
