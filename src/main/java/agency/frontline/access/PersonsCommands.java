package agency.frontline.access;

import agency.frontline.text.Refusal;
import java.util.Map;
import org.camunda.bpm.engine.impl.cmd.AbstractCorrelateMessageCmd;
import org.camunda.bpm.engine.impl.cmd.AddCommentCmd;
import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CreateAttachmentCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteAttachmentCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteDeploymentCmd;
import org.camunda.bpm.engine.impl.cmd.DeployCmd;
import org.camunda.bpm.engine.impl.cmd.EvaluateStartConditionCmd;
import org.camunda.bpm.engine.impl.cmd.GetAttachmentCmd;
import org.camunda.bpm.engine.impl.cmd.GetAttachmentContentCmd;
import org.camunda.bpm.engine.impl.cmd.GetProcessInstanceAttachmentsCmd;
import org.camunda.bpm.engine.impl.cmd.GetProcessInstanceCommentsCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskAttachmentCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskAttachmentContentCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskAttachmentsCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskCommentCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskCommentsCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskEventsCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskBpmnErrorCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskEscalationCmd;
import org.camunda.bpm.engine.impl.cmd.MessageEventReceivedCmd;
import org.camunda.bpm.engine.impl.cmd.ResolveTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SaveAttachmentCmd;
import org.camunda.bpm.engine.impl.cmd.SignalEventReceivedCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceAtActivitiesCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.migration.AbstractMigrationCmd;
import org.camunda.bpm.engine.impl.migration.MigrationPlanExecutionBuilderImpl;
import org.camunda.bpm.engine.impl.repository.DeploymentBuilderImpl;
import org.camunda.bpm.engine.impl.util.ReflectUtil;
import org.jspecify.annotations.Nullable;

/**
 * What the engine would let a person do by a side door: start a flow in its middle, send it messages, leave a task by an
 * error, claim for somebody else, read the comments of any task. Frontline's own machines and delegates are not asked.
 */
final class PersonsCommands extends CommandInterceptor {

    private static final String NO_FILES = "Files come with the client's messages and stay; a task carries none.";
    private static final String BY_TASKS = "A case goes on by its tasks; complete this one instead.";
    private static final String FROM_FRONTLINE =
            "Messages come from the mail, from /api/client-messages and from the buttons of a case.";

    /** Commands that no person gives, each with the sentence that says what would do. */
    private static final Map<Class<?>, String> NEVER = Map.ofEntries(
            Map.entry(StartProcessInstanceAtActivitiesCmd.class, "A case starts at its beginning."),
            Map.entry(EvaluateStartConditionCmd.class, "A case starts with its form."),
            Map.entry(AbstractCorrelateMessageCmd.class, FROM_FRONTLINE),
            Map.entry(MessageEventReceivedCmd.class, FROM_FRONTLINE),
            Map.entry(SignalEventReceivedCmd.class, "Signals come from models only."),
            Map.entry(HandleTaskBpmnErrorCmd.class, BY_TASKS),
            Map.entry(HandleTaskEscalationCmd.class, BY_TASKS),
            Map.entry(ResolveTaskCmd.class, "Tasks are not delegated here; complete it, or hand over the case."),
            Map.entry(CreateAttachmentCmd.class, NO_FILES),
            Map.entry(SaveAttachmentCmd.class, NO_FILES),
            Map.entry(DeleteAttachmentCmd.class, NO_FILES));

    private final TaskRights rights;

    PersonsCommands(TaskRights rights) {
        this.rights = rights;
    }

    @Override
    public <T> T execute(Command<T> command) {
        var context = Context.getCommandContext();
        var person = context == null ? null : TaskRights.personAtWork(context).orElse(null);
        if (person == null) {
            return next.execute(command);
        }
        NEVER.forEach((kind, sentence) -> {
            if (kind.isInstance(command)) {
                throw Refusal.notAllowed(sentence);
            }
        });
        if (command instanceof ClaimTaskCmd) {
            checkClaim(context, person, value("taskId", command), value("userId", command));
        } else if (command instanceof AssignTaskCmd && isGivingBack(context, person, command)) {
            return context.runWithoutAuthorization(() -> next.execute(command));
        } else if (command instanceof DeployCmd) {
            checkDeployment(value("deploymentBuilder", command));
        } else if (command instanceof DeleteDeploymentCmd) {
            checkDeletion(context, command);
        } else if (command instanceof AbstractMigrationCmd) {
            checkMigration(command);
        } else {
            checkRemarks(context, person, command);
        }
        return next.execute(command);
    }

    private void checkClaim(
            CommandContext context, Authentication person, @Nullable String taskId, @Nullable String user) {
        var task = taskId == null ? null : context.getTaskManager().findTaskById(taskId);
        if (task == null) {
            return;
        }
        if (!rights.sees(person, task)) {
            throw TaskRights.notFound();
        }
        if (user != null && !user.equals(person.getUserId())) {
            throw Refusal.notAllowed("Everybody claims for themselves.");
        }
        if (task.getAssignee() != null && !task.getAssignee().equals(person.getUserId())) {
            throw Refusal.tooLate("%s has this task already.".formatted(task.getAssignee()));
        }
    }

    /** The assignee gives the task back to the group it was offered to. */
    private boolean isGivingBack(CommandContext context, Authentication person, Command<?> command) {
        String taskId = value("taskId", command);
        var task = taskId == null ? null : context.getTaskManager().findTaskById(taskId);
        return value("userId", command) == null
                && task != null
                && rights.isOwn(person, task)
                && person.getUserId().equals(task.getAssignee());
    }

    private static void checkDeployment(DeploymentBuilderImpl builder) {
        if (builder.getDeployment().getTenantId() != null) {
            throw Refusal.of("tenant-id", "Models serve every client; leave the tenant out.");
        }
    }

    /** A deployment would take its running cases along, and the register would list cases that nobody works on (P06). */
    private static void checkDeletion(CommandContext context, Command<?> command) {
        if (hasRunningCases(context, value("deploymentId", command))) {
            throw Refusal.notAllowed(
                    "Cases run on this model, and it stays while they do. Move them to another version first.");
        }
    }

    private static boolean hasRunningCases(CommandContext context, @Nullable String deployment) {
        if (deployment == null) {
            return false;
        }
        var running = context.getProcessEngineConfiguration()
                .getRuntimeService()
                .createProcessInstanceQuery()
                .deploymentId(deployment);
        var checked = context.isTenantCheckEnabled();
        context.disableTenantCheck();
        try {
            // Everybody's, not only those that this person sees.
            return context.runWithoutAuthorization(() -> running.count() > 0);
        } finally {
            context.setTenantCheckEnabled(checked);
        }
    }

    private static void checkMigration(Command<?> command) {
        MigrationPlanExecutionBuilderImpl builder = value("executionBuilder", command);
        var variables = builder.getMigrationPlan().getVariables();
        if (variables != null && !variables.isEmpty()) {
            throw Refusal.of("variables", "A migration moves cases and writes nothing into them; leave variables out.");
        }
    }

    /** Comments and attachments hang on tasks and cases, and the engine asks nobody whose they are. */
    private void checkRemarks(CommandContext context, Authentication person, Command<?> command) {
        if (command instanceof AddCommentCmd
                || command instanceof GetTaskCommentsCmd
                || command instanceof GetTaskCommentCmd
                || command instanceof GetTaskEventsCmd
                || command instanceof GetTaskAttachmentsCmd
                || command instanceof GetTaskAttachmentCmd
                || command instanceof GetTaskAttachmentContentCmd) {
            String taskId = value("taskId", command);
            if (taskId != null) {
                requireView(context, person, taskId);
                return;
            }
        }
        if (command instanceof AddCommentCmd
                || command instanceof GetProcessInstanceCommentsCmd
                || command instanceof GetProcessInstanceAttachmentsCmd) {
            var instance = context.getExecutionManager().findExecutionById(value("processInstanceId", command));
            if (instance == null
                    || !ClientsInView.contains(instance.getTenantId())
                    || !TaskRights.seesTasksOfOthers(person)) {
                throw Refusal.notFound("There is no such case among those you may see.");
            }
        }
        if (command instanceof GetAttachmentCmd || command instanceof GetAttachmentContentCmd) {
            throw Refusal.notFound("There is no such attachment.");
        }
    }

    private void requireView(CommandContext context, Authentication person, String taskId) {
        var task = context.getTaskManager().findTaskById(taskId);
        if (task == null || !rights.sees(person, task)) {
            throw TaskRights.notFound();
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
