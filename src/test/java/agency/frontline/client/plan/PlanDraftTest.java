package agency.frontline.client.plan;

import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.client.Channel;
import agency.frontline.client.Contact;
import agency.frontline.client.plan.PlanDraft.Room;
import agency.frontline.story.Refused;
import agency.frontline.text.Answers;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A plan says all that it must, or names what is missing")
class PlanDraftTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final Contact CEO = new Contact("ceo@birch.example", "Odile Quist", "CEO", "en", Channel.EMAIL);
    private static final Room FIRST = new Room(null, Set.of(), List.of(CEO), TODAY, TODAY);

    private static Map<String, String> refused(Answers answers) {
        return Refused.by(() -> PlanDraft.from(answers, FIRST));
    }

    @Test
    void everythingThatIsMissingIsToldAtOnce() {
        assertThat(refused(new Answers(field -> null)))
                .containsOnlyKeys(
                        "goals",
                        "scopeIn",
                        "scopeOut",
                        "hoursAgreed",
                        "moneyAgreed",
                        "currency",
                        "endsOn",
                        "boughtInBy");
    }

    @Test
    @DisplayName("a goal without an early sign and its day is refused (C-81)")
    void aGoalNeedsAnEarlySign() {
        var goal = new HashMap<String, Object>(Map.of("what", "Thirty leads", "measure", "CRM"));
        assertThat(refused(SomePlan.with("goals", List.of(goal))).get("goals"))
                .contains("Row 1: name an early sign", "Row 1: give the day");
        goal.put("sign", "Ten leads");
        assertThat(refused(SomePlan.with("goals", List.of(goal))).get("goals"))
                .isEqualTo("Row 1: give the day by which the early sign should show, such as 2026-12-24.");
        goal.put("signBy", "2026-03-01");
        assertThat(refused(SomePlan.with("goals", List.of(goal))).get("goals")).contains("from today on");
    }

    @Test
    @DisplayName("no baseline counts without somebody who bought in, by name and day (C-75)")
    void aBaselineNeedsSomebodyWhoBoughtIn() {
        assertThat(refused(SomePlan.with("boughtInBy", "  "))).containsOnlyKeys("boughtInBy");
        assertThat(refused(SomePlan.with("boughtInOn", "2026-03-03"))).containsOnlyKeys("boughtInOn");
        assertThat(refused(SomePlan.with("boughtInBy", List.of("nobody@birch.example"))))
                .containsOnlyKeys("boughtInBy");
        assertThat(PlanDraft.from(SomePlan.with("boughtInBy", List.of("CEO@birch.example")), FIRST)
                        .buyIns())
                .containsExactly(new BuyIn("Odile Quist", "ceo@birch.example", TODAY));
    }

    @ParameterizedTest
    @CsvSource({
        "hoursAgreed, 0",
        "hoursAgreed, -1",
        "hoursAgreed, many",
        "moneyAgreed, 12.345",
        "moneyAgreed, 1000000000",
        "currency, POUNDS",
        "endsOn, 2026-03-01",
        "endsOn, 2099-02-01",
        "scopeIn, ''",
        "scopeOut, ''"
    })
    void whatCannotBeIsRefusedByItsField(String field, String value) {
        assertThat(refused(SomePlan.with(field, value))).containsOnlyKeys(field);
    }

    @Test
    void aPremiseThatDoesNotHoldSaysWhy() {
        assertThat(refused(SomePlan.with("premises", List.of(Map.of("what", "Fine", "state", "FAILS")))))
                .containsOnlyKeys("premises");
        assertThat(refused(SomePlan.with("premises", List.of(Map.of("what", "Fine", "state", "PERHAPS")))))
                .containsOnlyKeys("premises");
    }

    @Test
    void numbersAreGivenOnceAndStayWithWhatTheyWereGivenTo() {
        var first = PlanDraft.from(SomePlan.complete(), FIRST);
        var before = new Plan("BIRCH", 1, first, "manager", Instant.EPOCH, null);
        // P3 was given and is gone again.
        var room = new Room(
                before,
                Set.of("P1", "P2", "P3", "IN1", "IN2", "OUT1", "S1", "W1", "W2", "G1", "G1.1", "G1.2"),
                List.of(CEO),
                TODAY,
                TODAY);
        var answers = first.rows();
        answers.put("changeReason", "They asked");
        answers.put(
                "premises",
                List.of(
                        Map.of("what", "Something new"),
                        Map.of("premiseId", "P2", "what", "Worded otherwise"),
                        Map.of("what", "people look for us BY NAME"),
                        Map.of("premiseId", "P77", "what", "With a number nobody gave")));

        var second = PlanDraft.from(new Answers(answers::get), room);

        assertThat(second.premises()).extracting(Premise::id).containsExactly("P4", "P2", "P1", "P5");
        assertThat(second.goals()).isEqualTo(first.goals());
        assertThat(second.workItems()).isEqualTo(first.workItems());
    }

    @Test
    void aNewVersionSaysWhyItIsThere() {
        var before = new Plan("BIRCH", 1, PlanDraft.from(SomePlan.complete(), FIRST), "manager", Instant.EPOCH, null);
        var room = new Room(before, Set.of(), List.of(), TODAY, TODAY);
        var answers = before.content().rows();

        assertThat(Refused.by(() -> PlanDraft.from(new Answers(answers::get), room)))
                .containsOnlyKeys("changeReason");
    }

    @Test
    void whatWasLetThroughIsReadAgainWhenItsDaysHaveCome() {
        var late = new Room(null, Set.of(), List.of(CEO), LocalDate.of(2100, 1, 1), TODAY);

        assertThat(Refused.by(() -> PlanDraft.from(SomePlan.complete(), late))).isNotEmpty();
        assertThat(PlanDraft.from(SomePlan.complete(), late.later()).goals()).hasSize(1);
    }

    @Test
    void hostileTextIsTextAndTooMuchIsRefused() {
        var hostile = "<script>alert(1)</script>\u0000\u202e ${7*7} =HYPERLINK()";
        var draft = PlanDraft.from(SomePlan.with("scopeOut", hostile), FIRST);

        assertThat(draft.scopeOut()).singleElement().satisfies(item -> assertThat(item.what())
                .contains("<script>alert(1)</script>", "${7*7}")
                .doesNotContain("\u0000"));
        assertThat(refused(SomePlan.with("scopeOut", "x".repeat(1001) + "\n" + "a\n".repeat(3))))
                .containsOnlyKeys("scopeOut");
    }
}
