package agency.frontline.health;

import static agency.frontline.health.ServiceFact.count;
import static agency.frontline.health.ServiceFact.share;

import agency.frontline.casefile.Promises;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Whether we keep our word (C-21, C-28); promises belong to no flow of their own. */
@Component
class PromiseFacts implements ServiceFacts {

    private final Promises promises;

    PromiseFacts(Promises promises) {
        this.promises = promises;
    }

    @Override
    public List<ServiceFact> of(String client, int days) {
        var kept = promises.kept(client, days);
        if (kept.of() == 0) {
            return List.of(ServiceFact.nothing(Topic.PROMISES, "No promise fell due in " + days + " days"));
        }
        var share = share(kept.kept(), kept.of());
        return List.of(new ServiceFact(
                Topic.PROMISES,
                "%d of %s kept in %d days".formatted(kept.kept(), count(kept.of(), "promise"), days),
                share,
                Map.of(Measure.PROMISES_KEPT, share, Measure.PROMISES_BROKEN, kept.of() - kept.kept())));
    }
}
