package agency.frontline.endcheck.flow;

import static agency.frontline.endcheck.flow.PlanEndCheckFlow.*;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** A row for each goal, for whoever is told the answers on the phone. */
@Component
class PrepareClientVerdicts implements TaskListener {

    private final EndCheckDesk desk;

    PrepareClientVerdicts(EndCheckDesk desk) {
        this.desk = desk;
    }

    @Override
    public void notify(DelegateTask task) {
        CLIENT_VERDICTS.set(task.getExecution(), EndCheckDesk.rows(desk.plan(task)));
    }
}
