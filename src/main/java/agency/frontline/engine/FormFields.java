package agency.frontline.engine;

import agency.frontline.text.Refusal;
import agency.frontline.text.Refusal.FieldError;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.ProcessInstantiationBuilderImpl;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitStartFormCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.util.ReflectUtil;
import org.jspecify.annotations.Nullable;

/**
 * Whoever starts a process or completes a task writes the fields of its form and nothing else (processes.md, Groups).
 * Without this, REST would let a person set the owner of a case or the deadline of a reply along the way. A field that is
 * only shown does not count; a field that an owner adds to a form does.
 */
final class FormFields extends CommandInterceptor {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** By the form's id in the database, which never changes its content. */
    private final Map<String, Set<String>> fieldsOfForm = new ConcurrentHashMap<>();

    @Override
    public <T> T execute(Command<T> command) {
        var context = Context.getCommandContext();
        if (isAPersons(context)) {
            if (command instanceof SubmitTaskFormCmd) {
                checkTask(context, value("taskId", command), value("properties", command));
            } else if (command instanceof CompleteTaskCmd) {
                checkTask(context, value("taskId", command), value("variables", command));
            } else if (command instanceof SubmitStartFormCmd) {
                checkStart(context, value("processDefinitionId", command), value("variables", command));
            } else if (command instanceof StartProcessInstanceCmd) {
                ProcessInstantiationBuilderImpl start = value("instantiationBuilder", command);
                var definition = start.getProcessDefinitionId() != null
                        ? start.getProcessDefinitionId()
                        : latest(context, start.getProcessDefinitionKey());
                checkStart(context, definition, start.getVariables());
            }
        }
        return next.execute(command);
    }

    private static boolean isAPersons(@Nullable CommandContext context) {
        return context != null
                && context.isAuthorizationCheckEnabled()
                && context.getAuthentication() != null
                && context.getAuthentication().getUserId() != null;
    }

    private static @Nullable String latest(CommandContext context, String key) {
        var definition = context.getProcessDefinitionManager().findLatestProcessDefinitionByKey(key);
        return definition == null ? null : definition.getId();
    }

    private void checkTask(CommandContext context, String taskId, @Nullable Map<String, Object> written) {
        var task = taskId == null ? null : context.getTaskManager().findTaskById(taskId);
        if (task != null && task.getTaskDefinition() != null) {
            check(context, task.getTaskDefinition().getCamundaFormDefinitionKey(), written);
        }
    }

    private void checkStart(
            CommandContext context, @Nullable String definitionId, @Nullable Map<String, Object> written) {
        if (definitionId == null) {
            return;
        }
        var definition = Context.getProcessEngineConfiguration()
                .getDeploymentCache()
                .findDeployedProcessDefinitionById(definitionId);
        var form = definition == null ? null : definition.getStartFormDefinition();
        check(context, form == null ? null : form.getCamundaFormDefinitionKey(), written);
    }

    private void check(CommandContext context, @Nullable Expression form, @Nullable Map<String, Object> written) {
        if (written == null || written.isEmpty()) {
            return;
        }
        var allowed = form == null ? Set.<String>of() : fields(context, form.getExpressionText());
        var strangers = written.keySet().stream()
                .filter(name -> !allowed.contains(name))
                .sorted()
                .map(name -> new FieldError(name, "This form has no such field to fill in; leave it out."))
                .toList();
        if (!strangers.isEmpty()) {
            throw Refusal.of(strangers);
        }
    }

    private Set<String> fields(CommandContext context, String formKey) {
        var form = context.getCamundaFormDefinitionManager().findLatestDefinitionByKey(formKey);
        if (form == null) {
            return Set.of();
        }
        return fieldsOfForm.computeIfAbsent(form.getId(), id -> {
            var resource = context.getResourceManager()
                    .findResourceByDeploymentIdAndResourceName(form.getDeploymentId(), form.getResourceName());
            return fieldsIn(resource.getBytes());
        });
    }

    static Set<String> fieldsIn(byte[] form) {
        try {
            var fields = new HashSet<String>();
            collect(JSON.readTree(form).path("components"), fields);
            return fields;
        } catch (IOException e) {
            throw new UncheckedIOException("A deployed form is no JSON", e);
        }
    }

    private static void collect(JsonNode components, Set<String> fields) {
        for (var component : components) {
            boolean shownOnly = component.path("disabled").asBoolean()
                    || component.path("readonly").asBoolean();
            if (component.path("type").asText().equals("dynamiclist")) {
                fields.add(component.path("path").asText());
                continue;
            }
            if (component.hasNonNull("key") && !shownOnly) {
                fields.add(component.path("key").asText());
            }
            if (component.hasNonNull("path") && !component.path("path").asText().isEmpty()) {
                fields.add(component.path("path").asText());
            }
            collect(component.path("components"), fields);
        }
    }

    @SuppressWarnings("unchecked")
    private static <V> @Nullable V value(String field, Command<?> command) {
        var declared = ReflectUtil.getField(field, command);
        if (declared == null) {
            throw new IllegalStateException(command.getClass().getName() + " has no " + field);
        }
        try {
            declared.setAccessible(true);
            return (V) declared.get(command);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
