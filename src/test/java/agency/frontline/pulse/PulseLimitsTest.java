package agency.frontline.pulse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of limits, as a table (F8, C-35). */
@DisplayName("Who may be asked how we are doing")
class PulseLimitsTest {

    private static final Path TABLE = Path.of("processes", "pulse-limits.dmn");

    // No days: never asked before. A kind we do not know yet forbids nothing.
    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
            days, open,                         verdict
            ,     '',                           SEND
            0,    '',                           ASKED_LATELY
            29,   '',                           ASKED_LATELY
            30,   '',                           SEND
            400,  '',                           SEND
            ,     ANGER,                        ISSUE_OPEN
            ,     'ANGER, QUESTION',            ISSUE_OPEN
            400,  'ACCOUNT_AT_RISK, QUESTION',  ISSUE_OPEN
            3,    ANGER,                        ISSUE_OPEN
            ,     'ANXIETY, PROBLEM, QUESTION', SEND
            ,     OPPORTUNITY,                  SEND
            """)
    void isInTheTable(Integer days, String open, String verdict) throws IOException {
        var engine =
                DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
        try (var file = Files.newInputStream(TABLE)) {
            var facts = Variables.putValue("daysSinceLastPulse", days).putValue("openIssueKinds", open);
            assertThat(engine.evaluateDecisionTable(engine.parseDecision("pulseLimits", file), facts)
                            .<String>getSingleEntry())
                    .isEqualTo(verdict);
        }
    }
}
