package agency.frontline.engine;

import java.util.Optional;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.identity.User;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Who was first, when two people do the same task (P01). */
@Component
class FinishedTasks {

    private final HistoryService history;
    private final TaskService tasks;
    private final IdentityService identity;
    private final CurrentPerson person;
    private final AsSystem asSystem;

    // Lazy, because whoever answers HTTP is made before the engine.
    FinishedTasks(
            @Lazy HistoryService history,
            @Lazy TaskService tasks,
            @Lazy IdentityService identity,
            CurrentPerson person,
            AsSystem asSystem) {
        this.history = history;
        this.tasks = tasks;
        this.identity = identity;
        this.person = person;
        this.asSystem = asSystem;
    }

    /** The sentence for whoever came too late; empty if the task is open, never was, or is not theirs to know of. */
    Optional<String> sentence(String taskId) {
        return asSystem.run(() -> {
                    var task = history.createHistoricTaskInstanceQuery()
                            .taskId(taskId)
                            .finished()
                            .singleResult();
                    return Optional.ofNullable(task);
                })
                .filter(task -> task.getTenantId() == null || person.mayKnow(task.getTenantId()))
                .map(task -> asSystem.run(() -> doneBy(taskId)));
    }

    private String doneBy(String taskId) {
        return history
                .createUserOperationLogQuery()
                .taskId(taskId)
                .operationType(UserOperationLogEntry.OPERATION_TYPE_COMPLETE)
                .listPage(0, 1)
                .stream()
                .map(UserOperationLogEntry::getUserId)
                .findFirst()
                .map(user -> "This task is already done by " + name(user) + ".")
                .orElse("This task is no longer open: the case has moved on.");
    }

    private String name(String userId) {
        User user = identity.createUserQuery().userId(userId).singleResult();
        if (user == null || user.getFirstName() == null || user.getLastName() == null) {
            return userId;
        }
        return user.getFirstName() + " " + user.getLastName() + " (" + userId + ")";
    }
}
