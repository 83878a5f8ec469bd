package agency.frontline.correction;

import static agency.frontline.health.ServiceFact.count;
import static agency.frontline.health.ServiceFact.share;

import agency.frontline.health.Measure;
import agency.frontline.health.ServiceFact;
import agency.frontline.health.ServiceFacts;
import agency.frontline.health.Topic;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How big what had to be put right had grown by then: small corrections are what talks are for (C-88). */
@Component
class CorrectionHealth implements ServiceFacts {

    private final Corrections corrections;

    CorrectionHealth(Corrections corrections) {
        this.corrections = corrections;
    }

    @Override
    public List<ServiceFact> of(String client, int days) {
        var minor = corrections.count(client, CorrectionSize.MINOR, days);
        var significant = corrections.count(client, CorrectionSize.SIGNIFICANT, days);
        if (minor + significant == 0) {
            return List.of(ServiceFact.nothing(Topic.CORRECTIONS, "No correction noted in " + days + " days"));
        }
        return List.of(new ServiceFact(
                Topic.CORRECTIONS,
                "%d significant and %s in %d days".formatted(significant, count(minor, "minor correction"), days),
                share(minor, minor + significant),
                Map.of(Measure.SIGNIFICANT_CORRECTIONS, significant, Measure.MINOR_CORRECTIONS, minor)));
    }
}
