package agency.frontline.strategy.flow;

import static agency.frontline.strategy.flow.Doubts.*;
import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.casefile.Status;
import agency.frontline.client.Client;
import agency.frontline.client.plan.PremiseState;
import agency.frontline.correction.CorrectionSize;
import agency.frontline.correction.CorrectionSource;
import agency.frontline.correction.Corrections;
import agency.frontline.correction.Effect;
import agency.frontline.correction.Steadied;
import agency.frontline.correction.WhatChanges;
import agency.frontline.story.Case;
import agency.frontline.story.Cases;
import agency.frontline.story.FlowStory;
import java.time.Duration;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@FlowStory
@DisplayName("What a doubt about the plan puts right stands among all corrections (C-87, C-88)")
class ResetIsACorrectionTest {

    @Autowired
    Cases cases;

    @Autowired
    Doubts doubts;

    @Autowired
    Corrections corrections;

    @Autowired
    Steadied steadied;

    @Test
    @DisplayName("a plan that holds needs no correction, and still tells that no senior was needed")
    void aPlanThatHoldsIsNone() {
        var client = doubts.withPlan();
        var reset = mapped(client, "HOLDS");
        reset.does("manager", "recordDecision", decided(reset, client)).endsAs(Status.RESOLVED);
        assertThat(corrections.ofClient(client.code(), 365)).isEmpty();
        assertThat(steadied.steadied(client.code(), 365)).isEqualTo(new Steadied.Share(1, 1));
    }

    @Test
    @DisplayName("a small one has the reason of the table that was asked, and warning from the day of the doubt")
    void aSmallOneCountsFromTheDayOfTheDoubt() {
        var client = doubts.withPlan();
        var reset = mapped(client, "WEAKENED");
        var raised = cases.now();
        var bites = reset.day(12);
        ClockUtil.setCurrentTime(Date.from(raised.plus(Duration.ofDays(3))));
        reset.does("manager", "recordDecision", with(decided(reset, client), "bitesOn", bites))
                .endsAs(Status.RESOLVED);

        assertThat(corrections.ofCase(reset.key())).singleElement().satisfies(correction -> {
            assertThat(correction.source()).isEqualTo(CorrectionSource.RESET);
            assertThat(correction.size()).isEqualTo(CorrectionSize.MINOR);
            assertThat(correction.what()).isEqualTo("The plan stays, and we show the board what comes when.");
            assertThat(correction.changes())
                    .isEqualTo(new WhatChanges(Effect.NONE, Effect.NONE, Effect.NONE, PremiseState.WEAKENED));
            assertThat(correction.why()).contains("less sure");
            assertThat(correction.notedAt()).isEqualTo(raised);
            assertThat(correction.daysOfWarning(client.timeZone())).isEqualTo(12);
            assertThat(correction.couldHaveSeen()).isNull();
            assertThat(correction.seniorsJoined()).isFalse();
        });
        assertThat(cases.openOfClient(client.code(), "correctionReview")).isEmpty();
    }

    @Test
    @DisplayName("a significant one brings its answer along; nobody is asked a second time, and no name stands in it")
    void aSignificantOneBringsItsAnswer() {
        var client = doubts.withPlan();
        var reset = doubts.phoneRings(client)
                .does("manager", "listenToClient", heard())
                .does("manager", "mapToPlan", Doubts.mapped("HOLDS", "GREAT", "NONE", "NONE"))
                .waitsAt("proposeOptions")
                .does("manager", "proposeOptions", options(without(paidSearch("60", "6000"), "Landing pages")));
        doubts.pointOfViewIsApproved(client);
        reset.settle()
                .does("manager", "noteClientDecision", chose(client, "B"))
                .refuses(
                        "manager",
                        "recordDecision",
                        with(decided(reset, client), "couldHaveSeen", "When Anna Nowak was on leave."),
                        "couldHaveSeen")
                .does("manager", "recordDecision", decided(reset, client));

        assertThat(corrections.ofCase(reset.key())).singleElement().satisfies(correction -> {
            assertThat(correction.size()).isEqualTo(CorrectionSize.SIGNIFICANT);
            assertThat(correction.why()).contains("more than was agreed");
            assertThat(correction.couldHaveSeen()).isEqualTo("When they asked for the list of papers in spring.");
        });
        assertThat(cases.openOfClient(client.code(), "correctionReview")).isEmpty();
    }

    private Case mapped(Client client, String premise) {
        return doubts.phoneRings(client)
                .does("manager", "listenToClient", heard())
                .does("manager", "mapToPlan", Doubts.mapped(premise))
                .does("manager", "showHowPlanHolds", sheet());
    }
}
