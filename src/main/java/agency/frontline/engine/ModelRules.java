package agency.frontline.engine;

import agency.frontline.engine.Delegates.Use;
import agency.frontline.engine.ModelGraph.Node;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.Nullable;

/**
 * What every newly deployed model has to keep (processes.md, Gates), all findings at once. What an extension attribute or
 * element is not known to be harmless is refused: the engine's extensions are a way to run code.
 */
final class ModelRules {

    private static final Set<String> ATTRIBUTES = Set.of(
            "assignee",
            "async",
            "asyncAfter",
            "asyncBefore",
            "calledElementBinding",
            "calledElementVersion",
            "calledElementVersionTag",
            "candidateGroups",
            "candidateStarterGroups",
            "candidateStarterUsers",
            "candidateUsers",
            "collection",
            "decisionRef",
            "decisionRefBinding",
            "decisionRefVersion",
            "decisionRefVersionTag",
            "delegateExpression",
            "diagramRelationId",
            "dueDate",
            "elementVariable",
            "errorCodeVariable",
            "errorMessage",
            "errorMessageVariable",
            "escalationCodeVariable",
            "exclusive",
            "followUpDate",
            "formRef",
            "formRefBinding",
            "formRefVersion",
            "historyTimeToLive",
            "initiator",
            "isStartableInTasklist",
            "jobPriority",
            "mapDecisionResult",
            "modelerTemplate",
            "modelerTemplateIcon",
            "modelerTemplateVersion",
            "priority",
            "resultVariable",
            "taskPriority",
            "variableEvents",
            "variableName",
            "versionTag");

    /** Extension elements and what may stand on them without a prefix. */
    private static final Map<String, Set<String>> ELEMENTS = Map.ofEntries(
            Map.entry("executionListener", Set.of("event", "delegateExpression")),
            Map.entry("taskListener", Set.of("event", "delegateExpression", "id")),
            Map.entry("inputOutput", Set.of()),
            Map.entry("inputParameter", Set.of("name")),
            Map.entry("outputParameter", Set.of("name")),
            Map.entry("list", Set.of()),
            Map.entry("map", Set.of()),
            Map.entry("entry", Set.of("key")),
            Map.entry("value", Set.of("id", "name")),
            Map.entry("failedJobRetryTimeCycle", Set.of()),
            Map.entry("properties", Set.of()),
            Map.entry("property", Set.of("id", "name", "value")),
            Map.entry("in", Set.of("source", "sourceExpression", "target", "variables", "businessKey", "local")),
            Map.entry("out", Set.of("source", "sourceExpression", "target", "variables", "local")));

    /** Ways to bring code along, whatever namespace they are written in. */
    private static final Set<String> CODE = Set.of("script", "scriptTask", "connector");

    private static final Set<String> PEOPLE_ELSEWHERE =
            Set.of("potentialOwner", "humanPerformer", "performer", "potentialStarter");

    private static final String CLIENT_ISSUE = "clientIssue";
    private static final String STRATEGY_RESET = "strategyReset";

    /** What the rules need to know of the engine a model comes into. */
    interface House {

        boolean hasDelegate(String name, Use use);

        Set<String> delegates(Use use);

        /** Whether a form of the key is deployed; with a version, that very one. */
        boolean hasForm(String key, @Nullable Integer version);

        /** Whether the deployment itself brings the form. */
        boolean bringsForm(String key);

        boolean hasGroup(String group);

        /** The process that a message starts already; empty if it starts none. */
        Optional<String> startedBy(String message);

        /** The contracts of our own processes. */
        List<FlowContract> contracts();
    }

    /**
     * Something in a model that cannot be deployed.
     *
     * @param rule the rule's short name, for whoever looks it up
     * @param id the nearest element with an id; null in the file as a whole
     */
    record Finding(String rule, String message, Element element, @Nullable String id) {

        @Override
        public String toString() {
            return "[" + rule + "] " + (id == null ? "" : id + ": ") + message;
        }
    }

    private final House house;
    private final List<Finding> findings = new ArrayList<>();

    private ModelRules(House house) {
        this.house = house;
    }

    static List<Finding> check(Element definitions, House house) {
        var rules = new ModelRules(house);
        rules.checkAll(definitions, null);
        var messages = new HashMap<String, Element>();
        definitions.elements("message").forEach(message -> messages.put(message.attribute("id"), message));
        for (var process : definitions.elements("process")) {
            if (process.attribute("id") != null && "true".equals(process.attribute("isExecutable"))) {
                rules.checkProcess(process, messages);
            }
        }
        rules.findings.sort(Comparator.comparingInt((Finding finding) -> finding.element.getLine())
                .thenComparingInt(finding -> finding.element.getColumn()));
        return rules.findings;
    }

    private void find(String rule, String message, Element element, @Nullable String id) {
        findings.add(new Finding(rule, message, element, id));
    }

    private void find(String rule, String message, Element element) {
        find(rule, message, element, element.attribute("id"));
    }

    private void checkAll(Element element, @Nullable Element parent) {
        checkAll(element, parent, null);
    }

    private void checkAll(Element element, @Nullable Element parent, @Nullable String idAbove) {
        var id = isExtension(element) || element.attribute("id") == null ? idAbove : element.attribute("id");
        if (!Xml.BPMN.equals(element.getUri()) && !isExtension(element) && !CODE.contains(element.getTagName())) {
            // Another tool's business, such as the drawing; the engine does not look at it.
            checkForCode(element, id);
            return;
        }
        checkElement(element, id);
        if (CODE.contains(element.getTagName()) || isUnknown(element)) {
            return;
        }
        checkAttributes(element, id);
        if (mayHoldExpressions(element, parent)) {
            expression(element.getText(), element, id);
        }
        element.elements().forEach(child -> checkAll(child, element, id));
    }

    private void checkForCode(Element element, @Nullable String id) {
        Xml.descendants(element)
                .filter(inner -> CODE.contains(inner.getTagName()) || isExtension(inner))
                .forEach(inner ->
                        find("no-code", "<%s> does not belong here.".formatted(inner.getTagName()), inner, id));
    }

    private static boolean isExtension(Element element) {
        return Xml.isCamunda(element.getUri())
                || element.getUri() == null
                || element.getUri().isEmpty();
    }

    private static boolean isUnknown(Element element) {
        return isExtension(element) && !ELEMENTS.containsKey(element.getTagName());
    }

    private static boolean mayHoldExpressions(Element element, @Nullable Element parent) {
        return switch (element.getTagName()) {
            // Of the documentation only a user task's is read by the engine.
            case "documentation" -> parent != null && parent.getTagName().equals("userTask");
            case "text", "property" -> false;
            default -> true;
        };
    }

    private void checkElement(Element element, @Nullable String id) {
        var tag = element.getTagName();
        if (CODE.contains(tag)) {
            find(
                    "no-scripts",
                    tag.equals("connector")
                            ? "Connectors are not allowed; use a delegate of Frontline."
                            : "Scripts are not allowed; use a delegate of Frontline, a decision table or an expression.",
                    element,
                    id);
        } else if (PEOPLE_ELSEWHERE.contains(tag)) {
            find("groups-known", "Say who does it by camunda:candidateGroups, not by <" + tag + ">.", element, id);
        } else if (isUnknown(element)) {
            find("no-code", "<camunda:%s> is not supported here; leave it out.".formatted(tag), element, id);
        }
        var isTaskListener = tag.equals("taskListener");
        if (isTaskListener || tag.equals("executionListener")) {
            listener(element, isTaskListener ? Use.TASK_LISTENER : Use.EXECUTION_LISTENER, id);
        }
    }

    private void listener(Element element, Use use, @Nullable String id) {
        var expression = element.attribute("delegateExpression");
        var otherwise = element.attribute("class") != null
                || element.attribute("expression") != null
                || element.elements().stream().anyMatch(child -> CODE.contains(child.getTagName()));
        // Every other way is refused for itself.
        if (expression != null || !otherwise) {
            delegate(element, expression, use, id);
        }
    }

    private void checkAttributes(Element element, @Nullable String id) {
        var plain = ELEMENTS.get(element.getTagName());
        for (var attribute : new TreeSet<>(element.attributes())) {
            var namespace = Xml.namespace(attribute);
            var name = Xml.localName(attribute);
            var value = element.attribute(attribute);
            boolean refused;
            if (Xml.isCamunda(namespace)) {
                refused = !extensionAttribute(element, name, value, id);
            } else if (namespace.isEmpty() && isExtension(element)) {
                refused = plain != null && !plain.contains(name);
                if (refused) {
                    codeOrUnknown(name, "", element, id);
                }
            } else {
                refused = name.equals("language") || name.equals("scriptFormat");
                if (refused) {
                    find("no-scripts", "Write an expression without naming a script language.", element, id);
                }
            }
            if (!refused && (namespace.isEmpty() || Xml.isCamunda(namespace)) && isRead(element, name)) {
                expression(value, element, id);
            }
        }
    }

    /** Whether the engine reads an expression there; a label is for people. */
    private static boolean isRead(Element element, String attribute) {
        return switch (attribute) {
            case "name" -> Set.of("userTask", "message", "signal").contains(element.getTagName());
            default -> !element.getTagName().equals("property");
        };
    }

    /** Whether the attribute is one that may stand there at all. */
    private boolean extensionAttribute(Element element, String name, String value, @Nullable String id) {
        if (name.equals("formKey")) {
            find(
                    "forms-known",
                    "Name a Camunda form by camunda:formRef; other forms are code in people's browsers.",
                    element,
                    id);
            return false;
        }
        if (!ATTRIBUTES.contains(name)) {
            codeOrUnknown(name, "camunda:", element, id);
            return false;
        }
        switch (name) {
            case "delegateExpression" -> delegate(element, value, Use.STEP, id);
            case "formRef" -> form(element, value, id);
            case "candidateGroups", "candidateStarterGroups" -> groups(element, value, id);
            default -> {
                // Harmless, whatever it says.
            }
        }
        return !name.equals("delegateExpression");
    }

    private void codeOrUnknown(String name, String prefix, Element element, @Nullable String id) {
        switch (name) {
            case "class", "variableMappingClass", "formHandlerClass", "taskClass" ->
                find(
                        "no-class",
                        prefix + name + " is not allowed; use camunda:delegateExpression with a delegate of Frontline.",
                        element,
                        id);
            case "expression" ->
                find(
                        "no-expression",
                        prefix
                                + "expression is not allowed as a step; use camunda:delegateExpression with a delegate of Frontline.",
                        element,
                        id);
            case "resource" ->
                find("no-scripts", prefix + "resource is not allowed; scripts stay outside.", element, id);
            case "type", "topic" ->
                find(
                        "known-delegates",
                        prefix + name + " is not allowed: no worker of Frontline would take this step.",
                        element,
                        id);
            default -> find("no-code", prefix + name + " is not supported here; leave it out.", element, id);
        }
    }

    private void delegate(Element element, @Nullable String expression, Use use, @Nullable String id) {
        var name = expression == null ? null : Expressions.name(expression);
        if (name == null || !house.hasDelegate(name, use)) {
            find(
                    "known-delegates",
                    "%s is no delegate for this place. There are: %s."
                            .formatted(
                                    expression == null ? "A listener without camunda:delegateExpression" : expression,
                                    String.join(", ", house.delegates(use))),
                    element,
                    id);
        }
    }

    private void form(Element element, String key, @Nullable String id) {
        var binding = Xml.camunda(element, "formRefBinding");
        if (Expressions.isExpression(key)) {
            find("forms-known", "Name the form by its id, not by an expression.", element, id);
        } else if ("deployment".equals(binding)) {
            if (!house.bringsForm(key)) {
                find(
                        "forms-known",
                        "The form %s is bound to the deployment but not in it. Add it, or bind it to \"latest\"."
                                .formatted(key),
                        element,
                        id);
            }
        } else if (!house.bringsForm(key) && !house.hasForm(key, version(element))) {
            find(
                    "forms-known",
                    "There is no form %s. Deploy it first or together with the model.".formatted(key),
                    element,
                    id);
        }
    }

    private static @Nullable Integer version(Element element) {
        var version = Xml.camunda(element, "formRefVersion");
        return "version".equals(Xml.camunda(element, "formRefBinding"))
                        && version != null
                        && version.matches("\\d{1,9}")
                ? Integer.valueOf(version)
                : null;
    }

    private void groups(Element element, String groups, @Nullable String id) {
        if (Expressions.isExpression(groups)) {
            return;
        }
        Arrays.stream(groups.split(","))
                .map(String::strip)
                .filter(group -> !group.isEmpty() && !house.hasGroup(group))
                .forEach(group -> find("groups-known", "There is no group " + group + ".", element, id));
    }

    private void expression(String text, Element element, @Nullable String id) {
        Expressions.problems(text).forEach(problem -> find("no-calls", problem, element, id));
    }

    private void checkProcess(Element process, Map<String, Element> messages) {
        var key = process.attribute("id");
        if (Optional.ofNullable(Xml.camunda(process, "historyTimeToLive"))
                .orElse("")
                .isBlank()) {
            find(
                    "history-time-to-live",
                    "Say how long finished cases are kept: add camunda:historyTimeToLive=\"P3650D\" (in Camunda Modeler:"
                            + " History cleanup, Time to live) to the process " + key + ".",
                    process);
        }
        checkMessages(process, key, messages);
        var graph = ModelGraph.of(process);
        for (var join : graph.joinsWithoutWaitState()) {
            find(
                    "async-join",
                    "People arrive at " + join + " at the same moment: set camunda:asyncBefore=\"true\" on it, so that"
                            + " none of them fails.",
                    join.element());
        }
        if (key.startsWith(CLIENT_ISSUE)) {
            checkClientIssue(graph, messages);
        }
        if (key.startsWith(STRATEGY_RESET)) {
            graph.reachedWithout(Set.of("listenToClient"), node -> Set.of("checkScope", "approveChangeOrder")
                            .contains(node.id()))
                    .forEach(node -> find(
                            "G4",
                            node + " can be reached before listenToClient is done: listen first.",
                            node.element()));
        }
    }

    private void checkMessages(Element process, String key, Map<String, Element> messages) {
        var contract = house.contracts().stream()
                .filter(known -> key.startsWith(known.process()))
                .max(Comparator.comparingInt(known -> known.process().length()));
        checkMessages(process, key, contract.orElse(null), messages);
        for (var start : process.elements("startEvent")) {
            Optional.ofNullable(start.element("messageEventDefinition"))
                    .map(definition -> definition.attribute("messageRef"))
                    .map(messages::get)
                    .map(message -> message.attribute("name"))
                    .ifPresent(message -> house.startedBy(message)
                            .filter(other -> !other.equals(key))
                            .ifPresent(other -> find(
                                    "messages-known",
                                    "%s starts the process %s already; a message starts one process only."
                                            .formatted(message, other),
                                    start)));
        }
    }

    private void checkMessages(
            Element element, String key, @Nullable FlowContract contract, Map<String, Element> messages) {
        for (var child : element.elements()) {
            var holder = child.getTagName().equals("messageEventDefinition") ? element : child;
            var message = Optional.ofNullable(child.attribute("messageRef"))
                    .map(reference -> messages.get(reference.substring(reference.indexOf(':') + 1)))
                    .map(found -> found.attribute("name"));
            message.ifPresent(name -> checkMessage(name, holder, key, contract));
            checkMessages(child, key, contract, messages);
        }
    }

    private void checkMessage(String name, Element holder, String key, @Nullable FlowContract contract) {
        if (contract == null) {
            var own = key + "." + holder.attribute("id");
            if (!own.equals(name)) {
                find("messages-known", "Name the message of this event %s, not %s.".formatted(own, name), holder);
            }
        } else if (!contract.messages().contains(name)) {
            find(
                    "messages-known",
                    "%s is no message of %s. There are: %s."
                            .formatted(name, contract.process(), String.join(", ", new TreeSet<>(contract.messages()))),
                    holder);
        }
    }

    private void checkClientIssue(ModelGraph graph, Map<String, Element> messages) {
        graph.reachedWithout(Set.of("diagnoseIssue", "triageEmergency"), ModelRules::passesTheClientOn)
                .forEach(node -> find(
                        "G1",
                        node + " can be reached before the account manager has done diagnoseIssue or triageEmergency:"
                                + " form a view before passing the client on.",
                        node.element()));
        graph.specialistsReachingAnEnd()
                .forEach((task, end) -> find(
                        "G2",
                        "From %s, which is offered to others than the account manager, the case can reach its end %s without a"
                                        .formatted(task, end)
                                + " task of the account manager: the manager closes what the manager opened.",
                        task.element()));
        graph.endsWithout("confirmResolution")
                .forEach(end -> find(
                        "G3",
                        "The case can end at %s without confirmResolution: nothing closes before the client says so."
                                .formatted(end),
                        end.element()));
        graph.interruptingStarts().stream()
                .filter(start -> !Set.of(CLIENT_ISSUE + ".withdrawn", CLIENT_ISSUE + ".merged")
                        .contains(messageOf(start, messages)))
                .forEach(start -> find(
                        "G3",
                        start + " ends the case from beside the flow; only clientIssue.withdrawn and clientIssue.merged"
                                + " may. Make it non-interrupting.",
                        start.element()));
    }

    private static boolean passesTheClientOn(Node node) {
        return ModelGraph.isSpecialistsTask(node)
                || Set.of("rescueAccount", "resetStrategy").contains(node.id())
                || Set.of("accountRescue", STRATEGY_RESET)
                        .contains(Optional.ofNullable(node.element().attribute("calledElement"))
                                .orElse(""));
    }

    private static String messageOf(Node event, Map<String, Element> messages) {
        return Optional.ofNullable(event.element().element("messageEventDefinition"))
                .map(definition -> definition.attribute("messageRef"))
                .map(messages::get)
                .map(message -> message.attribute("name"))
                .orElse("");
    }
}
