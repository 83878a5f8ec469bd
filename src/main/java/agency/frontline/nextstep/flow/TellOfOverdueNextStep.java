package agency.frontline.nextstep.flow;

import agency.frontline.flow.CaseDesk;
import agency.frontline.notification.Notices;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells our people, once, that a step is late: whoever took it and the owner of the case; never the client. */
@Component
class TellOfOverdueNextStep implements JavaDelegate {

    private final NextStepDesk desk;
    private final Notices notices;

    TellOfOverdueNextStep(NextStepDesk desk, Notices notices) {
        this.desk = desk;
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var step = desk.step(execution);
        notices.nextStepOverdue(
                desk.about(execution),
                step.owner().ours() ? step.owner().id() : null,
                CaseDesk.OWNER.in(execution),
                step.owner().name(),
                step.what(),
                step.due());
    }
}
