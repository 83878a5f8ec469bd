package agency.frontline.strategy.flow;

import static agency.frontline.strategy.flow.DecisionReviewFlow.*;

import agency.frontline.casefile.CaseHead;
import agency.frontline.casefile.CaseRegister;
import agency.frontline.casefile.Status;
import agency.frontline.engine.CaseKeeper;
import agency.frontline.text.Refusal;
import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Opens the file of every look back at a decision, and closes it when somebody has looked. */
@Component
class DecisionReviewKeeper implements CaseKeeper {

    private final CaseRegister register;
    private final Clock clock;

    DecisionReviewKeeper(CaseRegister register, Clock clock) {
        this.register = register;
        this.clock = clock;
    }

    @Override
    public boolean keeps(String processKey) {
        return processKey.startsWith(KEY);
    }

    @Override
    public void opened(DelegateExecution instance) {
        if (CLIENT.find(instance).isEmpty() || PARENT_CASE.find(instance).isEmpty()) {
            throw Refusal.of(CLIENT.name(), "Nobody starts this by hand; it begins when a decision has a review date.");
        }
        var key = register.draw("RVW");
        instance.setProcessBusinessKey(key);
        register.open(new CaseHead(
                key,
                KEY,
                instance.getProcessInstanceId(),
                CLIENT.in(instance),
                null,
                null,
                OWNER.in(instance),
                SUBJECT.in(instance),
                Status.OPEN,
                clock.instant(),
                null,
                null,
                null));
    }

    @Override
    public void reached(DelegateExecution instance, String endEvent) {
        // It has one end.
    }

    @Override
    public void ended(DelegateExecution instance) {
        var key = instance.getProcessBusinessKey();
        if (register.find(key).isPresent()) {
            register.moveTo(key, Status.RESOLVED);
        }
    }
}
