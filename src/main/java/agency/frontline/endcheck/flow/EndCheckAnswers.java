package agency.frontline.endcheck.flow;

import static agency.frontline.endcheck.flow.PlanEndCheckFlow.*;

import agency.frontline.casefile.CaseNotes;
import agency.frontline.casefile.CaseRegister;
import agency.frontline.endcheck.EndCheck;
import agency.frontline.endcheck.EndChecks;
import agency.frontline.endcheck.Verdict;
import agency.frontline.engine.AsSystem;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a client's answer from the page, in one transaction: kept and heard, or neither. Until the agency's own answers
 * are in, the case says that they have answered and not what.
 */
@Component
class EndCheckAnswers {

    private final EndChecks checks;
    private final CaseRegister register;
    private final CaseNotes notes;
    private final AsSystem asSystem;
    private final RuntimeService runtime;

    EndCheckAnswers(
            EndChecks checks, CaseRegister register, CaseNotes notes, AsSystem asSystem, @Lazy RuntimeService runtime) {
        this.checks = checks;
        this.register = register;
        this.notes = notes;
        this.asSystem = asSystem;
        this.runtime = runtime;
    }

    /** Whoever comes second, or late, changes nothing (S13). */
    @Transactional
    void take(EndCheck check, List<Verdict> verdicts) {
        if (!checks.answerForClient(check.businessKey(), verdicts, null)) {
            return;
        }
        var head = register.get(check.businessKey());
        notes.add(
                head.businessKey(),
                "system",
                "CLIENT_ANSWERED",
                "The client has answered; what they said is shown when the agency's own answers are in.");
        asSystem.perform(() -> runtime.createMessageCorrelation(CLIENT_ANSWERED)
                .processInstanceId(head.processInstanceId())
                .setVariables(Map.of(CLIENT_HAS_ANSWERED.name(), true))
                .correlate());
    }
}
