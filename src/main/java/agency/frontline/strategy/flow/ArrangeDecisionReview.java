package agency.frontline.strategy.flow;

import static agency.frontline.strategy.flow.StrategyResetFlow.*;

import agency.frontline.engine.AsSystem;
import agency.frontline.engine.FormAnswers;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The look back is a case of its own, so that this one can be closed (C-54). */
@Component
class ArrangeDecisionReview implements JavaDelegate {

    private final StrategyDesk desk;
    private final AsSystem asSystem;
    private final RuntimeService runtime;

    ArrangeDecisionReview(StrategyDesk desk, AsSystem asSystem, @Lazy RuntimeService runtime) {
        this.desk = desk;
        this.asSystem = asSystem;
        this.runtime = runtime;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var calendar = desk.calendar(execution);
        var day = FormAnswers.in(execution).day(REVIEW_ON.name());
        var review = Map.<String, Object>of(
                DecisionReviewFlow.CLIENT.name(), CLIENT.in(execution),
                DecisionReviewFlow.OWNER.name(), OWNER.in(execution),
                DecisionReviewFlow.PARENT_CASE.name(), desk.key(execution),
                DecisionReviewFlow.SUBJECT.name(), SUBJECT.in(execution),
                DecisionReviewFlow.DECISION_TEXT.name(), DECISION_TEXT.in(execution),
                DecisionReviewFlow.DECIDED_BY.name(), DECIDED_BY.in(execution),
                DecisionReviewFlow.RISK_TAKEN.name(), RISK_TAKEN.in(execution),
                DecisionReviewFlow.REVIEW_AT.name(),
                        Date.from(day.atStartOfDay(calendar.zone()).toInstant()),
                DecisionReviewFlow.REVIEW_BY.name(), Date.from(calendar.endOfBusinessDay(day)));
        asSystem.perform(() -> runtime.startProcessInstanceByKey(DecisionReviewFlow.KEY, review));
    }
}
