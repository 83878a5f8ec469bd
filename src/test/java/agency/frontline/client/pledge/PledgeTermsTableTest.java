package agency.frontline.client.pledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of what we offer, as a table (C-61). */
@DisplayName("What a pledge starts from")
class PledgeTermsTableTest {

    private static DmnEngine engine;
    private static DmnDecision table;

    @BeforeAll
    static void read() throws IOException {
        engine = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
        try (var file = Files.newInputStream(Path.of("processes", "pledge-terms.dmn"))) {
            table = engine.parseDecision("pledgeTerms", file);
        }
    }

    // The last lines match no row of their own.
    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
            tier,   type,     email, phone, text, rhythm, report, badNews,    badNewsHours
            GOLD,   RETAINER, 4,     2,     2,    7,      1,      IN_PERSON,  2
            GOLD,   PROJECT,  4,     2,     2,    7,      1,      CALL_FIRST, 2
            SILVER, RETAINER, 6,     6,     2,    10,     1,      CALL_FIRST, 4
            SILVER, PROJECT,  6,     6,     2,    7,      1,      CALL_FIRST, 4
            BRONZE, PROJECT,  8,     8,     2,    10,     1,      CALL_FIRST, 8
            BRONZE, RETAINER, 8,     8,     2,    14,     1,      CALL_FIRST, 8
            TIN,    BARTER,   8,     8,     2,    14,     1,      CALL_FIRST, 8
            """)
    void theTableSays(
            String tier,
            String type,
            int email,
            int phone,
            int text,
            int rhythm,
            int report,
            BadNews badNews,
            int badNewsHours) {
        var row = engine.evaluateDecisionTable(
                        table, Variables.putValue("tier", tier).putValue("type", type))
                .getSingleResult()
                .getEntryMap();
        assertThat(row)
                .containsEntry("emailHours", email)
                .containsEntry("phoneHours", phone)
                .containsEntry("textHours", text)
                .containsEntry("rhythmDays", rhythm)
                .containsEntry("reportDays", report)
                .containsEntry("badNewsBy", badNews.name())
                .containsEntry("badNewsHours", badNewsHours)
                .hasSize(7);
    }
}
