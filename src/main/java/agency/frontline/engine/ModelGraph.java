package agency.frontline.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.Nullable;

/**
 * The ways a case may take through one process: what must have been done before what, whatever the conditions say
 * (processes.md, Gates). Sub-processes are transparent; a boundary event leaves its host undone; what is done once for
 * each of a list may be done not at all; an event sub-process may begin as soon as its scope has.
 */
final class ModelGraph {

    private static final Set<String> MANAGERS = Set.of("account-managers", "account-directors");
    private static final Set<String> SUB_PROCESSES = Set.of("subProcess", "transaction", "adHocSubProcess");
    private static final Set<String> NODES = Set.of(
            "task",
            "userTask",
            "serviceTask",
            "scriptTask",
            "sendTask",
            "receiveTask",
            "manualTask",
            "businessRuleTask",
            "callActivity",
            "startEvent",
            "endEvent",
            "intermediateThrowEvent",
            "intermediateCatchEvent",
            "boundaryEvent",
            "exclusiveGateway",
            "parallelGateway",
            "inclusiveGateway",
            "eventBasedGateway",
            "complexGateway",
            "subProcess",
            "transaction",
            "adHocSubProcess");

    /** One place in the flow; a sub-process has two, where it begins and where it ends. */
    static final class Node {

        private final String id;
        private final Element element;

        /** Where a case goes when this is done. */
        private final List<Node> next = new ArrayList<>();

        /** Where a case may go without this being done. */
        private final List<Node> around = new ArrayList<>();

        private boolean mainEnd;
        private boolean maySkip;

        private Node(String id, Element element) {
            this.id = id;
            this.element = element;
        }

        String id() {
            return id;
        }

        Element element() {
            return element;
        }

        private boolean is(String type) {
            return element.getTagName().equals(type);
        }

        /** A task offered to account managers or directors and to nobody else. */
        private boolean isManagers() {
            if (!is("userTask") || Xml.camunda(element, "candidateUsers") != null) {
                return false;
            }
            var groups = Xml.camunda(element, "candidateGroups");
            return groups != null
                    && Arrays.stream(groups.split(",")).map(String::strip).allMatch(MANAGERS::contains);
        }

        private boolean isSpecialists() {
            return is("userTask") && !isManagers();
        }

        /** Whether a case that goes on from here has surely had the manager do this. */
        private boolean isSurelyManagers() {
            return isManagers() && !maySkip;
        }

        @Override
        public String toString() {
            return id;
        }
    }

    /**
     * Where nodes stand.
     *
     * @param ends where a case is once all in here is done; null for the process itself
     * @param beside whether this is an event sub-process
     */
    private record Scope(Node begins, @Nullable Node ends, boolean beside) {}

    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Set<Node> startsBeside = new HashSet<>();
    private final Map<String, Integer> arrivals = new HashMap<>();
    private final Node start;

    private ModelGraph(Element process) {
        start = new Node(process.attribute("id"), process);
        read(process, new Scope(start, null, false));
        connectCompensation(process);
    }

    static ModelGraph of(Element process) {
        return new ModelGraph(process);
    }

    /** The named nodes that a case can reach without having completed one of the given managers' tasks. */
    List<Node> reachedWithout(Set<String> tasks, Predicate<Node> wanted) {
        return reach(List.of(start), node -> tasks.contains(node.id) && node.isSurelyManagers()).stream()
                .filter(wanted)
                .toList();
    }

    /** Specialists' tasks, by the end they can reach although no manager has done anything since. */
    Map<Node, Node> specialistsReachingAnEnd() {
        var found = new LinkedHashMap<Node, Node>();
        nodes.values().stream().filter(Node::isSpecialists).forEach(task -> {
            var after = Stream.concat(task.next.stream(), task.around.stream()).toList();
            Stream.concat(
                            task.mainEnd ? Stream.of(task) : Stream.empty(),
                            reach(after, Node::isSurelyManagers).stream()
                                    .filter(node -> node.mainEnd && !node.isSurelyManagers()))
                    .findFirst()
                    .ifPresent(end -> found.put(task, end));
        });
        return found;
    }

    /** Ends of the case that it can reach without the given task being completed. */
    List<Node> endsWithout(String task) {
        // A task without a way out is an end itself, and a good one if it is the task.
        return reachedWithout(Set.of(task), node -> node.mainEnd && !(node.id.equals(task) && node.isSurelyManagers()));
    }

    static boolean isSpecialistsTask(Node node) {
        return node.isSpecialists();
    }

    /** Event sub-processes that end what runs beside them, with the event they begin with. */
    List<Node> interruptingStarts() {
        return nodes.values().stream()
                .filter(node -> node.is("startEvent") && startsBeside.contains(node) && interrupts(node.element))
                .toList();
    }

    /** Parallel joins that people's work arrives at, but no wait state stands before. */
    List<Node> joinsWithoutWaitState() {
        var afterPeople = reach(
                nodes.values().stream()
                        .filter(node -> node.is("userTask"))
                        .flatMap(node -> Stream.concat(node.next.stream(), node.around.stream()))
                        .toList(),
                node -> false);
        return nodes.values().stream()
                .filter(node -> node.is("parallelGateway") && arrivals.getOrDefault(node.id, 0) > 1)
                .filter(afterPeople::contains)
                .filter(node -> !"true".equals(Xml.camunda(node.element, "asyncBefore"))
                        && !"true".equals(Xml.camunda(node.element, "async")))
                .toList();
    }

    private static Set<Node> reach(List<Node> from, Predicate<Node> stopsAt) {
        var reached = new LinkedHashSet<>(from);
        var open = new ArrayDeque<>(from);
        while (!open.isEmpty()) {
            var node = open.remove();
            var ways =
                    stopsAt.test(node) ? node.around.stream() : Stream.concat(node.next.stream(), node.around.stream());
            ways.filter(reached::add).forEach(open::add);
        }
        return reached;
    }

    private void read(Element scopeElement, Scope scope) {
        var here = new ArrayList<Node>();
        for (var element : scopeElement.elements()) {
            if (NODES.contains(element.getTagName()) && element.attribute("id") != null) {
                var node = new Node(element.attribute("id"), element);
                nodes.put(node.id, node);
                here.add(node);
            }
        }
        var exits = new HashMap<Node, Node>();
        for (var node : here) {
            var isBeside = "true".equals(node.element.attribute("triggeredByEvent"));
            if (SUB_PROCESSES.contains(node.element.getTagName())) {
                var exit = new Node(node.id, node.element);
                exits.put(node, exit);
                if (isBeside) {
                    scope.begins.around.add(node);
                    leaveInterrupting(node, exit, scope);
                }
                read(node.element, new Scope(node, exit, isBeside));
                if (node.element.elements("startEvent").isEmpty()) {
                    node.around.add(exit);
                }
            }
            if (node.is("startEvent")) {
                scope.begins.around.add(node);
                if (scope.beside) {
                    startsBeside.add(node);
                }
            }
            if (node.element.element("multiInstanceLoopCharacteristics") != null) {
                node.maySkip = true;
            }
        }
        connect(scopeElement, here, exits);
        for (var node : here) {
            var exit = exits.getOrDefault(node, node);
            var beside = "true".equals(node.element.attribute("triggeredByEvent"));
            var compensates = "true".equals(node.element.attribute("isForCompensation"));
            if (exit.next.isEmpty() && !beside && !compensates) {
                end(exit, scope);
            }
            if (node.is("endEvent") && node.element.element("terminateEventDefinition") != null) {
                node.mainEnd = true;
            }
        }
    }

    /** An interrupting event sub-process takes the place of the rest of its scope and leaves by the scope's way out. */
    private void leaveInterrupting(Node beside, Node exit, Scope scope) {
        var interrupts = beside.element.elements("startEvent").stream().anyMatch(ModelGraph::interrupts);
        if (interrupts && scope.ends != null) {
            exit.next.add(scope.ends);
        }
    }

    private static boolean interrupts(Element startEvent) {
        return !"false".equals(startEvent.attribute("isInterrupting"));
    }

    private void connect(Element scopeElement, List<Node> here, Map<Node, Node> exits) {
        for (var flow : scopeElement.elements("sequenceFlow")) {
            var source = nodes.get(flow.attribute("sourceRef"));
            var target = nodes.get(flow.attribute("targetRef"));
            if (source != null && target != null) {
                exits.getOrDefault(source, source).next.add(target);
                arrivals.merge(target.id, 1, Integer::sum);
            }
        }
        for (var node : here) {
            if (node.is("boundaryEvent") && node.element.element("compensateEventDefinition") == null) {
                var host = nodes.get(node.element.attribute("attachedToRef"));
                if (host != null) {
                    host.around.add(node);
                }
            }
            var link = link(node);
            if (node.is("intermediateThrowEvent") && link != null) {
                here.stream()
                        .filter(other -> other.is("intermediateCatchEvent") && link.equals(link(other)))
                        .forEach(node.next::add);
            }
        }
        here.stream()
                .filter(node -> node.maySkip)
                .forEach(node -> node.around.addAll(exits.containsKey(node) ? List.of(exits.get(node)) : node.next));
    }

    private static @Nullable String link(Node node) {
        var link = node.element.element("linkEventDefinition");
        return link == null ? null : link.attribute("name");
    }

    private static void end(Node last, Scope scope) {
        if (scope.ends == null) {
            last.mainEnd = true;
        } else {
            last.next.add(scope.ends);
        }
    }

    /** Handlers run where compensation is thrown, and the case goes on after it. */
    private void connectCompensation(Element process) {
        var handlers = nodes.values().stream()
                .filter(node -> "true".equals(node.element.attribute("isForCompensation")))
                .toList();
        nodes.values().stream()
                .filter(node -> node.is("intermediateThrowEvent") || node.is("endEvent"))
                .filter(node -> node.element.element("compensateEventDefinition") != null)
                .forEach(thrown -> handlers.forEach(handler -> {
                    handler.next.addAll(thrown.next);
                    thrown.around.add(handler);
                }));
    }
}
