package agency.frontline.engine;

import agency.frontline.text.Refusal;
import agency.frontline.text.Refusal.FieldError;
import agency.frontline.text.SafeText;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.impl.ProcessInstantiationBuilderImpl;
import org.camunda.bpm.engine.impl.cfg.CommandChecker;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.GetCamundaFormDefinitionCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitStartFormCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.form.CamundaFormRefImpl;
import org.camunda.bpm.engine.impl.form.FormDefinition;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.ReflectUtil;
import org.jspecify.annotations.Nullable;

/**
 * Whoever starts a process or completes a task writes the fields of its form and nothing else (processes.md, Groups).
 * Without this, REST would let a person set the owner of a case or the deadline of a reply along the way. A field that is
 * only shown does not count; a field that an owner adds to a form does. What is written comes tidied to the case.
 */
final class FormFields extends CommandInterceptor {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** By the form's id in the database, which never changes its content. */
    private final Map<String, Set<String>> fieldsOfForm = new ConcurrentHashMap<>();

    @Override
    public <T> T execute(Command<T> command) {
        var context = Context.getCommandContext();
        if (isAPersons(context)) {
            ClosedToPeople.reason(command).ifPresent(reason -> {
                throw Refusal.notAllowed(reason);
            });
            if (command instanceof SubmitTaskFormCmd) {
                replace("properties", command, ofTask(context, value("taskId", command), value("properties", command)));
            } else if (command instanceof CompleteTaskCmd) {
                replace("variables", command, ofTask(context, value("taskId", command), value("variables", command)));
            } else if (command instanceof SubmitStartFormCmd) {
                replace(
                        "variables",
                        command,
                        ofStart(context, value("processDefinitionId", command), value("variables", command)));
            } else if (command instanceof StartProcessInstanceCmd) {
                ProcessInstantiationBuilderImpl start = value("instantiationBuilder", command);
                var definition = start.getProcessDefinitionId() != null
                        ? start.getProcessDefinitionId()
                        : latest(context, start.getProcessDefinitionKey());
                start.setVariables(ofStart(context, definition, start.getVariables()));
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

    private @Nullable Map<String, Object> ofTask(
            CommandContext context, @Nullable String taskId, @Nullable Map<String, Object> written) {
        var task = taskId == null ? null : context.getTaskManager().findTaskById(taskId);
        if (task == null || task.getTaskDefinition() == null) {
            return written;
        }
        // Rights first: whoever may not do the task learns nothing of its form.
        checkers(context).forEach(checker -> checker.checkTaskWork(task));
        return checked(context, task.getTaskDefinition().getFormDefinition(), task.getProcessDefinitionId(), written);
    }

    private @Nullable Map<String, Object> ofStart(
            CommandContext context, @Nullable String definitionId, @Nullable Map<String, Object> written) {
        if (definitionId == null) {
            return written;
        }
        var definition = definition(definitionId);
        checkers(context).forEach(checker -> checker.checkCreateProcessInstance(definition));
        return checked(context, definition.getStartFormDefinition(), definitionId, written);
    }

    private static List<CommandChecker> checkers(CommandContext context) {
        return context.getProcessEngineConfiguration().getCommandCheckers();
    }

    private static ProcessDefinitionEntity definition(String definitionId) {
        return Context.getProcessEngineConfiguration()
                .getDeploymentCache()
                .findDeployedProcessDefinitionById(definitionId);
    }

    /** What was written, tidied; a field the form does not offer is refused by name. */
    private @Nullable Map<String, Object> checked(
            CommandContext context,
            @Nullable FormDefinition form,
            String definitionId,
            @Nullable Map<String, Object> written) {
        if (written == null || written.isEmpty()) {
            return written;
        }
        var offered = form == null ? Set.<String>of() : fields(context, form, definitionId);
        var errors = new ArrayList<FieldError>();
        written.keySet().stream()
                .filter(name -> !offered.contains(name))
                .sorted()
                .map(name -> new FieldError(
                        SafeText.line(name, 100), "This form has no such field to fill in; leave it out."))
                .forEach(errors::add);
        var tidy = Written.tidy(written, errors);
        if (!errors.isEmpty()) {
            throw Refusal.of(errors);
        }
        return tidy;
    }

    private Set<String> fields(CommandContext context, FormDefinition definition, String processDefinitionId) {
        var key = definition.getCamundaFormDefinitionKey();
        if (key == null) {
            return Set.of();
        }
        var reference = new CamundaFormRefImpl(key.getExpressionText(), definition.getCamundaFormDefinitionBinding());
        if (definition.getCamundaFormDefinitionVersion() != null) {
            reference.setVersion(
                    Integer.valueOf(definition.getCamundaFormDefinitionVersion().getExpressionText()));
        }
        var form = new GetCamundaFormDefinitionCmd(
                        reference, definition(processDefinitionId).getDeploymentId())
                .execute(context);
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
        try {
            return (V) field(field, command).get(command);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void replace(String field, Command<?> command, @Nullable Map<String, Object> tidy) {
        try {
            field(field, command).set(command, tidy);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Field field(String name, Command<?> command) {
        var field = ReflectUtil.getField(name, command);
        if (field == null) {
            throw new IllegalStateException(command.getClass().getName() + " has no " + name);
        }
        field.setAccessible(true);
        return field;
    }
}
