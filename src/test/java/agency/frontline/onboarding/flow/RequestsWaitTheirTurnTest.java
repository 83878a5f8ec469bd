package agency.frontline.onboarding.flow;

import static agency.frontline.onboarding.flow.Onboarding.*;
import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.story.Case;
import agency.frontline.story.Cases;
import agency.frontline.story.FlowStory;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.camunda.spin.Spin;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@FlowStory
@DisplayName("A client who is taken on is asked for only so much in a day")
class RequestsWaitTheirTurnTest {

    @Autowired
    private Cases cases;

    @Autowired
    private JdbcClient jdbc;

    @Test
    @DisplayName("letter and brief on one day, the pledge on the next, for two a day were agreed (C-63)")
    void theThirdWaitsForTomorrow() {
        var code = cases.newCode("FIR");
        var onboarding = asFarAsDocuments(cases, code, "PROJECT");
        for (var review : cases.openOfClient(code, "deliverableReview")) {
            approve(review, review.head().subject().startsWith("Letter") ? letter() : brief());
            assertThat(leavesAt(review)).isEqualTo(cases.now());
        }
        onboarding.settle().does("manager", "recordPlanBaseline", plan(onboarding));
        onboarding.does("manager", "agreeServicePledge", pledge(onboarding));
        var tomorrow = cases.now().atOffset(ZoneOffset.UTC).toLocalDate().plusDays(1);
        assertThat(leavesAt(onboarding)).isEqualTo(tomorrow.atTime(9, 0).toInstant(ZoneOffset.UTC));
        assertThat(jdbc.sql("select next_at from fl_outbox where business_key = :key and purpose = 'sendServicePledge'")
                        .param("key", onboarding.key())
                        .query((row, n) -> row.getTimestamp("next_at").toInstant())
                        .single())
                .isEqualTo(leavesAt(onboarding));
        assertThat((String) onboarding.shown("manager", "agreeServicePledge", "progressText"))
                .contains("At most 2 requests to the client a day; the rest waits its turn.");
    }

    @Test
    @DisplayName("whoever was taken on long ago is not paced")
    void notAfterwards() {
        var address = cases.clientLike("BIRCH").contacts().get(0).email();
        for (int asked = 0; asked < 3; asked++) {
            var review = cases.started(
                    "manager",
                    "deliverableReview",
                    new HashMap<>(Map.of(
                            "contact",
                            address,
                            "deliverableKind",
                            "LETTER_OF_PROPOSAL",
                            "title",
                            "Letter " + asked,
                            "purpose",
                            "They decide.",
                            "chooseChallengers",
                            true,
                            "specialists",
                            Spin.JSON("[\"writers\",\"planners\"]"))));
            approve(review, letter());
            assertThat(leavesAt(review)).isEqualTo(cases.now());
        }
    }

    /** When the last request to the client leaves. */
    private Instant leavesAt(Case asking) {
        return jdbc
                .sql(
                        """
                        select goes_out from fl_client_request where business_key = :key
                        order by goes_out desc
                        """)
                .param("key", asking.key())
                .query((row, n) -> row.getTimestamp("goes_out").toInstant())
                .list()
                .stream()
                .findFirst()
                .orElseGet(cases::now);
    }
}
