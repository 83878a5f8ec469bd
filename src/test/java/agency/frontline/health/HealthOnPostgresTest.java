package agency.frontline.health;

import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.FrontlineOnPostgresTest;
import agency.frontline.casefile.Promises;
import agency.frontline.story.Cases;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@FrontlineOnPostgresTest
@DisplayName("A client's health on PostgreSQL")
class HealthOnPostgresTest {

    @Autowired
    Cases cases;

    @Autowired
    Promises promises;

    @Autowired
    List<ServiceFacts> sources;

    @Autowired
    ClientHealth health;

    @Test
    void eachFactIsCountedAndTheTableSpeaks() {
        var client = cases.clientLike("BIRCH");
        var ceo = client.contacts().get(0).email();
        var issue = cases.mailFrom(ceo, "The posters", "When do they come?");
        promises.make(
                issue.key(), client.code(), "A proof", "manager", cases.now().minus(Duration.ofHours(1)));
        var touchBase = cases.started("manager", "touchBase", Map.of("contact", ceo));

        assertThat(sources.stream().flatMap(source -> source.of(client.code(), 90).stream()))
                .extracting(ServiceFact::sentence)
                .containsExactlyInAnyOrder(
                        "0 of 1 promise kept in 90 days",
                        "0 of 1 issue came back in 90 days",
                        "Nobody answered a pulse in 90 days",
                        "No correction noted in 90 days",
                        "No rescue of the account is under way",
                        "No touch-base came up in 90 days",
                        "No conference report fell due in 90 days",
                        "No next step of ours is open");
        assertThat(health.of(client.code()).colour()).isEqualTo(Colour.AMBER);
        assertThat((String) touchBase.shown("manager", "prepareTouchBase", "healthText"))
                .startsWith("Amber: 0 of 1 promise kept in 90 days; ");
    }
}
