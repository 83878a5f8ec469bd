package agency.frontline.issue.flow;

import static agency.frontline.issue.flow.ClientIssueFlow.*;

import agency.frontline.engine.CurrentPerson;
import agency.frontline.issue.IssueFacts;
import agency.frontline.issue.Verdict;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Who of the group gave the opinion; an unclear hand-over is counted, for it is ours to mend (C-42). */
@Component
class RememberSpecialist implements TaskListener {

    private final IssueDesk desk;
    private final IssueFacts facts;
    private final CurrentPerson person;

    RememberSpecialist(IssueDesk desk, IssueFacts facts, CurrentPerson person) {
        this.desk = desk;
        this.facts = facts;
        this.person = person;
    }

    @Override
    public void notify(DelegateTask task) {
        var who = person.id().orElse(task.getAssignee());
        SPECIALIST_USER.set(task, who);
        if (VERDICT.in(task) == Verdict.UNCLEAR) {
            facts.opinion(desk.key(task), SPECIALIST.in(task).stringValue(), who, Verdict.UNCLEAR);
        }
    }
}
