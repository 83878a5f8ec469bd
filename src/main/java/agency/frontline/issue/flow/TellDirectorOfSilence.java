package agency.frontline.issue.flow;

import static agency.frontline.issue.flow.ClientIssueFlow.*;

import agency.frontline.notification.Notices;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** A client who is silent three times is telling us something. */
@Component
class TellDirectorOfSilence implements JavaDelegate {

    private final IssueDesk desk;
    private final IssueClocks clocks;
    private final Notices notices;

    TellDirectorOfSilence(IssueDesk desk, IssueClocks clocks, Notices notices) {
        this.desk = desk;
        this.clocks = clocks;
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        notices.thirdSilence(
                desk.about(execution), desk.client(execution).team().director());
        clocks.ballIsOurs(execution, desk.now());
    }
}
