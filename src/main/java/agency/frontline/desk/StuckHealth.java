package agency.frontline.desk;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Tells machines what the page of stuck work tells people: {@code /actuator/health} with the number of each kind, and the
 * gauge {@code frontline.stuck}. Frontline works on beside what is stuck, so that neither liveness nor readiness suffers.
 */
@Component("stuckHealthIndicator")
class StuckHealth implements HealthIndicator {

    private final StuckWork work;

    StuckHealth(StuckWork work, MeterRegistry meters) {
        this.work = work;
        Stream.of(StuckWork.Kind.values()).forEach(kind -> Gauge.builder(
                        "frontline.stuck", work, from -> from.counts().get(kind))
                .description("What does not move by itself any more; the page /stuck shows what to do")
                .tag("kind", name(kind))
                .register(meters));
    }

    @Override
    public Health health() {
        var health = Health.up();
        work.counts().forEach((kind, count) -> health.withDetail(name(kind), count));
        return health.build();
    }

    private static String name(StuckWork.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
