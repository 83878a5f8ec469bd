package agency.frontline.correction.flow;

import static agency.frontline.correction.flow.CorrectionReviewFlow.*;

import agency.frontline.casefile.CaseRegister;
import agency.frontline.client.Clients;
import agency.frontline.correction.Correction;
import agency.frontline.correction.Corrections;
import agency.frontline.flow.CaseDesk;
import agency.frontline.notification.Colleagues;
import java.time.Clock;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;

/** What the look back needs to know: which correction it is about. */
@Component
class CorrectionDesk extends CaseDesk {

    private final Corrections corrections;

    CorrectionDesk(
            CaseRegister register, Clients clients, Colleagues colleagues, Corrections corrections, Clock clock) {
        super(register, clients, colleagues, clock);
        this.corrections = corrections;
    }

    static long id(VariableScope scope) {
        return Long.parseLong(CORRECTION.in(scope));
    }

    Correction correction(VariableScope scope) {
        return corrections.find(id(scope)).orElseThrow();
    }
}
