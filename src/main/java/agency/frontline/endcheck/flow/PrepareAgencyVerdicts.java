package agency.frontline.endcheck.flow;

import static agency.frontline.endcheck.flow.PlanEndCheckFlow.*;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** A row for each goal; nothing of what the client may have said. */
@Component
class PrepareAgencyVerdicts implements TaskListener {

    private final EndCheckDesk desk;

    PrepareAgencyVerdicts(EndCheckDesk desk) {
        this.desk = desk;
    }

    @Override
    public void notify(DelegateTask task) {
        AGENCY_VERDICTS.set(task.getExecution(), EndCheckDesk.rows(desk.plan(task)));
    }
}
