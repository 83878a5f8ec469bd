package agency.frontline.issue.flow;

import static agency.frontline.issue.flow.ClientIssueFlow.*;

import agency.frontline.casefile.CaseRegister;
import agency.frontline.notification.Letters;
import agency.frontline.notification.Notices;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The case changes hands: open tasks go along, and the client is told who it is now (C-04). */
@Component
class HandOverCase implements JavaDelegate {

    private final IssueDesk desk;
    private final CaseRegister register;
    private final Letters letters;
    private final Notices notices;
    private final TaskService tasks;

    HandOverCase(IssueDesk desk, CaseRegister register, Letters letters, Notices notices, @Lazy TaskService tasks) {
        this.desk = desk;
        this.register = register;
        this.letters = letters;
        this.notices = notices;
        this.tasks = tasks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var previous = OWNER.in(execution);
        var owner = NEW_OWNER.in(execution);
        OWNER.set(execution, owner);
        register.giveTo(desk.key(execution), owner);
        tasks.createTaskQuery()
                .processInstanceId(execution.getProcessInstanceId())
                .taskAssignee(previous)
                .unlimitedList()
                .forEach(task -> tasks.setAssignee(task.getId(), owner));
        letters.newOwner(desk.letter(execution), desk.person(previous));
        notices.caseHandedOver(desk.about(execution), owner, previous, REASON.in(execution));
    }
}
