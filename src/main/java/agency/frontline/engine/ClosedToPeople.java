package agency.frontline.engine;

import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.impl.cmd.AbstractPatchVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractProcessInstanceModificationCommand;
import org.camunda.bpm.engine.impl.cmd.AbstractVariableCmd;
import org.camunda.bpm.engine.impl.cmd.ModifyProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.SignalCmd;
import org.camunda.bpm.engine.impl.cmd.batch.variables.SetVariablesToProcessInstancesBatchCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;

/**
 * Ways to write into a case or to move it past its forms, closed to people whatever rights they have. Frontline itself
 * uses them, as nobody.
 */
final class ClosedToPeople {

    private static final String BY_FORMS = "Variables are written with the forms of a case, not beside them.";
    private static final String BY_STEPS = "A case is moved by completing its tasks.";

    private static final Map<Class<?>, String> DOORS = Map.of(
            AbstractVariableCmd.class, BY_FORMS,
            AbstractPatchVariablesCmd.class, BY_FORMS,
            SetVariablesToProcessInstancesBatchCmd.class, BY_FORMS,
            SignalCmd.class, BY_STEPS,
            ModifyProcessInstanceCmd.class, BY_STEPS,
            AbstractProcessInstanceModificationCommand.class, BY_STEPS);

    private ClosedToPeople() {}

    /** Why a person may not do this; empty if they may, as far as this goes. */
    static Optional<String> reason(Command<?> command) {
        return DOORS.entrySet().stream()
                .filter(door -> door.getKey().isInstance(command))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
