package agency.frontline.issue.flow;

import static agency.frontline.issue.flow.ClientIssueFlow.*;

import agency.frontline.notification.Letters;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells the client who takes care from now on, in the new owner's name (C-04). */
@Component
class IntroduceOwner implements JavaDelegate {

    private final IssueDesk desk;
    private final Letters letters;

    IntroduceOwner(IssueDesk desk, Letters letters) {
        this.desk = desk;
        this.letters = letters;
    }

    @Override
    public void execute(DelegateExecution execution) {
        letters.newOwner(desk.letter(execution), desk.person(PREVIOUS_OWNER.in(execution)));
    }
}
