package agency.frontline.endcheck.flow;

import static agency.frontline.endcheck.flow.PlanEndCheckFlow.*;

import agency.frontline.endcheck.EndChecks;
import agency.frontline.endcheck.Verdict;
import agency.frontline.engine.CurrentPerson;
import agency.frontline.engine.FormAnswers;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/**
 * What we think ourselves, before anybody of ours has read what the client thinks. Where that took us long, the client has
 * the time to answer that they would have had.
 */
@Component
class RememberAgencyVerdicts implements TaskListener {

    /** Business days that a client has from then on, at least. */
    private static final int TIME_TO_ANSWER = 5;

    private final EndCheckDesk desk;
    private final EndChecks checks;
    private final CurrentPerson person;

    RememberAgencyVerdicts(EndCheckDesk desk, EndChecks checks, CurrentPerson person) {
        this.desk = desk;
        this.checks = checks;
        this.person = person;
    }

    @Override
    public void notify(DelegateTask task) {
        checks.answerForAgency(
                desk.key(task),
                Verdict.from(FormAnswers.in(task), AGENCY_VERDICTS.name(), desk.plan(task), true),
                person.id().orElseGet(() -> OWNER.in(task)));
        var execution = (DelegateExecution) task.getExecution();
        var atLeast = desk.calendar(execution).plusBusinessDays(desk.now(), TIME_TO_ANSWER);
        if (atLeast.isAfter(VERDICT_CLOSES_AT.in(execution))) {
            VERDICT_CLOSES_AT.set(execution, atLeast);
            checks.closesAt(desk.key(task), atLeast);
        }
    }
}
