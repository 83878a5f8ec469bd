package agency.frontline.engine;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.stereotype.Component;

/** The beans that a model may name: the delegates and listeners of the flow modules, and no other bean there is. */
@Component
class Delegates {

    private static final String OURS = "agency.frontline.";

    private final ListableBeanFactory beans;

    /** Asked for at every step of every case. */
    private final Map<String, Object> found = new ConcurrentHashMap<>();

    Delegates(ListableBeanFactory beans) {
        this.beans = beans;
    }

    /** What a model wants to use a bean for. */
    enum Use {
        STEP(JavaDelegate.class),
        EXECUTION_LISTENER(ExecutionListener.class),
        TASK_LISTENER(TaskListener.class);

        private final Class<?> type;

        Use(Class<?> type) {
            this.type = type;
        }
    }

    /** The bean; empty if there is none of that name that a model may use. */
    Optional<Object> find(String name) {
        var delegate = found.get(name);
        if (delegate == null && Arrays.stream(Use.values()).anyMatch(use -> isKnown(name, use))) {
            delegate = beans.getBean(name);
            found.put(name, delegate);
        }
        return Optional.ofNullable(delegate);
    }

    boolean isKnown(String name, Use use) {
        return beans.containsBean(name) && isOurs(name) && beans.isTypeMatch(name, use.type);
    }

    /** The names that would do. */
    Set<String> names(Use use) {
        var names = new TreeSet<String>();
        // Only by type, so that no bean is made before the engine is ready for it.
        for (var name : beans.getBeanNamesForType(use.type, false, false)) {
            if (isOurs(name)) {
                names.add(name);
            }
        }
        return names;
    }

    private boolean isOurs(String name) {
        var type = beans.getType(name, false);
        return type != null
                && type.getPackageName().startsWith(OURS)
                && type.getPackageName().endsWith(".flow");
    }
}
