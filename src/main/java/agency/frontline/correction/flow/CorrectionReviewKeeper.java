package agency.frontline.correction.flow;

import static agency.frontline.correction.flow.CorrectionReviewFlow.*;

import agency.frontline.casefile.CaseHead;
import agency.frontline.casefile.CaseRegister;
import agency.frontline.casefile.Status;
import agency.frontline.client.Clients;
import agency.frontline.engine.CaseKeeper;
import agency.frontline.text.Refusal;
import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Opens the file of every look back at a correction, and closes it when somebody has looked. */
@Component
class CorrectionReviewKeeper implements CaseKeeper {

    /** While it is fresh, and behind what the client waits for; business days. */
    private static final int LOOK_BACK_DAYS = 5;

    private final CaseRegister register;
    private final Clients clients;
    private final Clock clock;

    CorrectionReviewKeeper(CaseRegister register, Clients clients, Clock clock) {
        this.register = register;
        this.clients = clients;
        this.clock = clock;
    }

    @Override
    public boolean keeps(String processKey) {
        return processKey.startsWith(KEY);
    }

    @Override
    public void opened(DelegateExecution instance) {
        if (CLIENT.find(instance).isEmpty() || CORRECTION.find(instance).isEmpty()) {
            throw Refusal.of(
                    CLIENT.name(), "Nobody starts this by hand; it begins when a significant correction is noted.");
        }
        var now = clock.instant();
        LOOK_BACK_BY.set(
                instance, clients.calendarOf(clients.get(CLIENT.in(instance))).plusBusinessDays(now, LOOK_BACK_DAYS));
        var key = register.draw("LBK");
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
                now,
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
            register.moveTo(key, COULD_HAVE_SEEN.find(instance).isPresent() ? Status.RESOLVED : Status.WITHDRAWN);
        }
    }
}
