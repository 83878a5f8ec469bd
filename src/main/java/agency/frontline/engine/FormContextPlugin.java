package agency.frontline.engine;

import java.util.Collection;
import org.camunda.bpm.engine.impl.FormServiceImpl;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.GetTaskFormVariablesCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.json.SpinJsonNode;
import org.camunda.spin.plugin.variable.SpinValues;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Adds the {@link FormContext}s where Tasklist asks for the variables of a task's form. */
@Component
class FormContextPlugin extends AbstractProcessEnginePlugin {

    private final ObjectProvider<FormContext> contexts;

    // A provider, because the contexts need beans that need the engine that is just being built.
    FormContextPlugin(ObjectProvider<FormContext> contexts) {
        this.contexts = contexts;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setFormService(new Forms());
    }

    private final class Forms extends FormServiceImpl {

        @Override
        public VariableMap getTaskFormVariables(
                String taskId, @Nullable Collection<String> names, boolean deserializeObjectValues) {
            return commandExecutor.execute(context -> {
                // Rights first: the engine's own command refuses whoever may not read the task.
                var variables = new GetTaskFormVariablesCmd(taskId, names, deserializeObjectValues).execute(context);
                add(variables, context, taskId, names, deserializeObjectValues);
                return variables;
            });
        }
    }

    private void add(
            VariableMap variables,
            CommandContext context,
            String taskId,
            @Nullable Collection<String> names,
            boolean deserialized) {
        var task = context.getTaskManager().findTaskById(taskId);
        if (task.getProcessDefinitionId() == null) {
            return;
        }
        var process = GateKeeper.keyOf(task.getProcessDefinitionId());
        contexts.stream()
                .filter(known -> known.serves(process))
                .flatMap(known -> known.values().entrySet().stream())
                .filter(value -> names == null || names.contains(value.getKey()))
                .forEach(value -> variables.putValue(
                        value.getKey(),
                        context.runWithoutAuthorization(
                                () -> typed(value.getValue().apply(task), deserialized))));
    }

    private static TypedValue typed(@Nullable Object shown, boolean deserialized) {
        if (!(shown instanceof SpinJsonNode json)) {
            return Variables.untypedValue(shown);
        }
        // A browser gets Json as the text it is, as with stored variables.
        return deserialized
                ? SpinValues.jsonValue(json).create()
                : SpinValues.jsonValue(json.toString()).create();
    }
}
