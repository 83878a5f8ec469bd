package agency.frontline.issue.flow;

import static agency.frontline.issue.flow.ClientIssueFlow.*;

import agency.frontline.casefile.CaseRegister;
import agency.frontline.casefile.Promises;
import agency.frontline.notification.Notices;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The case changes hands: open tasks and promises of the previous owner go along (C-04). */
@Component
class HandOverCase implements JavaDelegate {

    private final IssueDesk desk;
    private final IssueClocks clocks;
    private final CaseRegister register;
    private final Promises promises;
    private final Notices notices;
    private final TaskService tasks;

    HandOverCase(
            IssueDesk desk,
            IssueClocks clocks,
            CaseRegister register,
            Promises promises,
            Notices notices,
            @Lazy TaskService tasks) {
        this.desk = desk;
        this.clocks = clocks;
        this.register = register;
        this.promises = promises;
        this.notices = notices;
        this.tasks = tasks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var previous = OWNER.in(execution);
        var owner = NEW_OWNER.in(execution);
        PREVIOUS_OWNER.set(execution, previous);
        OWNER.set(execution, owner);
        register.giveTo(desk.key(execution), owner);
        tasks.createTaskQuery()
                .processInstanceId(execution.getProcessInstanceId())
                .taskAssignee(previous)
                .unlimitedList()
                .forEach(task -> give(task, owner));
        var due = clocks.answerBy(execution);
        notices.caseHandedOver(
                desk.about(execution), owner, previous, REASON.in(execution), due == null ? null : due.toInstant());
    }

    private void give(Task task, String owner) {
        tasks.setAssignee(task.getId(), owner);
        if (task.getTaskDefinitionKey().equals(KEEP_PROMISE)) {
            tasks.setVariable(task.getId(), PROMISE_OWNER.name(), owner);
            promises.giveTo((String) tasks.getVariable(task.getId(), PROMISE_ID.name()), owner);
        }
    }
}
