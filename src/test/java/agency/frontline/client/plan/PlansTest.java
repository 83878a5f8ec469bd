package agency.frontline.client.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import agency.frontline.client.Client;
import agency.frontline.story.Cases;
import agency.frontline.story.FlowStory;
import agency.frontline.text.Answers;
import agency.frontline.text.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@FlowStory
@DisplayName("A plan is kept version by version, and what was used of it")
class PlansTest {

    @Autowired
    Cases cases;

    @Autowired
    Plans plans;

    private Plan baselineOf(Client client) {
        return plans.record(
                client, PlanDraft.from(SomePlan.complete(), plans.room(client)), 0, "manager", "ONB-2026-00001");
    }

    @Test
    void theBaselineComesBackAsItWasWritten() {
        var client = cases.clientLike("BIRCH");

        var written = baselineOf(client);

        assertThat(plans.latest(client.code())).contains(written);
        assertThat(written.version()).isEqualTo(1);
        assertThat(written.buyIns()).singleElement().satisfies(buyIn -> assertThat(buyIn.name())
                .isEqualTo("Odile Quist"));
        assertThat(plans.changesOf(written).all()).isEmpty();
    }

    @Test
    void aLaterVersionSaysWhatItChangedAndKeepsTheNumbers() {
        var client = cases.clientLike("BIRCH");
        var before = baselineOf(client);
        var answers = before.content().rows();
        answers.put(
                "premises",
                List.of(Map.of(
                        "premiseId", "P2",
                        "what", "The website answers within a second",
                        "state", "WEAKENED",
                        "because", "It took four seconds yesterday")));
        answers.put("scopeOut", "Films\nSearch engines");
        answers.put("moneyAgreed", "16000");
        answers.put("changeReason", "The client asked about search engines");

        var after =
                plans.record(client, PlanDraft.from(new Answers(answers::get), plans.room(client)), 1, "manager", null);

        assertThat(after.version()).isEqualTo(2);
        assertThat(after.goals()).isEqualTo(before.goals());
        assertThat(plans.changesOf(after).inWords())
                .containsExactly(
                        "P1 is gone: People look for us by name (holds)",
                        "P2: The website answers within a second (weakened: It took four seconds yesterday), before The"
                                + " website answers within a second (holds)",
                        "OUT2 is new: Search engines (out)",
                        "Budget: 120 hours and 16000 GBP, before 120 hours and 15000 GBP");
        assertThat(plans.versions(client.code())).containsExactly(before, after);
    }

    @Test
    void whoeverWroteFromAnOlderVersionIsToldSo() {
        var client = cases.clientLike("BIRCH");
        baselineOf(client);

        assertThatThrownBy(() -> baselineOf(client))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.BAD_INPUT));
        var room = plans.room(client);
        var answers = plans.latest(client.code()).orElseThrow().content().rows();
        answers.put("changeReason", "Again");
        var draft = PlanDraft.from(new Answers(answers::get), room);
        plans.record(client, draft, 1, "manager", null);
        assertThatThrownBy(() -> plans.record(client, draft, 1, "manager", null))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.TOO_LATE));
    }

    @Test
    void whatWasUsedIsAbsoluteAndSayingItTwiceChangesNothing() {
        var client = cases.clientLike("BIRCH");
        baselineOf(client);
        var report = new UsageReport(
                LocalDate.of(2026, 3, 2),
                List.of(
                        new UsageReport.Line("W1", new BigDecimal("36"), new BigDecimal("3900"), 90, null),
                        new UsageReport.Line("W2", new BigDecimal("60"), null, 30, LocalDate.of(2099, 5, 20))));

        var once = plans.report(client.code(), List.of(report), "manager");
        var twice = plans.report(client.code(), List.of(report), "manager");

        assertThat(twice).isEqualTo(once);
        assertThat(once.inWords()).isEqualTo("96 of 120 hours (80 %) and 3900 of 15000 GBP (26 %) used, 50 % done");
        assertThat(once.late()).extracting(use -> use.item().id()).containsExactly("W2");
        assertThat(once.endsLate()).isTrue();
    }

    @Test
    void somethingIsWarnedOfOnceForEachVersion() {
        var client = cases.clientLike("BIRCH");
        var plan = baselineOf(client);

        assertThat(plans.warnOnce(plan, "BURN_75")).isTrue();
        assertThat(plans.warnOnce(plan, "BURN_75")).isFalse();
        assertThat(plans.warnOnce(plan, "BURN_90")).isTrue();
    }
}
