package agency.frontline.issue.flow;

import static agency.frontline.issue.flow.ClientIssueFlow.*;

import agency.frontline.issue.IssueKind;
import agency.frontline.notification.Notices;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** What the table of service levels decided becomes dates on the client's own calendar (C-20, F1). */
@Component
class ServiceLevelSet implements ExecutionListener {

    private final IssueDesk desk;
    private final IssueClocks clocks;
    private final Notices notices;

    ServiceLevelSet(IssueDesk desk, IssueClocks clocks, Notices notices) {
        this.desk = desk;
        this.clocks = clocks;
        this.notices = notices;
    }

    @Override
    public void notify(DelegateExecution execution) {
        var level = ((DmnDecisionResult) execution.getVariable("decisionResult")).getSingleResult();
        FIRST_RESPONSE_HOURS.set(execution, level.getEntry(FIRST_RESPONSE_HOURS.name()));
        UPDATE_HOURS.set(execution, level.getEntry(UPDATE_HOURS.name()));
        FOLLOW_UP_HOURS.set(execution, level.getEntry(FOLLOW_UP_HOURS.name()));
        VISIT_ADVISED.set(execution, level.getEntry(VISIT_ADVISED.name()));
        boolean reopened = REOPENINGS.find(execution).orElse(0) > 0;
        LESSON_OWED.set(execution, reopened || Boolean.TRUE.equals(level.<Boolean>getEntry(LESSON_OWED.name())));
        var firstTime = RESPOND_BY.find(execution).isEmpty();
        clocks.promiseFirstResponse(execution);
        if (firstTime) {
            clocks.promiseUpdates(execution, CONTACTED_AT.in(execution));
        } else {
            clocks.reviewUpdates(execution);
        }
        tellDirectorAtOnce(execution, Boolean.TRUE.equals(level.<Boolean>getEntry(DIRECTOR_TOLD.name())));
    }

    /** An account at risk is the director's business from the first minute, once (C-35). */
    private void tellDirectorAtOnce(DelegateExecution execution, boolean tell) {
        var told = DIRECTOR_TOLD.find(execution).orElse(false);
        DIRECTOR_TOLD.set(execution, told || tell);
        if (tell && !told) {
            var why = ISSUE_KIND
                            .find(execution)
                            .filter(kind -> kind == IssueKind.ACCOUNT_AT_RISK)
                            .isPresent()
                    ? "The account manager sees the account at risk."
                    : "The service level says that the director is told at once.";
            notices.accountAtRisk(
                    desk.about(execution), desk.client(execution).team().director(), why);
        }
    }
}
