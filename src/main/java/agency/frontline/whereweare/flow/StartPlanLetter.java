package agency.frontline.whereweare.flow;

import static agency.frontline.whereweare.flow.WhereWeAreFlow.*;

import agency.frontline.engine.AsSystem;
import agency.frontline.whereweare.PlanLetters.Sending;
import java.util.HashMap;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.spin.Spin;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Opens the case of a letter, in the transaction of whoever pressed the button. */
@Component
class StartPlanLetter implements Sending {

    private final AsSystem asSystem;
    private final RuntimeService runtime;

    StartPlanLetter(AsSystem asSystem, @Lazy RuntimeService runtime) {
        this.asSystem = asSystem;
        this.runtime = runtime;
    }

    @Override
    public String start(String client, int version, List<String> contacts, boolean sendNow) {
        var readers = Spin.JSON("[]");
        contacts.forEach(readers::append);
        var about = new HashMap<String, Object>();
        about.put(CLIENT.name(), client);
        about.put(PLAN_VERSION.name(), version);
        about.put(READERS.name(), readers);
        about.put(SEND_NOW.name(), sendNow);
        return asSystem.run(() -> runtime.startProcessInstanceByKey(KEY, about).getBusinessKey());
    }
}
