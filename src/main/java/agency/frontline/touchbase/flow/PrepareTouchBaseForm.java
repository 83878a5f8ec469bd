package agency.frontline.touchbase.flow;

import static agency.frontline.touchbase.flow.TouchBaseFlow.*;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Nobody has said anything yet; whom to speak with stands there. */
@Component
class PrepareTouchBaseForm implements TaskListener {

    @Override
    public void notify(DelegateTask task) {
        var execution = task.getExecution();
        PLANNED_START.clear(execution);
        REASON.clear(execution);
    }
}
