package agency.frontline.health;

import java.time.Clock;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How a client is, worked out when somebody asks and kept nowhere, for a colour from yesterday explains nothing today
 * (F28). Costs one query a fact.
 */
@Component
public class ClientHealth {

    /** A quarter: long enough for a few promises to fall due, short enough to get better in. */
    private static final int DAYS = 90;

    private static final int FACTS = 3;

    private final List<ServiceFacts> sources;
    private final HealthTable table;
    private final Clock clock;

    ClientHealth(List<ServiceFacts> sources, HealthTable table, Clock clock) {
        this.sources = sources;
        this.table = table;
        this.clock = clock;
    }

    /** @param client its code */
    public Health of(String client) {
        var facts = sources.stream()
                .flatMap(source -> source.of(client, DAYS).stream())
                .toList();
        var measures = new EnumMap<Measure, Integer>(Measure.class);
        facts.forEach(fact -> measures.putAll(fact.measures()));
        var verdict = table.decide(measures);
        return new Health(verdict.colour(), loudest(facts, verdict), clock.instant());
    }

    /**
     * First what the table says made the colour; then, where all is well, what is best, else what is worst. Whatever
     * could not be counted comes last.
     */
    private static List<String> loudest(List<ServiceFact> facts, HealthTable.Verdict verdict) {
        var well = verdict.colour() == Colour.GREEN;
        return facts.stream()
                .sorted(Comparator.comparingInt((ServiceFact fact) -> place(verdict.because(), fact.topic()))
                        .thenComparingInt(fact -> weight(fact.good(), well))
                        .thenComparing(ServiceFact::topic))
                .limit(FACTS)
                .map(ServiceFact::sentence)
                .toList();
    }

    private static int place(List<Topic> because, Topic topic) {
        return because.contains(topic) ? because.indexOf(topic) : because.size();
    }

    private static int weight(@Nullable Integer good, boolean well) {
        if (good == null) {
            return Integer.MAX_VALUE;
        }
        return well ? -good : good;
    }
}
