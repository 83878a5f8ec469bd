package agency.frontline.deliverable.flow;

import static agency.frontline.deliverable.flow.DeliverableReviewFlow.*;

import agency.frontline.notification.Notices;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** What can be known stands in the form already, and whoever drafts is told, unless it is the account manager. */
@Component
class PrepareDraft implements TaskListener {

    private final DeliverableDesk desk;
    private final PartsTable parts;
    private final Notices notices;

    PrepareDraft(DeliverableDesk desk, PartsTable parts, Notices notices) {
        this.desk = desk;
        this.parts = parts;
        this.notices = notices;
    }

    @Override
    public void notify(DelegateTask task) {
        var execution = task.getExecution();
        parts.ask(execution);
        KEEP_AS_IS.clear(execution);
        TEAM_HAS_SEEN_IT.clear(execution);
        if (OBJECTIVE.find(execution).isEmpty() && desk.has(execution, OBJECTIVE)) {
            OBJECTIVE.set(execution, PURPOSE.in(execution));
        }
        var drafter = DRAFTER.find(execution).orElse(null);
        if (!OWNER.in(execution).equals(drafter)) {
            var change = desk.whatToChange(execution);
            notices.draftAsked(
                    desk.about(execution),
                    drafter,
                    DRAFTED_BY.in(execution),
                    PURPOSE.in(execution) + (change.isEmpty() ? "" : "\n\n" + change),
                    DRAFT_BY.in(execution));
        }
    }
}
