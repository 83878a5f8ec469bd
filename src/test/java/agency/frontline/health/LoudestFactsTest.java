package agency.frontline.health;

import static agency.frontline.health.Topic.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The three facts that speak most for a colour")
class LoudestFactsTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2027-02-01T12:00:00Z"), ZoneOffset.UTC);

    @Test
    void whatTheTableNamesSpeaksFirstThenWhatIsWorst() {
        assertThat(loudest(Colour.RED, List.of(ISSUES, PULSES)))
                .containsExactly("issues at 90", "pulses at 50", "rhythm at 20");
    }

    @Test
    void whereAllIsWellWhatIsBestSpeaks() {
        assertThat(loudest(Colour.GREEN, List.of())).containsExactly("promises at 100", "issues at 90", "pulses at 50");
    }

    @Test
    void aTableThatNamesNothingLeavesItToTheNumbers() {
        assertThat(loudest(Colour.AMBER, List.of())).containsExactly("rhythm at 20", "pulses at 50", "issues at 90");
    }

    @Test
    void whereNothingWasCountedThatIsSaidThreeTimes() {
        ServiceFacts none = (client, days) -> List.of(
                ServiceFact.nothing(REPORTS, "no report"),
                ServiceFact.nothing(PROMISES, "no promise"),
                ServiceFact.nothing(RHYTHM, "no touch-base"),
                ServiceFact.nothing(PULSES, "no pulse"));
        var health = new ClientHealth(List.of(none), measures -> new HealthTable.Verdict(Colour.GREEN, List.of()), NOON)
                .of("BIRCH");
        assertThat(health.facts()).containsExactly("no promise", "no pulse", "no touch-base");
        assertThat(health.inWords()).isEqualTo("Green: no promise; no pulse; no touch-base");
        assertThat(health.computedAt()).isEqualTo(NOON.instant());
    }

    private static List<String> loudest(Colour colour, List<Topic> because) {
        ServiceFacts some = (client, days) ->
                List.of(ServiceFact.nothing(REPORTS, "no report"), fact(RHYTHM, 20), fact(PULSES, 50));
        ServiceFacts others = (client, days) -> List.of(fact(ISSUES, 90), fact(PROMISES, 100));
        return new ClientHealth(List.of(some, others), measures -> new HealthTable.Verdict(colour, because), NOON)
                .of("BIRCH")
                .facts();
    }

    private static ServiceFact fact(Topic topic, int good) {
        return new ServiceFact(topic, topic.name().toLowerCase(Locale.ROOT) + " at " + good, good, Map.of());
    }
}
