package agency.frontline.engine;

import java.util.Map;
import java.util.function.Function;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;

/**
 * What the forms of a flow show beside their fields and nothing in the flow decides on: worked out when somebody opens
 * a form, so that it is of this moment, and never kept as variables of the case, where each would be written four times.
 * A form of an owner's own may show any of it by its name.
 */
public interface FormContext {

    /** Whether it knows the forms of this process. */
    boolean serves(String processKey);

    /**
     * By the name that forms use; each is asked only for forms that show it. It may be asked of any task of the process
     * at any time, and answers null (and never fails) where there is nothing to show.
     */
    Map<String, Function<DelegateTask, @Nullable Object>> values();
}
