package agency.frontline.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of realism, as a table (C-29, C-30). */
@DisplayName("Whether schedule and budget reflect reality")
class PlanRealismTest {

    private static final Path TABLE = Path.of("processes", "plan-realism.dmn");

    // What nobody filled in counts as room to breathe: the gate asks for it before.
    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
            buffer, contingency, capacity, judgement,   because
            20,     15,          150,      REALISTIC,   There is time
            15,     10,          110,      REALISTIC,   There is time
            14,     10,          110,      TIGHT,       There is some buffer
            15,     9,           110,      TIGHT,       There is some contingency
            15,     10,          109,      TIGHT,       It works as long as nobody is ill
            5,      5,           90,       TIGHT,       It works as long as nobody is ill
            4,      10,          150,      UNREALISTIC, One day of delay
            15,     4,           150,      UNREALISTIC, The first surprise
            4,      4,           150,      UNREALISTIC, There is neither time nor money
            20,     15,          89,       UNREALISTIC, Our people have not the hours
            0,      0,           0,        UNREALISTIC, Our people have not the hours
            100,    100,         1000,     REALISTIC,   There is time
            ,       ,            ,         REALISTIC,   There is time
            """)
    void isInTheTable(Integer buffer, Integer contingency, Integer capacity, String judgement, String because)
            throws IOException {
        var engine =
                DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
        try (var file = Files.newInputStream(TABLE)) {
            var plan = Variables.putValue("bufferPercent", buffer)
                    .putValue("contingencyPercent", contingency)
                    .putValue("capacityPercent", capacity);
            var judged = engine.evaluateDecisionTable(engine.parseDecision("planRealism", file), plan)
                    .getSingleResult();
            assertThat(judged.<String>getEntry("planJudgement")).isEqualTo(judgement);
            assertThat(judged.<String>getEntry("planJudgementWhy")).startsWith(because);
        }
    }
}
