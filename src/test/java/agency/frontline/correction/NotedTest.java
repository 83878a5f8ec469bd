package agency.frontline.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import agency.frontline.client.plan.PremiseState;
import agency.frontline.text.Answers;
import agency.frontline.text.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What somebody notes of a correction")
class NotedTest {

    @Test
    void whatIsPickedBecomesTheFourThingsThatDecide() {
        assertThat(changes("NOTHING"))
                .isEqualTo(new WhatChanges(Effect.NONE, Effect.NONE, Effect.NONE, PremiseState.HOLDS));
        assertThat(changes("SCOPE_SLIGHT", "BUDGET_GREAT", "SCHEDULE_SLIGHT", "PREMISE_WEAKENED"))
                .isEqualTo(new WhatChanges(Effect.SLIGHT, Effect.GREAT, Effect.SLIGHT, PremiseState.WEAKENED));
        assertThat(changes("SCOPE_GREAT", "SCOPE_SLIGHT", "PREMISE_FAILS", "PREMISE_WEAKENED"))
                .as("the greater counts")
                .isEqualTo(new WhatChanges(Effect.GREAT, Effect.NONE, Effect.NONE, PremiseState.FAILS));
    }

    @Test
    @DisplayName("a row of an earlier form says how big it is instead, and is taken at its word")
    void theWordOfAnEarlierFormCounts() {
        assertThat(read(Map.of("what", "Proofs", "size", "SIGNIFICANT")))
                .containsExactly(new Noted("Proofs", null, CorrectionSize.SIGNIFICANT, null));
        assertThat(read(Map.of("what", "Proofs", "size", "SIGNIFICANT", "changes", List.of("NOTHING"))))
                .as("the table decides where it can")
                .containsExactly(new Noted("Proofs", WhatChanges.of(List.of()), null, null));
    }

    @Test
    void eachMistakeNamesItsRowAndWhatWouldDo() {
        assertThat(refused(Map.of("what", "A thing", "changes", List.of("NOTHING")), Map.of("what", " ")))
                .contains("Correction 2: say what was put right");
        assertThat(refused(Map.of("what", "A thing"))).contains("Correction 1: say what it changes", "SCOPE_GREAT");
        assertThat(refused(Map.of("what", "A thing", "changes", List.of()))).contains("\"nothing\" is an answer");
        assertThat(refused(Map.of("what", "A thing", "size", "HUGE"))).contains("Correction 1: say what it changes");
        assertThat(refused(Map.of("what", "A thing", "changes", List.of("WEATHER"))))
                .contains("Choose among NOTHING");
        assertThat(refused(Map.of("what", "A thing", "changes", List.of("NOTHING", "SCOPE_SLIGHT"))))
                .contains("it changes nothing, or something");
        assertThat(refused(Map.of("what", "A thing", "changes", List.of("NOTHING"), "bitesOn", "soon")))
                .contains("YYYY-MM-DD");
        assertThat(refused(Map.of("what", "x".repeat(1001), "changes", List.of("NOTHING"))))
                .contains("at most 1,000");
        assertThat(refused(Collections.nCopies(51, Map.<String, Object>of("what", "A thing"))))
                .contains("at most 50");
    }

    @Test
    @DisplayName("warning is counted in days at the client's, and goes below nothing where it hurt already")
    void warningIsCountedWhereTheClientIs() {
        var newYork = ZoneId.of("America/New_York");
        // In London it is the next day already.
        var noted = Instant.parse("2027-02-02T02:00:00Z");
        assertThat(correction(noted, LocalDate.of(2027, 2, 10)).daysOfWarning(newYork))
                .isEqualTo(9);
        assertThat(correction(noted, LocalDate.of(2027, 2, 10)).daysOfWarning(ZoneId.of("Europe/London")))
                .isEqualTo(8);
        assertThat(correction(noted, LocalDate.of(2027, 1, 30)).daysOfWarning(newYork))
                .isEqualTo(-2);
        assertThat(correction(noted, null).daysOfWarning(newYork)).isNull();
    }

    private static Correction correction(Instant noted, LocalDate bitesOn) {
        return new Correction(
                1,
                "MAPLE",
                "TCH-2027-00001",
                CorrectionSource.TOUCH_BASE,
                "A thing",
                CorrectionSize.MINOR,
                null,
                null,
                noted,
                bitesOn,
                null,
                null);
    }

    private static WhatChanges changes(String... picks) {
        return read(Map.of("what", "A thing", "changes", List.of(picks))).get(0).changes();
    }

    private static List<Noted> read(Map<String, Object> row) {
        var answers = answers(List.of(row));
        var noted = Noted.rows(answers, "corrections");
        answers.done();
        return noted;
    }

    @SafeVarargs
    private static String refused(Map<String, ?>... rows) {
        return refused(Arrays.asList(rows));
    }

    private static String refused(List<? extends Map<String, ?>> rows) {
        var answers = answers(rows);
        Noted.rows(answers, "corrections");
        var refusal = catchThrowableOfType(Refusal.class, answers::done);
        assertThat(refusal.errors())
                .allSatisfy(error -> assertThat(error.field()).isEqualTo("corrections"));
        return refusal.errors().toString();
    }

    private static Answers answers(List<? extends Map<String, ?>> rows) {
        return new Answers(Map.<String, Object>of("corrections", rows)::get);
    }
}
