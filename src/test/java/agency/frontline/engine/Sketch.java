package agency.frontline.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.impl.util.xml.Parse;
import org.camunda.bpm.engine.impl.util.xml.Parser;

/**
 * A small model in few words. {@code flow("start:begun", "m:diagnoseIssue", "end:done")} draws the steps and what leads
 * from one to the next; a step that stands there already is named without its kind. Kinds: m a manager's task, s a
 * specialist's, both a task offered to both, service, gate, parallel, start, end, terminate, catch, throw, call.
 */
final class Sketch {

    private final Map<String, String> steps = new HashMap<>();
    private final List<String> drawn = new ArrayList<>();
    private final List<String> messages = new ArrayList<>();

    static Sketch of() {
        return new Sketch();
    }

    Sketch flow(String... steps) {
        String before = null;
        for (var step : steps) {
            var id = step.substring(step.indexOf(':') + 1);
            if (step.contains(":")) {
                draw(step.substring(0, step.indexOf(':')), id);
            }
            if (before != null) {
                drawn.add(
                        "<sequenceFlow id=\"%1$s_%2$s\" sourceRef=\"%1$s\" targetRef=\"%2$s\"/>".formatted(before, id));
            }
            before = id;
        }
        return this;
    }

    /** An embedded sub-process. */
    Sketch sub(String id, Consumer<Sketch> inside) {
        return sub(id, "", "", inside);
    }

    Sketch subForEach(String id, Consumer<Sketch> inside) {
        return sub(
                id,
                "",
                "<multiInstanceLoopCharacteristics><loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics>",
                inside);
    }

    /** An event sub-process; what is inside draws its own start. */
    Sketch beside(String id, Consumer<Sketch> inside) {
        return sub(id, "triggeredByEvent=\"true\"", "", inside);
    }

    private Sketch sub(String id, String attributes, String first, Consumer<Sketch> inside) {
        var inner = new Sketch();
        inside.accept(inner);
        drawn.add("<subProcess id=\"%s\" %s>%s%s</subProcess>".formatted(id, attributes, first, inner.body()));
        messages.addAll(inner.messages);
        return this;
    }

    /** A start of an event sub-process by message. */
    Sketch startOn(String id, String message, boolean interrupting) {
        messages.add("<message id=\"m_%1$s\" name=\"%2$s\"/>".formatted(id, message));
        return xml(
                "<startEvent id=\"%1$s\" isInterrupting=\"%2$s\"><messageEventDefinition messageRef=\"m_%1$s\"/></startEvent>"
                        .formatted(id, interrupting));
    }

    /** A timer on the border of a step. */
    Sketch timerOn(String host, String id, boolean interrupting) {
        return xml(
                "<boundaryEvent id=\"%s\" attachedToRef=\"%s\" cancelActivity=\"%s\"><timerEventDefinition/></boundaryEvent>"
                        .formatted(id, host, interrupting));
    }

    Sketch xml(String xml) {
        drawn.add(xml);
        return this;
    }

    private void draw(String kind, String id) {
        steps.put(id, kind);
        drawn.add(
                switch (kind) {
                    case "m" -> user(id, "account-managers");
                    case "s" -> user(id, "planners");
                    case "both" -> user(id, "account-managers,planners");
                    case "expr" -> user(id, "${specialist.value()}");
                    case "nobody" -> "<userTask id=\"%s\"/>".formatted(id);
                    case "mForEach" ->
                        "<userTask id=\"%s\" camunda:candidateGroups=\"account-managers\"><multiInstanceLoopCharacteristics camunda:collection=\"list\"/></userTask>"
                                .formatted(id);
                    case "service" ->
                        "<serviceTask id=\"%s\" camunda:delegateExpression=\"${sendReply}\"/>".formatted(id);
                    case "gate" -> "<exclusiveGateway id=\"%s\"/>".formatted(id);
                    case "parallel" -> "<parallelGateway id=\"%s\"/>".formatted(id);
                    case "asyncJoin" -> "<parallelGateway id=\"%s\" camunda:asyncBefore=\"true\"/>".formatted(id);
                    case "start" -> "<startEvent id=\"%s\"/>".formatted(id);
                    case "end" -> "<endEvent id=\"%s\"/>".formatted(id);
                    case "terminate" -> "<endEvent id=\"%s\"><terminateEventDefinition/></endEvent>".formatted(id);
                    case "catch" ->
                        "<intermediateCatchEvent id=\"%1$s\"><linkEventDefinition name=\"%1$s\"/></intermediateCatchEvent>"
                                .formatted(id);
                    case "call" -> "<callActivity id=\"%1$s\" calledElement=\"%1$s\"/>".formatted(id);
                    default -> throw new IllegalArgumentException(kind);
                });
    }

    private static String user(String id, String groups) {
        return "<userTask id=\"%s\" camunda:candidateGroups=\"%s\"/>".formatted(id, groups);
    }

    private String body() {
        return String.join("\n", drawn);
    }

    /** The whole file. */
    String file(String processId) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="sketch">
                <process id="%s" isExecutable="true" camunda:historyTimeToLive="P1D">
                %s
                </process>
                %s
                </definitions>"""
                .formatted(processId, body(), String.join("\n", messages));
    }

    Element definitions(String processId) {
        return parse(file(processId));
    }

    static Element parse(String xml) {
        var parser = new Parser() {
            {
                getSaxParserFactoryLazily().setNamespaceAware(true);
            }

            @Override
            public Parse createParse() {
                return new Parse(this) {};
            }
        };
        return parser.createParse().sourceString(xml).execute().getRootElement();
    }
}
