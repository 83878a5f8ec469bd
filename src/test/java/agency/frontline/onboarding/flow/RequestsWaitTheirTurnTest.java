package agency.frontline.onboarding.flow;

import static agency.frontline.onboarding.flow.Onboarding.*;
import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.mail.OutgoingMail;
import agency.frontline.story.Cases;
import agency.frontline.story.FlowStory;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@FlowStory
@DisplayName("A client who is taken on is asked for only so much in a day")
class RequestsWaitTheirTurnTest {

    @Autowired
    private Cases cases;

    @Test
    @DisplayName("letter and brief on one day, the pledge on the next, for two a day were agreed (C-63)")
    void theThirdWaitsForTomorrow() {
        var code = cases.newCode("FIR");
        var onboarding = asFarAsDocuments(cases, code, "PROJECT");
        var today = cases.now().atOffset(ZoneOffset.UTC).toLocalDate();
        for (var review : cases.openOfClient(code, "deliverableReview")) {
            approve(review, review.head().subject().startsWith("Letter") ? letter() : brief());
            assertThat(day(review.toClient().get(0), today)).isEqualTo(today);
        }
        onboarding.settle().does("manager", "recordPlanBaseline", plan(onboarding));
        onboarding.does("manager", "agreeServicePledge", pledge(onboarding));
        assertThat(onboarding.lastToClient().notBefore())
                .isEqualTo(today.plusDays(1).atTime(9, 0).toInstant(ZoneOffset.UTC));
        assertThat((String) onboarding.shown("manager", "agreeServicePledge", "progressText"))
                .contains("At most 2 requests to the client a day; the rest waits its turn.");
    }

    @Test
    @DisplayName("whoever was taken on long ago is not paced")
    void notAfterwards() {
        var client = cases.clientLike("BIRCH");
        var address = client.contacts().get(0).email();
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
                            "They decide.")));
            approve(review, letter());
            assertThat(review.toClient().get(0).notBefore()).isNull();
        }
    }

    private static LocalDate day(OutgoingMail mail, LocalDate today) {
        return mail.notBefore() == null
                ? today
                : mail.notBefore().atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
