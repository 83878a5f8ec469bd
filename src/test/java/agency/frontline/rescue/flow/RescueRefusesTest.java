package agency.frontline.rescue.flow;

import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.client.Client;
import agency.frontline.story.Cases;
import agency.frontline.story.FlowStory;
import java.util.List;
import java.util.Map;
import org.camunda.spin.Spin;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@FlowStory
@DisplayName("A rescue refuses a plan, a visit or a review that is not one")
class RescueRefusesTest {

    @Autowired
    Cases cases;

    private Client client;
    private String contact;

    @BeforeEach
    void somebodyMayLeave() {
        client = cases.clientLike("BIRCH");
        contact = client.contacts().get(0).email();
    }

    @Test
    void aStartSaysWhoAndWhatAndWhy() {
        assertThat(cases.refusesToStart("manager", "accountRescue", Map.of())).containsOnlyKeys("contact");
        assertThat(cases.refusesToStart("manager", "accountRescue", Map.of("contact", contact)))
                .containsOnlyKeys("subject", "whatHappened");
        assertThat(cases.refusesToStart(
                        "manager2", "accountRescue", Map.of("contact", contact, "subject", "x", "whatHappened", "y")))
                .containsOnlyKeys("contact");
    }

    @Test
    void oneAtATimeIsEnough() {
        var open = Rescue.started(cases, contact);

        assertThat(cases.refusesToStart(
                        "director", "accountRescue", Map.of("contact", contact, "subject", "x", "whatHappened", "y")))
                .hasEntrySatisfying("contact", remedy -> assertThat(remedy).contains(open.key()));
    }

    @Test
    void aPlanNamesASponsorStepsAndDays() {
        var rescue = Rescue.started(cases, contact);
        var plan = Rescue.plan(rescue);
        var step = Map.<String, Object>of("what", "Call them", "who", "manager", "by", rescue.day(1));
        rescue.refuses(
                        "manager",
                        "agreeRescuePlan",
                        Map.of("sponsor", "", "savePlan", Spin.JSON("[]"), "visitOn", "", "reviewOn", ""),
                        "sponsor",
                        "savePlan",
                        "visitOn",
                        "reviewOn")
                .refuses("manager", "agreeRescuePlan", Rescue.with(plan, "sponsor", "manager"), "sponsor")
                .refuses("manager", "agreeRescuePlan", Rescue.with(plan, "visitOn", rescue.day(-1)), "visitOn")
                .refuses("manager", "agreeRescuePlan", Rescue.with(plan, "reviewOn", rescue.day(1)), "reviewOn");
        for (var wrong : List.of(
                Rescue.with(step, "what", " "),
                Rescue.with(step, "what", "x".repeat(501)),
                Rescue.with(step, "who", "nobody"),
                Rescue.with(step, "by", "soon"),
                Rescue.with(step, "by", rescue.day(-1)))) {
            rescue.refuses(
                    "manager",
                    "agreeRescuePlan",
                    Rescue.with(plan, "savePlan", Rescue.json(List.of(step, wrong))),
                    "savePlan");
        }
        rescue.does("director", "agreeRescuePlan", plan).waitsAt("visitClient");
    }

    @Test
    void aVisitSaysWhoWentAndWhatWasHeard() {
        var rescue = Rescue.started(cases, contact);
        rescue.does("manager", "agreeRescuePlan", Rescue.plan(rescue));
        var visit = Rescue.visit();
        rescue.refuses(
                        "manager",
                        "visitClient",
                        Map.of("visitedBy", Spin.JSON("[]"), "clientSaid", " "),
                        "visitedBy",
                        "clientSaid")
                .refuses(
                        "manager",
                        "visitClient",
                        Rescue.with(visit, "visitedBy", Spin.JSON("[]").append("nobody")),
                        "visitedBy")
                .refuses("manager", "visitClient", Rescue.with(visit, "visitedOn", rescue.day(1)), "visitedOn")
                .refuses("manager", "visitClient", Rescue.with(visit, "visitedOn", rescue.day(-1)), "visitedOn")
                .does("manager", "visitClient", visit);
    }

    @Test
    void aReviewSaysHowItStandsAndWhatShowsIt() {
        var rescue = Rescue.started(cases, contact);
        rescue.does("manager", "agreeRescuePlan", Rescue.plan(rescue)).does("manager", "visitClient", Rescue.visit());
        rescue.refuses("director", "reviewRescue", Map.of(), "rescueVerdict", "reason")
                .refuses("director", "reviewRescue", Rescue.review("GO_ON", "Hm"), "reviewOn")
                .refuses(
                        "director",
                        "reviewRescue",
                        Rescue.with(Rescue.review("GO_ON", "Hm"), "reviewOn", rescue.day(0)),
                        "reviewOn")
                .refuses("director", "reviewRescue", Rescue.review("MAYBE", "Hm"), "rescueVerdict");
    }
}
