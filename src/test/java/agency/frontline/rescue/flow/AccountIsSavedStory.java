package agency.frontline.rescue.flow;

import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.casefile.CaseFacts.Fact;
import agency.frontline.casefile.CaseRegister;
import agency.frontline.casefile.CaseSearch;
import agency.frontline.casefile.LastContacts;
import agency.frontline.casefile.Status;
import agency.frontline.client.Channel;
import agency.frontline.client.Client;
import agency.frontline.health.ClientHealth;
import agency.frontline.health.Colour;
import agency.frontline.rescue.RescueVerdict;
import agency.frontline.rescue.Rescues;
import agency.frontline.story.Case;
import agency.frontline.story.Cases;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An account that is about to be lost is looked after until it is steady (C-35); told on both databases. */
abstract class AccountIsSavedStory {

    @Autowired
    Cases cases;

    @Autowired
    Rescues rescues;

    @Autowired
    CaseRegister register;

    @Autowired
    LastContacts lastContacts;

    @Autowired
    ClientHealth health;

    private Client client;
    private String contact;

    @BeforeEach
    void somebodyMayLeave() {
        client = cases.clientLike("BIRCH");
        contact = client.contacts().get(0).email();
    }

    @Test
    @DisplayName("director told at once, plan, visit, two reviews, steady")
    void itIsSteadyAgain() {
        var rescue = Rescue.started(cases, contact).waitsAt("agreeRescuePlan");
        assertThat(rescue.key()).matches("RSC-\\d{4}-\\d{5}");
        assertThat(rescue.told("director")).containsExactly("rescueNeeded");
        assertThat(rescue.noticeTo("director").text())
                .contains("We may lose Birch", "a rival invited them to lunch", "No survey goes to Birch");
        assertThat(rescue.variable("sponsor")).isEqualTo("director");
        assertThat(rescue.shown("manager", "agreeRescuePlan", "directorOptions").toString())
                .contains("\"value\":\"director\"");

        rescue.does("manager", "agreeRescuePlan", Rescue.plan(rescue)).waitsAt("visitClient");
        assertThat(rescue.shown("manager", "visitClient", "savePlanRows").toString())
                .contains("A proof two days before each date");
        rescue.does("manager", "visitClient", Rescue.visit()).waitsAt("reviewRescue");
        assertThat(rescue.messages()).singleElement().satisfies(said -> {
            assertThat(said.channel()).isEqualTo(Channel.VISIT);
            assertThat(said.text()).isEqualTo("We felt like your smallest client.");
        });
        assertThat(lastContacts.of(client.code())).contains(cases.now());
        assertThat(rescue.task("reviewRescue", "director").getAssignee()).isEqualTo("director");

        var goOn = Rescue.with(Rescue.review("GO_ON", "They answer again"), "reviewOn", rescue.day(7));
        rescue.does("director", "reviewRescue", goOn).waitsAt("reviewRescue");
        assertThat(rescue.variable("reason")).as("a fresh form").isNull();
        assertThat(rescue.shown("director", "reviewRescue", "reviewsText").toString())
                .contains("They answer again");
        rescue.does("director", "reviewRescue", Rescue.review("STEADY", "They signed for another year"))
                .endsAs(Status.RESOLVED);

        assertThat(rescue.outcome("accountRescueOutcome")).isEqualTo("accountSteady");
        assertThat(rescues.find(rescue.key()).orElseThrow().outcome()).isEqualTo(RescueVerdict.STEADY);
        assertThat(rescues.of(rescue.key()))
                .contains(
                        new Fact("Reviews", "2"),
                        new Fact("Outcome", "Steady"),
                        new Fact("What shows it", "They signed for another year"))
                .extracting(Fact::name)
                .contains("Stands for it", "Visited");
        assertThat(register.search(
                        new CaseSearch(null, null, false, null, null, "felt like your smallest client", null, null)))
                .extracting(found -> found.businessKey())
                .contains(rescue.key());
    }

    @Test
    void nobodyAsksTheClientHowWeAreDoingMeanwhile() {
        var rescue = Rescue.started(cases, contact);

        var pulse = asked();
        pulse.endsAs(Status.WITHDRAWN);
        assertThat(pulse.outcome("pulseVerdict")).isEqualTo("ISSUE_OPEN");

        rescue.does("manager", "agreeRescuePlan", Rescue.plan(rescue))
                .does("manager", "visitClient", Rescue.visit())
                .does("director", "reviewRescue", Rescue.review("STEADY", "They laugh again"))
                .endsAs(Status.RESOLVED);
        assertThat(asked().toClient()).hasSize(1);
    }

    @Test
    void theHealthOfTheClientIsRedAsLongAsItLasts() {
        assertThat(health.of(client.code()).colour()).isEqualTo(Colour.GREEN);
        var rescue = Rescue.started(cases, contact);

        assertThat(health.of(client.code()).colour()).isEqualTo(Colour.RED);
        assertThat(health.of(client.code()).facts()).first().asString().contains(rescue.key());

        rescue.does("manager", "agreeRescuePlan", Rescue.plan(rescue))
                .does("manager", "visitClient", Rescue.visit())
                .does("director", "reviewRescue", Rescue.review("STEADY", "They stay"));
        assertThat(health.of(client.code()).colour()).isEqualTo(Colour.GREEN);
    }

    private Case asked() {
        return cases.started("manager", "satisfactionPulse", Map.of("contact", contact));
    }

    @Test
    void aVisitThatNobodyMakesIsToldToTheOwnerAndThenToTheDirector() {
        var rescue = Rescue.started(cases, contact);
        rescue.does("manager", "agreeRescuePlan", Rescue.plan(rescue));

        rescue.rings("visitOverdue").waitsAt("visitClient");
        assertThat(rescue.told("manager")).containsExactly("rescueVisitOverdue");
        assertThat(rescue.told("director")).containsExactly("rescueNeeded");

        rescue.rings("visitMissed").waitsAt("visitClient");
        assertThat(rescue.told("manager")).containsExactly("rescueVisitOverdue");
        assertThat(rescue.told("director")).containsExactly("rescueNeeded", "rescueVisitOverdue");
        assertThat(rescue.noticeTo("director").text()).contains("no visit is noted");
        assertThat(rescue.head().status()).isEqualTo(Status.OPEN);
    }

    @Test
    void aReviewThatNobodyHoldsIsToldOnceEachTimeItIsDue() {
        var rescue = Rescue.started(cases, contact);
        rescue.does("manager", "agreeRescuePlan", Rescue.plan(rescue)).does("manager", "visitClient", Rescue.visit());

        rescue.rings("reviewOverdue").rings("reviewMissed").waitsAt("reviewRescue");
        assertThat(rescue.told("manager")).containsExactly("rescueReviewOverdue");
        assertThat(rescue.told("director")).containsExactly("rescueNeeded", "rescueReviewOverdue");

        rescue.does(
                        "director",
                        "reviewRescue",
                        Rescue.with(Rescue.review("GO_ON", "They think about it"), "reviewOn", rescue.day(5)))
                .rings("reviewOverdue")
                .waitsAt("reviewRescue");
        assertThat(rescue.told("manager")).containsExactly("rescueReviewOverdue", "rescueReviewOverdue");
    }
}
