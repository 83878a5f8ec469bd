package agency.frontline.engine;

import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.impl.cmd.AbstractCorrelateMessageCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractPatchVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractProcessInstanceModificationCommand;
import org.camunda.bpm.engine.impl.cmd.AbstractVariableCmd;
import org.camunda.bpm.engine.impl.cmd.EvaluateStartConditionCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskBpmnErrorCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskEscalationCmd;
import org.camunda.bpm.engine.impl.cmd.MessageEventReceivedCmd;
import org.camunda.bpm.engine.impl.cmd.ModifyProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.SignalCmd;
import org.camunda.bpm.engine.impl.cmd.SignalEventReceivedCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceAtActivitiesCmd;
import org.camunda.bpm.engine.impl.cmd.batch.variables.SetVariablesToProcessInstancesBatchCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;

/**
 * The doors past the gates: a person moves a case by its forms and the buttons beside them, whatever rights they have.
 * Frontline itself uses these doors, as nobody.
 */
final class ClosedToPeople {

    private static final String BY_FORMS = "Variables are written with the forms of a case, not beside them.";
    private static final String BY_MAIL =
            "Messages come from the mail, from /api/client-messages and from the buttons of a case.";
    private static final String BY_STEPS = "A case is moved by completing its tasks.";

    private static final Map<Class<?>, String> DOORS = Map.ofEntries(
            Map.entry(AbstractVariableCmd.class, BY_FORMS),
            Map.entry(AbstractPatchVariablesCmd.class, BY_FORMS),
            Map.entry(SetVariablesToProcessInstancesBatchCmd.class, BY_FORMS),
            Map.entry(AbstractCorrelateMessageCmd.class, BY_MAIL),
            Map.entry(MessageEventReceivedCmd.class, BY_MAIL),
            Map.entry(SignalEventReceivedCmd.class, "Signals come from models only."),
            Map.entry(EvaluateStartConditionCmd.class, "A case starts with its form."),
            Map.entry(StartProcessInstanceAtActivitiesCmd.class, "A case starts at its beginning."),
            Map.entry(SignalCmd.class, BY_STEPS),
            Map.entry(HandleTaskBpmnErrorCmd.class, BY_STEPS),
            Map.entry(HandleTaskEscalationCmd.class, BY_STEPS),
            Map.entry(ModifyProcessInstanceCmd.class, BY_STEPS),
            Map.entry(AbstractProcessInstanceModificationCommand.class, BY_STEPS));

    private ClosedToPeople() {}

    /** Why a person may not do this; empty if they may, as far as this goes. */
    static Optional<String> reason(Command<?> command) {
        return DOORS.entrySet().stream()
                .filter(door -> door.getKey().isInstance(command))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
