package agency.frontline.deliverable.flow;

import static agency.frontline.deliverable.flow.DeliverableReviewFlow.*;

import agency.frontline.casefile.CaseHead;
import agency.frontline.casefile.CaseWithdrawal;
import agency.frontline.engine.AsSystem;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Nobody needs the deliverable any more; the model says what becomes of it then. */
@Component
class DeliverableWithdrawal implements CaseWithdrawal {

    private final AsSystem asSystem;
    private final RuntimeService runtime;

    DeliverableWithdrawal(AsSystem asSystem, @Lazy RuntimeService runtime) {
        this.asSystem = asSystem;
        this.runtime = runtime;
    }

    @Override
    public boolean knows(String process) {
        return process.startsWith(KEY);
    }

    @Override
    public void withdraw(CaseHead head, String reason) {
        asSystem.perform(() -> runtime.createMessageCorrelation(DeliverableReviewFlow.WITHDRAWN)
                .processInstanceId(head.processInstanceId())
                .setVariables(Map.of(REASON.name(), reason))
                .correlate());
    }
}
