package agency.frontline.access;

import org.camunda.bpm.engine.impl.cfg.auth.AuthorizationCommandChecker;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/** Asks {@link TaskRights} wherever the engine asks who may read or do a task: by form, REST and Tasklist alike. */
class RightsOnTasks extends AuthorizationCommandChecker {

    private final TaskRights rights;

    RightsOnTasks(TaskRights rights) {
        this.rights = rights;
    }

    @Override
    public void checkTaskWork(TaskEntity task) {
        TaskRights.personAtWork(Context.getCommandContext()).ifPresent(person -> rights.requireToWorkOn(person, task));
    }

    @Override
    public void checkReadTask(TaskEntity task) {
        TaskRights.personAtWork(Context.getCommandContext()).ifPresent(person -> {
            if (!rights.sees(person, task)) {
                throw TaskRights.notFound();
            }
        });
    }

    @Override
    public void checkReadTaskVariable(TaskEntity task) {
        checkReadTask(task);
    }

    @Override
    public void checkReadProcessInstanceVariable(ExecutionEntity execution) {
        var person = TaskRights.personAtWork(Context.getCommandContext());
        var behindOwnTask = person.isPresent()
                && Context.getCommandContext()
                        .getTaskManager()
                        .findTasksByProcessInstanceId(execution.getProcessInstanceId())
                        .stream()
                        .anyMatch(task -> rights.isOwn(person.get(), task));
        if (!behindOwnTask) {
            super.checkReadProcessInstanceVariable(execution);
        }
    }
}
