package agency.frontline.engine;

import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.jobexecutor.TimerDeclarationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;

/**
 * Moves, stops and sets the timers that a model has drawn, when what they wait for has changed. Works inside the
 * engine's own transaction only (a delegate, a listener, {@link AsSystem}).
 */
public final class Timers {

    private Timers() {}

    /** Moves the timer of each given event to the new time; where none is running, nothing happens. */
    public static void move(String processInstance, String event, Instant due) {
        running(processInstance, Set.of(event)).forEach(job -> job.setDuedate(Date.from(due)));
    }

    /** Stops the timers of the given events. */
    public static void stop(String processInstance, Collection<String> events) {
        running(processInstance, events).forEach(JobEntity::delete);
    }

    /**
     * Moves the timer of a non-interrupting event, or sets it anew if it has rung or was stopped.
     *
     * @param any any execution of the instance; the event's expression is read in the scope it is drawn in
     * @return whether it runs now: false, and nothing done, if the scope it is drawn in is not open
     */
    public static boolean setAnew(DelegateExecution any, String event, Instant due) {
        var processInstance = any.getProcessInstanceId();
        if (!running(processInstance, Set.of(event)).isEmpty()) {
            move(processInstance, event, due);
            return true;
        }
        var open =
                Context.getCommandContext()
                        .getExecutionManager()
                        .findExecutionsByProcessInstanceId(processInstance)
                        .stream()
                        // The database still lists a branch that ended in this transaction, and may list it first.
                        .filter(execution -> execution.getActivity() != null && !execution.isEnded())
                        .flatMap(execution -> execution.createActivityExecutionMapping().entrySet().stream())
                        .filter(scope -> TimerDeclarationImpl.getDeclarationsForScope(scope.getKey())
                                .containsKey(event))
                        .findFirst();
        open.ifPresent(scope -> TimerDeclarationImpl.getDeclarationsForScope(scope.getKey())
                .get(event)
                .createTimerInstance((ExecutionEntity) scope.getValue())
                .setDuedate(Date.from(due)));
        return open.isPresent();
    }

    private static List<TimerEntity> running(String processInstance, Collection<String> events) {
        return Context.getCommandContext().getJobManager().findJobsByProcessInstanceId(processInstance).stream()
                .filter(TimerEntity.class::isInstance)
                .map(TimerEntity.class::cast)
                .filter(job -> events.contains(job.getActivityId()))
                .toList();
    }
}
