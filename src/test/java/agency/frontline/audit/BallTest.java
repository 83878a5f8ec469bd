package agency.frontline.audit;

import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.audit.CaseStory.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The time a case took is split by whose turn it was")
class BallTest {

    private static final Instant NINE = Instant.parse("2027-01-18T09:00:00Z");

    @Test
    void eachSideHasItsTimeAndOverlapsCountOnce() {
        var steps = List.of(
                step("diagnoseIssue", "userTask", 0, 60),
                step("giveOpinion", "userTask", 60, 120),
                step("giveOpinion", "userTask", 60, 180),
                step("replyToClient", "userTask", 180, 210),
                step("doesTheClientAnswer", "eventBasedGateway", 210, null));

        var waiting = Ball.shares(
                steps,
                step -> step.id().equals("giveOpinion")
                        ? List.of("${specialist.value()}")
                        : List.of("account-managers"),
                NINE.plus(Duration.ofMinutes(300)));

        assertThat(waiting.accountManager()).isEqualTo(Duration.ofMinutes(90));
        assertThat(waiting.specialists()).isEqualTo(Duration.ofMinutes(120));
        assertThat(waiting.client()).isEqualTo(Duration.ofMinutes(90));
    }

    private static Step step(String id, String type, int from, Integer to) {
        return new Step(
                id,
                id,
                type,
                "somebody",
                null,
                List.of(),
                NINE.plus(Duration.ofMinutes(from)),
                to == null ? null : NINE.plus(Duration.ofMinutes(to)),
                null,
                false,
                List.of());
    }
}
