package agency.frontline.onboarding.flow;

import static agency.frontline.onboarding.flow.Onboarding.*;
import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.casefile.CaseNotes;
import agency.frontline.story.Case;
import agency.frontline.story.Cases;
import agency.frontline.story.FlowStory;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@FlowStory
@DisplayName("A schedule and a budget are held against reality")
class PlanIsJudgedTest {

    @Autowired
    private Cases cases;

    @Autowired
    private CaseNotes notes;

    private Case drafted(int bufferDays, int contingency, int capacity) {
        var onboarding = asFarAsDocuments(cases, cases.newCode("YEW"), "RETAINER");
        var schedule = schedule(onboarding);
        schedule.putAll(
                Map.of("bufferDays", bufferDays, "contingencyPercent", contingency, "capacityPercent", capacity));
        return onboarding.does("manager", "draftScheduleAndBudget", schedule);
    }

    @Test
    @DisplayName("what is unrealistic goes to the director, who sends it back to be drawn again")
    void drawnAgain() {
        var onboarding = drafted(0, 12, 130).waitsAt("weighUnrealisticPlan");
        assertThat((String) onboarding.shown("director", "weighUnrealisticPlan", "planFactsText"))
                .contains("One day of delay anywhere", "Buffer 0 %");
        onboarding
                .refuses("director", "weighUnrealisticPlan", Map.of(), "planDecision")
                .does("director", "weighUnrealisticPlan", new HashMap<>(Map.of("planDecision", "REDRAW")))
                .waitsAt("draftScheduleAndBudget");
        assertThat((String) onboarding.shown("manager", "draftScheduleAndBudget", "planFactsText"))
                .contains("One day of delay anywhere");
        onboarding
                .does("manager", "draftScheduleAndBudget", schedule(onboarding))
                .isNotWaitingAt("weighUnrealisticPlan");
    }

    @Test
    @DisplayName("or accepts it against the table, with a reason that is kept")
    void acceptedWithAReason() {
        var onboarding = drafted(12, 12, 60).waitsAt("weighUnrealisticPlan");
        onboarding
                .refuses(
                        "director",
                        "weighUnrealisticPlan",
                        new HashMap<>(Map.of("planDecision", "ACCEPT")),
                        "planDecisionReason")
                .does(
                        "director",
                        "weighUnrealisticPlan",
                        new HashMap<>(Map.of(
                                "planDecision", "ACCEPT", "planDecisionReason", "Two freelancers start on Monday.")))
                .isNotWaitingAt("draftScheduleAndBudget", "weighUnrealisticPlan");
        assertThat(notes.of(onboarding.key())).singleElement().satisfies(note -> assertThat(note)
                .extracting(CaseNotes.Note::who, CaseNotes.Note::kind, CaseNotes.Note::text)
                .containsExactly("director", "UNREALISTIC_PLAN_ACCEPTED", "Two freelancers start on Monday."));
    }

    @Test
    @DisplayName("a project has its budget in the letter, and no step of its own for it (F9)")
    void aProjectHasNoBudgetStep() {
        var onboarding = asFarAsDocuments(cases, cases.newCode("YEW"), "PROJECT");
        onboarding.isNotWaitingAt("draftScheduleAndBudget");
        assertThat(onboarding.variable("budgetNeeded")).isEqualTo(false);
        assertThat(onboarding.variable("letterNeeded")).isEqualTo(true);
    }

    @Test
    @DisplayName("a draft with holes is refused, all of them at once")
    void holes() {
        asFarAsDocuments(cases, cases.newCode("YEW"), "RETAINER")
                .refuses(
                        "manager",
                        "draftScheduleAndBudget",
                        new HashMap<>(Map.of("plannedEnd", "2020-01-01", "bufferDays", -1, "capacityPercent", "lots")),
                        "plannedEnd",
                        "bufferDays",
                        "budgetAmount",
                        "contingencyPercent",
                        "capacityPercent");
    }
}
