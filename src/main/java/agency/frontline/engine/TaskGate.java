package agency.frontline.engine;

import org.camunda.bpm.engine.delegate.DelegateTask;

/**
 * A rule that a task must meet before it counts as done. It holds by the task's id, however the completion arrives and
 * whatever model an owner has deployed since (processes.md, Gates).
 */
public interface TaskGate {

    /** Whether this gate stands before the given task of the given process. */
    boolean guards(String processKey, String taskKey);

    /**
     * Looks at the task with all that was filled in.
     *
     * @throws agency.frontline.text.Refusal if it may not be completed so; nothing is written then
     */
    void check(DelegateTask task);
}
