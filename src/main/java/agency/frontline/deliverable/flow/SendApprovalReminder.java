package agency.frontline.deliverable.flow;

import static agency.frontline.deliverable.flow.DeliverableReviewFlow.*;

import agency.frontline.casefile.CaseRegister;
import agency.frontline.casefile.Status;
import agency.frontline.notification.Letters;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** One friendly word, and the clock starts anew. */
@Component
class SendApprovalReminder implements JavaDelegate {

    private final DeliverableDesk desk;
    private final CaseRegister register;
    private final Letters letters;

    SendApprovalReminder(DeliverableDesk desk, CaseRegister register, Letters letters) {
        this.desk = desk;
        this.register = register;
        this.letters = letters;
    }

    @Override
    public void execute(DelegateExecution execution) {
        letters.approvalReminder(desk.letter(execution), REMINDER_TEXT.in(execution));
        var leaves = desk.calendar(execution).nextOpen(desk.now());
        FOLLOW_UP_BY.set(execution, desk.calendar(execution).plusBusinessDays(leaves, FOLLOW_UP_DAYS.in(execution)));
        register.moveTo(desk.key(execution), Status.WAITING_FOR_CLIENT);
    }
}
