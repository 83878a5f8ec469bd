package agency.frontline.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;

/** What every instance of a flow goes through at its start and end, whatever model an owner has deployed since. */
public interface CaseKeeper {

    /** Whether instances of the given process are this keeper's. */
    boolean keeps(String processKey);

    /**
     * Called before the first step, with the start's variables set and no business key; the keeper draws it.
     *
     * @throws agency.frontline.text.Refusal if it may not start so; then nothing has started
     */
    void opened(DelegateExecution instance);

    /** Called when the instance has reached an end event of its main scope. */
    void reached(DelegateExecution instance, String endEvent);

    /** Called when nothing of the instance is left to do. */
    void ended(DelegateExecution instance);
}
