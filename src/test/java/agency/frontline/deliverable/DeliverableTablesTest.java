package agency.frontline.deliverable;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The tables of a review, as tables (C-31 to C-34, C-49, C-70). */
@DisplayName("What each kind of deliverable takes")
class DeliverableTablesTest {

    private static DmnEngine engine;

    @BeforeAll
    static void build() {
        engine = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    }

    // The last line matches no row of its own.
    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
            kind,                draft, challenge, discussion, followUp, words, discussed
            LETTER_OF_PROPOSAL,  2,     1,         2,          3,        900,   false
            CREATIVE_BRIEF,      2,     1,         2,          2,        450,   true
            POINT_OF_VIEW,       2,     1,         2,          3,        900,   false
            PRESENTATION,        3,     1,         2,          3,        0,     false
            SCHEDULE_AND_BUDGET, 2,     1,         2,          3,        0,     false
            POEM,                2,     1,         2,          3,        0,     false
            """)
    void theRulesSay(String kind, int draft, int challenge, int discussion, int followUp, int words, boolean discussed)
            throws IOException {
        assertThat(ask("deliverableRules", kind).getSingleResult().getEntryMap())
                .isEqualTo(Map.of(
                        "draftDays", draft,
                        "challengeDays", challenge,
                        "discussionDays", discussion,
                        "followUpDays", followUp,
                        "wordsAtMost", words,
                        "mustBeDiscussed", discussed));
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            delimiter = '|',
            textBlock =
                    """
            kind                | needed
            LETTER_OF_PROPOSAL  | objective scopeIn scopeOut schedule budget assumptions
            CREATIVE_BRIEF      | objective clientInput audience keyMessage
            POINT_OF_VIEW       | position grounds advice alternative
            PRESENTATION        | keyMessage outline
            SCHEDULE_AND_BUDGET | schedule budget contingency assumptions
            """)
    void thePartsThatAreNeededAre(String kind, String needed) throws IOException {
        assertThat(ask("deliverableParts", kind).getResultList())
                .filteredOn(part -> part.get("needed").equals(true))
                .extracting(part -> part.get("part"))
                .containsExactly((Object[]) needed.split(" "));
    }

    @Test
    void whatNoTableKnowsHasNoParts() throws IOException {
        assertThat(ask("deliverableParts", "POEM").getResultList()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(DeliverableKind.class)
    void everyKindHasSomethingThatMustBeSo(DeliverableKind kind) throws IOException {
        var checks = ask("qualityChecklist", kind.name()).getResultList();
        assertThat(checks).extracting(check -> check.get("checkItem")).doesNotHaveDuplicates();
        assertThat(checks)
                .filteredOn(check -> check.get("checkMust").equals(true))
                .as("musts beside those of every kind")
                .hasSizeGreaterThan(1);
    }

    @Test
    void whatHoldsForEveryKindHoldsForOneThatNoRowNames() throws IOException {
        assertThat(ask("qualityChecklist", "POEM").getResultList())
                .extracting(check -> check.get("checkItem"))
                .isEqualTo(List.of(
                        "Names, figures and dates are right",
                        "Somebody from outside would understand it",
                        "Spelling and layout were looked at once more"));
    }

    private static DmnDecisionTableResult ask(String decision, String kind) throws IOException {
        var name = decision.replaceAll("([A-Z])", "-$1").toLowerCase() + ".dmn";
        try (var file = Files.newInputStream(Path.of("processes", name))) {
            return engine.evaluateDecisionTable(
                    engine.parseDecision(decision, file), Variables.putValue("deliverableKind", kind));
        }
    }
}
