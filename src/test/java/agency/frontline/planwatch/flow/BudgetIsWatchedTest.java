package agency.frontline.planwatch.flow;

import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.casefile.CaseHead;
import agency.frontline.casefile.CaseRegister;
import agency.frontline.casefile.CaseSearch;
import agency.frontline.casefile.Status;
import agency.frontline.client.Client;
import agency.frontline.client.plan.PlanDraft;
import agency.frontline.client.plan.Plans;
import agency.frontline.client.plan.SomePlan;
import agency.frontline.client.plan.UsageReport;
import agency.frontline.story.Case;
import agency.frontline.story.Cases;
import agency.frontline.story.FlowStory;
import agency.frontline.text.Answers;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@FlowStory
@DisplayName("A budget that is being used up is spoken about before it is gone, and each thing once")
class BudgetIsWatchedTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @Autowired
    Cases cases;

    @Autowired
    CaseRegister register;

    @Autowired
    Plans plans;

    private Client client;

    @BeforeEach
    void planIsAgreed() {
        client = cases.clientLike("BIRCH");
        plans.record(client, PlanDraft.from(SomePlan.complete(), plans.room(client)), 0, "manager", null);
    }

    /** Hours of the 120 that were agreed, and per cent of the work. */
    private void used(int hours, int done) {
        plans.report(
                client.code(),
                List.of(new UsageReport(
                        DAY, List.of(new UsageReport.Line(null, BigDecimal.valueOf(hours), null, done, null)))),
                "director");
    }

    private List<Case> warnings() {
        return register
                .search(new CaseSearch(List.of(client.code()), null, false, null, null, null, null, null))
                .stream()
                .filter(head -> head.process().equals("planWatch"))
                .map(CaseHead::businessKey)
                .sorted()
                .map(key -> cases.find(key).settle())
                .toList();
    }

    @Test
    @DisplayName("at 75 % burn with less than 60 % done the manager gets a task (C-30)")
    void burnOutrunsProgress() {
        used(90, 59);

        assertThat(warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.key()).matches("PLW-\\d{4}-\\d{5}");
            warning.waitsAt("answerPlanWarning");
            assertThat(warning.told("manager")).containsExactly("budgetBurn");
            assertThat(warning.told("director")).isEmpty();
            assertThat(warning.task("answerPlanWarning", "manager").getDueDate())
                    .isNotNull();
            assertThat(warning.shown("manager", "answerPlanWarning", "useText"))
                    .isEqualTo("90 of 120 hours (75 %) and 0 of 15000 GBP (0 %) used, 59 % done");
            warning.does(
                            "manager",
                            "answerPlanWarning",
                            Map.of(
                                    "warningAnswer",
                                    "SEND_LETTER",
                                    "contact",
                                    client.contacts().get(0).email(),
                                    "letterText",
                                    warning.variable("letterText")))
                    .endsAs(Status.RESOLVED);
            assertThat(warning.lastToClient().subject()).isEqualTo("Our budget");
            assertThat(warning.lastToClient().text()).contains("75 % of the agreed hours", "59 % of the work is done");
        });
    }

    @Test
    void atThreeQuartersThatKeepPaceTheManagerIsToldAndNothingIsAsked() {
        used(90, 60);

        assertThat(warnings()).singleElement().satisfies(warning -> {
            warning.endsAs(Status.RESOLVED);
            assertThat(warning.told("manager")).containsExactly("budgetBurn");
            assertThat(warning.toClient()).isEmpty();
        });
    }

    @Test
    void belowThatNobodyIsTold() {
        used(89, 60);

        assertThat(warnings()).isEmpty();
    }

    @Test
    void theDirectorHearsOfNineTenthsAndOfAllOfIt() {
        used(108, 70);
        used(120, 80);

        assertThat(warnings()).hasSize(2).allSatisfy(warning -> assertThat(warning.told("director"))
                .containsExactly("budgetBurn"));
    }

    @Test
    void eachLevelIsSaidOnceForAVersionOfThePlan() {
        used(90, 60);
        used(91, 61);
        used(90, 60);
        assertThat(warnings()).hasSize(1);

        var answers = plans.latest(client.code()).orElseThrow().content().rows();
        answers.put("changeReason", "More was asked for");
        answers.put("hoursAgreed", "121");
        plans.record(client, PlanDraft.from(new Answers(answers::get), plans.room(client)), 1, "manager", null);
        assertThat(warnings()).as("74 % of the new budget").hasSize(1);
        used(92, 60);
        assertThat(warnings()).as("76 % of the new budget").hasSize(2);
    }

    @Test
    void whoeverDoesNothingAboutItSaysWhy() {
        used(100, 30);

        var warning = warnings().get(0);
        warning.refuses("manager", "answerPlanWarning", Map.of(), "warningAnswer")
                .refuses("manager", "answerPlanWarning", Map.of("warningAnswer", "NOTHING_TO_TELL"), "reason")
                .refuses("manager", "answerPlanWarning", Map.of("warningAnswer", "TOLD_ALREADY"), "reason")
                .refuses(
                        "manager",
                        "answerPlanWarning",
                        Map.of("warningAnswer", "SEND_LETTER", "letterText", " ", "contact", "ceo@else.example"),
                        "letterText",
                        "contact")
                .does(
                        "manager",
                        "answerPlanWarning",
                        Map.of("warningAnswer", "TOLD_ALREADY", "reason", "On the phone; they want less film."))
                .endsAs(Status.RESOLVED);
        assertThat(warning.toClient()).isEmpty();
    }

    @Test
    void nobodyStartsItByHand() {
        assertThat(cases.refusesToStart("manager", "planWatch", Map.of())).containsOnlyKeys("client");
    }

    @Test
    void anAnswerThatIsLateIsToldToTheDirectorOnce() {
        used(100, 30);
        var warning = warnings().get(0);

        warning.after(Duration.ofDays(3)).waitsAt("answerPlanWarning");

        assertThat(warning.told("director")).containsExactly("planWarningUnanswered");
        assertThat(warning.told("manager")).containsExactly("budgetBurn", "planWarningUnanswered");
    }
}
