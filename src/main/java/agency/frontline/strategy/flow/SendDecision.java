package agency.frontline.strategy.flow;

import static agency.frontline.strategy.flow.StrategyResetFlow.SEND_NOW;

import agency.frontline.engine.FormAnswers;
import agency.frontline.notification.Letters;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Whoever doubted the plan, and whoever decided, can read what came of it. */
@Component
class SendDecision implements JavaDelegate {

    private final StrategyDesk desk;
    private final Letters letters;

    SendDecision(StrategyDesk desk, Letters letters) {
        this.desk = desk;
        this.letters = letters;
    }

    @Override
    public void execute(DelegateExecution execution) {
        letters.planDecision(
                desk.letter(execution), desk.decision(execution, FormAnswers.in(execution)), SEND_NOW.in(execution));
    }
}
