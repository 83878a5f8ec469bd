package agency.frontline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.stereotype.Component;

/** A packaged process as the tests that hold model and code together read it. */
final class Model {

    static final Path PROCESSES = Path.of("processes");
    static final Path FORMS = Path.of("forms");

    // Each is read many times over, by every test of every model.
    private static final List<Model> ALL =
            files(PROCESSES, ".bpmn").stream().map(Model::new).toList();
    private static final Map<Class<?>, List<Class<?>>> FLOW_CLASSES = new ConcurrentHashMap<>();

    private final Path file;
    private final BpmnModelInstance bpmn;

    private Model(Path file) {
        this.file = file;
        this.bpmn = Bpmn.readModelFromFile(file.toFile());
    }

    /** All packaged processes, by file name. */
    static Stream<Model> all() {
        return ALL.stream();
    }

    static List<Path> files(Path folder, String ending) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path file() {
        return file;
    }

    Process process() {
        return all(Process.class).iterator().next();
    }

    String id() {
        return process().getId();
    }

    <T extends ModelElementInstance> Collection<T> all(Class<T> type) {
        return bpmn.getModelElementsByType(type);
    }

    /** Steps, events and gateways in all scopes. */
    Collection<FlowNode> nodes() {
        return all(FlowNode.class);
    }

    <T extends ModelElementInstance> T get(String id) {
        return bpmn.getModelElementById(id);
    }

    /** What Java knows of the process: the class named after it, beside its delegates. */
    Class<?> contract() {
        var name = id().substring(0, 1).toUpperCase(Locale.ROOT) + id().substring(1) + "Flow";
        return flowClasses(Object.class).stream()
                .filter(type -> type.getSimpleName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No class " + name + " in a flow package for " + file));
    }

    /** The classes that ask a table which no model asks; each names it in {@code DECISION}. */
    static Stream<Class<?>> askersOfTables() {
        return flowClasses(Object.class).stream().filter(type -> Arrays.stream(type.getDeclaredFields())
                .anyMatch(field -> field.getName().equals("DECISION")));
    }

    /** What a class says in one of its constants. */
    static Object constant(Class<?> type, String name) {
        try {
            var field = type.getDeclaredField(name);
            field.setAccessible(true);
            return field.get(null);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(type + " has no constant " + name, e);
        }
    }

    @Override
    public String toString() {
        return file.getFileName().toString();
    }

    /** "Is the hand-over clear?" → {@code isTheHandOverClear}. */
    static String camelCase(String label) {
        var words = label.replace("'", "").split("[^A-Za-z0-9]+");
        return words[0].toLowerCase(Locale.ROOT)
                + Arrays.stream(words)
                        .skip(1)
                        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT)
                                + word.substring(1).toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining());
    }

    /** {@code clientIssue} → {@code client-issue}. */
    static String kebabCase(String id) {
        return id.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    /** {@code ${sendReply}} → {@code sendReply}; anything else comes back as it is. */
    static String beanIn(String expression) {
        return expression.replaceAll("^\\$\\{(\\w+)}$", "$1");
    }

    /** The concrete classes of all flow packages that are of this type. */
    static List<Class<?>> flowClasses(Class<?> type) {
        return FLOW_CLASSES.computeIfAbsent(type, Model::findFlowClasses);
    }

    private static List<Class<?>> findFlowClasses(Class<?> type) {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(type));
        return scanner.findCandidateComponents("agency.frontline").stream()
                .map(candidate -> load(candidate.getBeanClassName()))
                .filter(found -> found.getPackageName().endsWith(".flow"))
                .filter(found -> !found.isSynthetic() && !Modifier.isAbstract(found.getModifiers()))
                .filter(found -> found.getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath()
                        .contains("/classes/"))
                .<Class<?>>map(found -> found)
                .toList();
    }

    /** The names of the beans of this type in all flow packages. */
    static Set<String> beans(Class<?> type) {
        return flowClasses(type).stream()
                .filter(found -> found.isAnnotationPresent(Component.class))
                .map(Model::beanName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static String beanName(Class<?> type) {
        var name = type.getSimpleName();
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, Model.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
