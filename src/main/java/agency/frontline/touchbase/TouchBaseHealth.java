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

/** Whether the agreed rhythm is kept, and how big what had to be put right had grown by then (C-68, C-88). */
@Component
class TouchBaseHealth implements ServiceFacts {

    private final TouchBases touchBases;

    TouchBaseHealth(TouchBases touchBases) {
        this.touchBases = touchBases;
    }

    @Override
    public List<ServiceFact> of(String client, int days) {
        return List.of(rhythm(client, days), corrections(client, days));
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

    /** Small corrections are what touch-bases are for; only big ones speak against us. */
    private ServiceFact corrections(String client, int days) {
        var minor = touchBases.corrections(client, CorrectionSize.MINOR, days);
        var significant = touchBases.corrections(client, CorrectionSize.SIGNIFICANT, days);
        if (minor + significant == 0) {
            return ServiceFact.nothing(Topic.CORRECTIONS, "No correction noted in " + days + " days");
        }
        return new ServiceFact(
                Topic.CORRECTIONS,
                "%d significant and %s in %d days".formatted(significant, count(minor, "minor correction"), days),
                share(minor, minor + significant),
                Map.of(Measure.SIGNIFICANT_CORRECTIONS, significant, Measure.MINOR_CORRECTIONS, minor));
    }
}
