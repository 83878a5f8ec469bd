package agency.frontline.onboarding.flow;

import static agency.frontline.onboarding.flow.ClientOnboardingFlow.*;

import agency.frontline.casefile.CaseHead;
import agency.frontline.casefile.CaseWithdrawal;
import agency.frontline.engine.AsSystem;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The client withdraws before we know each other; the model says what becomes of it then. */
@Component
class OnboardingWithdrawal implements CaseWithdrawal {

    private final AsSystem asSystem;
    private final RuntimeService runtime;

    OnboardingWithdrawal(AsSystem asSystem, @Lazy RuntimeService runtime) {
        this.asSystem = asSystem;
        this.runtime = runtime;
    }

    @Override
    public boolean knows(String process) {
        return process.startsWith(KEY);
    }

    @Override
    public void withdraw(CaseHead head, String reason) {
        asSystem.perform(() -> runtime.createMessageCorrelation(CLIENT_WITHDREW)
                .processInstanceId(head.processInstanceId())
                .setVariables(Map.of(REASON.name(), reason))
                .correlate());
    }
}
