package agency.frontline.issue.flow;

import agency.frontline.engine.CurrentPerson;
import agency.frontline.engine.TaskGate;
import agency.frontline.text.Refusal;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/**
 * Nobody but an account manager or director closes or answers a client's case (processes.md, Groups), even where a model
 * or an assignment has put the task before somebody else.
 */
@Component
class ManagersAnswer implements TaskGate {

    private static final Set<String> TASKS = Set.of(
            "diagnoseIssue",
            "clarifyHandOver",
            "replyToClient",
            "followUp",
            "sendUpdate",
            "confirmResolution",
            "captureLesson",
            "reachClientAnotherWay");

    private final CurrentPerson person;

    ManagersAnswer(CurrentPerson person) {
        this.person = person;
    }

    @Override
    public boolean guards(String processKey, String taskKey) {
        return processKey.startsWith(ClientIssueFlow.KEY) && TASKS.contains(taskKey);
    }

    @Override
    public void check(DelegateTask task) {
        if (person.id().isPresent() && !person.isIn("account-managers") && !person.isIn("account-directors")) {
            throw Refusal.notAllowed("Only an account manager or director answers or closes a client's case.");
        }
    }
}
