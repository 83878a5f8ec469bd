package agency.frontline.issue.flow;

import static agency.frontline.issue.flow.ClientIssueFlow.*;

import agency.frontline.notification.Letters;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Sends the update; the next one is owed anew (F4). */
@Component
class MailUpdate implements JavaDelegate {

    private final IssueDesk desk;
    private final IssueClocks clocks;
    private final Letters letters;

    MailUpdate(IssueDesk desk, IssueClocks clocks, Letters letters) {
        this.desk = desk;
        this.clocks = clocks;
        this.letters = letters;
    }

    @Override
    public void execute(DelegateExecution execution) {
        letters.update(desk.letter(execution), UPDATE_TEXT.in(execution));
        clocks.ballIsOurs(execution, desk.now());
    }
}
