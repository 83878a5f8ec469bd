package agency.frontline.endcheck.flow;

import agency.frontline.endcheck.EndChecks;
import agency.frontline.notification.Letters;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Asks whoever decided on the plan, by a mail with a link of their own (C-82, S13). */
@Component
class AskClientForVerdict implements JavaDelegate {

    private final EndCheckDesk desk;
    private final EndChecks checks;
    private final Letters letters;

    AskClientForVerdict(EndCheckDesk desk, EndChecks checks, Letters letters) {
        this.desk = desk;
        this.checks = checks;
        this.letters = letters;
    }

    @Override
    public void execute(DelegateExecution execution) {
        letters.endCheck(
                desk.letter(execution),
                checks.drawToken(desk.key(execution)),
                desk.check(execution).closesAt());
    }
}
