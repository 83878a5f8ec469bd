package agency.frontline.endcheck.flow;

import agency.frontline.endcheck.EndChecks;
import agency.frontline.notification.Letters;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The question once more, with a link of its own: of the first one only the hash is known. */
@Component
class RemindOfVerdict implements JavaDelegate {

    private final EndCheckDesk desk;
    private final EndChecks checks;
    private final Letters letters;

    RemindOfVerdict(EndCheckDesk desk, EndChecks checks, Letters letters) {
        this.desk = desk;
        this.checks = checks;
        this.letters = letters;
    }

    @Override
    public void execute(DelegateExecution execution) {
        letters.endCheckReminder(
                desk.letter(execution),
                checks.drawToken(desk.key(execution)),
                desk.check(execution).closesAt());
    }
}
