package agency.frontline.nextstep.flow;

import static agency.frontline.nextstep.flow.NextStepVariables.*;

import agency.frontline.flow.CaseDesk;
import agency.frontline.nextstep.NextSteps;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Puts one step before whoever takes it, or before the case's owner, who ticks off what the client does (C-24). */
@Component
class DateNextStep implements ExecutionListener {

    private final NextStepDesk desk;
    private final NextSteps steps;

    DateNextStep(NextStepDesk desk, NextSteps steps) {
        this.desk = desk;
        this.steps = steps;
    }

    @Override
    public void notify(DelegateExecution execution) {
        var step = steps.find(STEP_ID.in(execution).stringValue()).orElseThrow();
        var owner = step.owner();
        STEP_WHAT.setLocal(execution, step.what());
        STEP_OWNER.setLocal(
                execution,
                owner.ours()
                        ? owner.name()
                        : owner.name() + ", " + desk.client(execution).name());
        STEP_KEEPER.setLocal(execution, owner.ours() ? owner.id() : CaseDesk.OWNER.in(execution));
        STEP_DUE.setLocal(execution, step.due());
        var now = desk.now();
        STEP_REMIND_AT.setLocal(
                execution,
                step.due().isAfter(now) ? desk.calendar(execution).atFraction(now, step.due(), 0.75) : step.due());
        STEP_OUTCOME.setLocal(execution, null);
        STEP_NOTE.setLocal(execution, null);
    }
}
