package agency.frontline.issue.flow;

import static agency.frontline.issue.flow.ClientIssueFlow.*;

import agency.frontline.notification.Letters;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Sends the reminder and waits again (F7). */
@Component
class SendChaser implements JavaDelegate {

    private final IssueDesk desk;
    private final IssueClocks clocks;
    private final Letters letters;

    SendChaser(IssueDesk desk, IssueClocks clocks, Letters letters) {
        this.desk = desk;
        this.clocks = clocks;
        this.letters = letters;
    }

    @Override
    public void execute(DelegateExecution execution) {
        letters.chaser(
                desk.letter(execution), CHASER_TEXT.find(execution).orElse(null), Math.min(SILENCES.in(execution), 3));
        clocks.ballIsTheirs(execution);
    }
}
