package agency.frontline.deliverable.flow;

import static agency.frontline.deliverable.flow.DeliverableReviewFlow.*;

import agency.frontline.notification.Notices;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The draft is late: whoever writes it and the owner are told, once. */
@Component
class TellOfLateDraft implements JavaDelegate {

    private final DeliverableDesk desk;
    private final Notices notices;

    TellOfLateDraft(DeliverableDesk desk, Notices notices) {
        this.desk = desk;
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        notices.draftOverdue(
                desk.about(execution),
                DRAFTER.find(execution).orElse(null),
                DRAFTED_BY.in(execution),
                OWNER.in(execution),
                DRAFT_BY.in(execution));
    }
}
