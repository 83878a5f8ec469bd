package agency.frontline.issue.flow;

import static agency.frontline.issue.flow.ClientIssueFlow.*;

import agency.frontline.client.pledge.AgreedTerms;
import agency.frontline.client.pledge.Pledge;
import agency.frontline.issue.IssueKind;
import agency.frontline.notification.Notices;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What the client has accepted, and where nothing is agreed what the table of service levels decided, becomes dates on the
 * client's own calendar (C-20, C-61, F1).
 */
@Component
class ServiceLevelSet implements ExecutionListener {

    private final IssueDesk desk;
    private final IssueClocks clocks;
    private final AgreedTerms agreed;
    private final Notices notices;

    ServiceLevelSet(IssueDesk desk, IssueClocks clocks, AgreedTerms agreed, Notices notices) {
        this.desk = desk;
        this.clocks = clocks;
        this.agreed = agreed;
        this.notices = notices;
    }

    @Override
    public void notify(DelegateExecution execution) {
        var level = ((DmnDecisionResult) execution.getVariable("decisionResult")).getSingleResult();
        var pledge = agreed.of(CLIENT.in(execution));
        var hours = hours(
                level.<Number>getEntry(FIRST_RESPONSE_HOURS.name()).intValue(),
                pledge.map(pledged -> pledged.terms().responseHours().get(CHANNEL.in(execution)))
                        .orElse(null),
                // A table of an owner's own may not know the question: what was agreed holds.
                !Boolean.FALSE.equals(level.<Boolean>getEntry(PLEDGE_FIRST.name())));
        FIRST_RESPONSE_HOURS.set(execution, hours.number());
        UPDATE_HOURS.set(execution, level.getEntry(UPDATE_HOURS.name()));
        FOLLOW_UP_HOURS.set(execution, level.getEntry(FOLLOW_UP_HOURS.name()));
        VISIT_ADVISED.set(execution, level.getEntry(VISIT_ADVISED.name()));
        boolean reopened = REOPENINGS.find(execution).orElse(0) > 0;
        LESSON_OWED.set(execution, reopened || Boolean.TRUE.equals(level.<Boolean>getEntry(LESSON_OWED.name())));
        var firstTime = RESPOND_BY.find(execution).isEmpty();
        clocks.promiseFirstResponse(
                execution, hours.pledged() ? pledge.map(Pledge::inWords).orElse(null) : null);
        if (firstTime) {
            clocks.promiseUpdates(execution, CONTACTED_AT.in(execution));
        } else {
            clocks.reviewUpdates(execution);
        }
        tellDirectorAtOnce(execution, Boolean.TRUE.equals(level.<Boolean>getEntry(DIRECTOR_TOLD.name())));
    }

    private record Hours(int number, boolean pledged) {}

    /**
     * What was pledged takes the place of the table's hours where the table lets it; elsewhere whatever is sooner holds,
     * for a pledge makes nothing worse.
     */
    private static Hours hours(int ofTable, @Nullable Integer pledged, boolean pledgeFirst) {
        return pledged != null && (pledgeFirst || pledged < ofTable)
                ? new Hours(pledged, true)
                : new Hours(ofTable, false);
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
