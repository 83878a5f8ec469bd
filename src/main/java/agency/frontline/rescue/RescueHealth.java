package agency.frontline.rescue;

import agency.frontline.health.Measure;
import agency.frontline.health.ServiceFact;
import agency.frontline.health.ServiceFacts;
import agency.frontline.health.Topic;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Whether we are about to lose a client, however good the rest looks (C-35). */
@Component
class RescueHealth implements ServiceFacts {

    private final Rescues rescues;

    RescueHealth(Rescues rescues) {
        this.rescues = rescues;
    }

    @Override
    public List<ServiceFact> of(String client, int days) {
        var open = rescues.openAt(client);
        if (open.isEmpty()) {
            return List.of(ServiceFact.nothing(Topic.RESCUE, "No rescue of the account is under way"));
        }
        return List.of(new ServiceFact(
                Topic.RESCUE,
                "The account is being rescued in " + open.get(0).businessKey(),
                0,
                Map.of(Measure.RESCUES_OPEN, open.size())));
    }
}
