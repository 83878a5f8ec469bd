package agency.frontline.onboarding.flow;

import static agency.frontline.onboarding.flow.ClientOnboardingFlow.*;

import agency.frontline.onboarding.PlanJudgement;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** What the table makes of schedule and budget, with its reason (C-29, C-30). */
@Component
class PlanJudged implements ExecutionListener {

    @Override
    public void notify(DelegateExecution execution) {
        var judged = ((DmnDecisionResult) execution.getVariable("decisionResult")).getSingleResult();
        PLAN_JUDGEMENT.set(execution, PlanJudgement.valueOf(judged.getEntry(PLAN_JUDGEMENT.name())));
        PLAN_JUDGEMENT_WHY.set(execution, judged.getEntry(PLAN_JUDGEMENT_WHY.name()));
    }
}
