package agency.frontline.endcheck.flow;

import static agency.frontline.endcheck.flow.PlanEndCheckFlow.*;

import agency.frontline.casefile.CaseHead;
import agency.frontline.casefile.CaseNotes;
import agency.frontline.casefile.CaseRegister;
import agency.frontline.casefile.CaseWithdrawal;
import agency.frontline.client.plan.PlanMoved;
import agency.frontline.endcheck.EndCheck.State;
import agency.frontline.endcheck.EndChecks;
import agency.frontline.engine.AsSystem;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Nobody has to look back any more: the client is gone, or a new version of the plan moved its end. */
@Component
class EndCheckWithdrawal implements CaseWithdrawal {

    private final EndChecks checks;
    private final CaseRegister register;
    private final CaseNotes notes;
    private final AsSystem asSystem;
    private final RuntimeService runtime;

    EndCheckWithdrawal(
            EndChecks checks, CaseRegister register, CaseNotes notes, AsSystem asSystem, @Lazy RuntimeService runtime) {
        this.checks = checks;
        this.register = register;
        this.notes = notes;
        this.asSystem = asSystem;
        this.runtime = runtime;
    }

    @Override
    public boolean knows(String process) {
        return process.startsWith(KEY);
    }

    @Override
    public void withdraw(CaseHead head, String reason) {
        asSystem.perform(() -> runtime.createMessageCorrelation(WITHDRAWN)
                .processInstanceId(head.processInstanceId())
                .setVariables(Map.of(REASON.name(), reason))
                .correlate());
    }

    /** In the transaction that records the new version: what is asked is the end that holds, once it comes. */
    @EventListener
    void on(PlanMoved moved) {
        var plan = moved.use().plan();
        for (var check : checks.openAboutAnotherDay(plan.client(), plan.endsOn())) {
            var reason = "The plan ends on %s now, by its version %d.".formatted(plan.endsOn(), plan.version());
            checks.end(check.businessKey(), State.MOVED);
            notes.add(check.businessKey(), "system", "WITHDRAWN", reason);
            withdraw(register.get(check.businessKey()), reason);
        }
    }
}
