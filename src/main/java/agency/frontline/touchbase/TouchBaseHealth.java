package agency.frontline.touchbase;

import static agency.frontline.health.ServiceFact.count;
import static agency.frontline.health.ServiceFact.share;

import agency.frontline.health.Measure;
import agency.frontline.health.ServiceFact;
import agency.frontline.health.ServiceFacts;
import agency.frontline.health.Topic;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Whether the agreed rhythm is kept (C-68). */
@Component
class TouchBaseHealth implements ServiceFacts {

    private final TouchBases touchBases;

    TouchBaseHealth(TouchBases touchBases) {
        this.touchBases = touchBases;
    }

    @Override
    public List<ServiceFact> of(String client, int days) {
        return List.of(rhythm(client, days));
    }

    private ServiceFact rhythm(String client, int days) {
        var counted = touchBases.heldOf(client, days);
        var held = counted[0];
        var of = counted[1];
        if (of == 0) {
            return ServiceFact.nothing(Topic.RHYTHM, "No touch-base came up in " + days + " days");
        }
        return new ServiceFact(
                Topic.RHYTHM,
                "%d of %s held in %d days".formatted(held, count(of, "touch-base"), days),
                share(held, of),
                Map.of(Measure.TOUCH_BASES_SKIPPED, of - held));
    }
}
