package agency.frontline.strategy.flow;

import static agency.frontline.strategy.flow.StrategyResetFlow.*;

import agency.frontline.correction.CorrectionRule.Verdict;
import agency.frontline.correction.CorrectionSize;
import agency.frontline.correction.Corrections;
import agency.frontline.correction.WhatChanges;
import agency.frontline.engine.FormAnswers;
import agency.frontline.strategy.Decided;
import agency.frontline.strategy.PlanImpact;
import agency.frontline.strategy.Resets;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** The decision can be found again (C-54), and where it puts something right, among all corrections (C-88). */
@Component
class RememberDecision implements TaskListener {

    private final StrategyDesk desk;
    private final Resets resets;
    private final Corrections corrections;

    RememberDecision(StrategyDesk desk, Resets resets, Corrections corrections) {
        this.desk = desk;
        this.resets = resets;
        this.corrections = corrections;
    }

    @Override
    public void notify(DelegateTask task) {
        var execution = task.getExecution();
        var decided = desk.decided(execution, FormAnswers.in(task));
        resets.decided(desk.key(execution), decided);
        PLAN_IMPACT
                .find(execution)
                .filter(impact -> impact != PlanImpact.REASSURE)
                .ifPresent(impact -> correct(execution, decided));
    }

    /** The four inputs and the reason are those of the table that was asked; nobody sizes the same thing twice. */
    private void correct(DelegateExecution execution, Decided decided) {
        var key = desk.key(execution);
        corrections.decided(
                CLIENT.in(execution),
                key,
                new Corrections.OfReset(
                        decided.decision(),
                        new WhatChanges(
                                SCOPE_EFFECT.in(execution),
                                BUDGET_EFFECT.in(execution),
                                SCHEDULE_EFFECT.in(execution),
                                PREMISE_STATE.in(execution)),
                        new Verdict(
                                desk.isSignificant(execution) ? CorrectionSize.SIGNIFICANT : CorrectionSize.MINOR,
                                PLAN_IMPACT_WHY.in(execution)),
                        desk.theCase(execution).startedAt(),
                        decided.bitesOn(),
                        decided.couldHaveSeen(),
                        resets.find(key).orElseThrow().seniorsJoined()));
    }
}
