package agency.frontline.endcheck.flow;

import static agency.frontline.endcheck.flow.PlanEndCheckFlow.*;

import agency.frontline.endcheck.EndChecks;
import agency.frontline.endcheck.Verdict;
import agency.frontline.engine.CurrentPerson;
import agency.frontline.engine.FormAnswers;
import agency.frontline.text.Refusal;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** The client told somebody of ours; whoever was told stands beside it. */
@Component
class RememberClientVerdicts implements TaskListener {

    private final EndCheckDesk desk;
    private final EndChecks checks;
    private final CurrentPerson person;

    RememberClientVerdicts(EndCheckDesk desk, EndChecks checks, CurrentPerson person) {
        this.desk = desk;
        this.checks = checks;
        this.person = person;
    }

    @Override
    public void notify(DelegateTask task) {
        var first = checks.answerForClient(
                desk.key(task),
                Verdict.from(FormAnswers.in(task), CLIENT_VERDICTS.name(), desk.plan(task), false),
                person.id().orElseGet(() -> OWNER.in(task)));
        if (!first) {
            throw Refusal.tooLate("The client has answered at this moment; their own words stand.");
        }
        CLIENT_HAS_ANSWERED.set(task.getExecution(), true);
    }
}
