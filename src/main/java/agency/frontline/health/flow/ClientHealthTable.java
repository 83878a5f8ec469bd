package agency.frontline.health.flow;

import static java.util.stream.Collectors.toUnmodifiableSet;

import agency.frontline.engine.AsSystem;
import agency.frontline.health.Colour;
import agency.frontline.health.HealthTable;
import agency.frontline.health.Measure;
import agency.frontline.health.Topic;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Asks the table {@code processes/client-health.dmn} in its latest version. No model does, for the health of a client is
 * wanted outside every case. Whoever asks has no rights on the table itself, so that the system asks for them.
 */
@Component
class ClientHealthTable implements HealthTable {

    static final String DECISION = "clientHealth";

    private static final String HEALTH = "health";
    private static final String REASONS = "healthReasons";

    /** All that the table may ask and answer. */
    static final Set<String> VARIABLES = Stream.concat(
                    Stream.of(HEALTH, REASONS), Stream.of(Measure.values()).map(Measure::variable))
            .collect(toUnmodifiableSet());

    private final ObjectProvider<ProcessEngine> engine;
    private final AsSystem system;

    // A provider, because what opens the forms asks for a health, and the engine is built around it.
    ClientHealthTable(ObjectProvider<ProcessEngine> engine, AsSystem system) {
        this.engine = engine;
        this.system = system;
    }

    @Override
    public Verdict decide(Map<Measure, Integer> measures) {
        var answer = system.run(() -> engine.getObject()
                .getDecisionService()
                .evaluateDecisionTableByKey(DECISION)
                .decisionDefinitionWithoutTenantId()
                .variables(variables(measures))
                .evaluate()
                .getFirstResult());
        if (answer == null) {
            throw new IllegalStateException("The table " + DECISION + " has no row for " + measures);
        }
        return new Verdict(colour(answer.getEntry(HEALTH)), topics(answer.getEntry(REASONS)));
    }

    /** Each name stands there, with or without a number, so that a changed table may ask for any of them. */
    private static VariableMap variables(Map<Measure, Integer> measures) {
        var variables = Variables.createVariables();
        for (var measure : Measure.values()) {
            variables.putValue(measure.variable(), measures.get(measure));
        }
        return variables;
    }

    private static Colour colour(@Nullable Object answer) {
        return Stream.of(Colour.values())
                .filter(colour -> colour.name().equals(answer))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The table " + DECISION + " answers " + answer
                        + "; a health is one of " + List.of(Colour.values())));
    }

    /** What the table calls something else is no topic and explains nothing. */
    private static List<Topic> topics(@Nullable Object answer) {
        return answer == null
                ? List.of()
                : Arrays.stream(answer.toString().split("[,\\s]+"))
                        .flatMap(word -> Stream.of(Topic.values())
                                .filter(topic -> topic.name().equals(word)))
                        .distinct()
                        .toList();
    }
}
