package agency.frontline.issue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of service levels, as a table (C-20, F1). */
@DisplayName("What a client may expect")
class ServiceLevelTest {

    private static final Path TABLE = Path.of("processes", "service-level.dmn");

    private static DmnEngine engine;
    private static DmnDecision table;

    @BeforeAll
    static void read() throws IOException {
        engine = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
        try (var file = Files.newInputStream(TABLE)) {
            table = engine.parseDecision("serviceLevel", file);
        }
    }

    // An empty kind: nobody has diagnosed yet. The last lines match no row of their own.
    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
            kind,            channel, urgency, tier,   first, update, followUp, visit, lesson, director, pledge
            ACCOUNT_AT_RISK, EMAIL,   NORMAL,  BRONZE, 1,     4,      8,        true,  true,   true,    false
            ANGER,           EMAIL,   NORMAL,  GOLD,   1,     4,      8,        true,  true,   false,    false
            ANGER,           TEXT,    LOW,     SILVER, 2,     4,      8,        true,  true,   false,    false
            PROBLEM,         EMAIL,   HIGH,    BRONZE, 1,     4,      8,        false, true,   false,    false
            PROBLEM,         EMAIL,   NORMAL,  GOLD,   2,     8,      16,       false, true,   false,    false
            PROBLEM,         EMAIL,   NORMAL,  BRONZE, 4,     8,      16,       false, true,   false,    false
            ANXIETY,         VISIT,   NORMAL,  GOLD,   2,     8,      16,       true,  false,  false,    false
            ANXIETY,         EMAIL,   NORMAL,  SILVER, 4,     8,      16,       false, false,  false,    false
            QUESTION,        EMAIL,   HIGH,    BRONZE, 2,     8,      16,       false, false,  false,    false
            ,                TEXT,    NORMAL,  BRONZE, 2,     16,     24,       false, false,  false,    true
            ,                PHONE,   NORMAL,  GOLD,   2,     16,     24,       false, false,  false,    true
            ,                EMAIL,   NORMAL,  GOLD,   4,     16,     24,       false, false,  false,    true
            ,                EMAIL,   NORMAL,  SILVER, 6,     16,     24,       false, false,  false,    true
            QUESTION,        EMAIL,   NORMAL,  GOLD,   4,     16,     24,       false, false,  false,    true
            OPPORTUNITY,     WEB,     LOW,     GOLD,   4,     16,     24,       false, false,  false,    true
            QUESTION,        EMAIL,   NORMAL,  SILVER, 6,     16,     24,       false, false,  false,    true
            ,                EMAIL,   NORMAL,  BRONZE, 8,     16,     24,       false, false,  false,    true
            OPPORTUNITY,     VIDEO,   LOW,     BRONZE, 8,     16,     24,       false, false,  false,    true
            SOMETHING_ELSE,  PIGEON,  NONE,    NONE,   8,     16,     24,       false, false,  false,    true
            """)
    void isInTheTable(
            String kind,
            String channel,
            String urgency,
            String tier,
            int first,
            int update,
            int followUp,
            boolean visit,
            boolean lesson,
            boolean director,
            boolean pledge) {
        assertThat(level(kind, channel, urgency, tier))
                .containsEntry("firstResponseHours", first)
                .containsEntry("updateHours", update)
                .containsEntry("followUpHours", followUp)
                .containsEntry("visitAdvised", visit)
                .containsEntry("lessonOwed", lesson)
                .containsEntry("directorTold", director)
                .containsEntry("pledgeFirst", pledge);
    }

    @Test
    void everyCaseHasAWholeRow() {
        var spoken = new HashSet<Map<String, Object>>();
        for (var kind : Stream.concat(
                        Stream.of(""), Stream.of(IssueKind.values()).map(Enum::name))
                .toList()) {
            for (var channel : agency.frontline.client.Channel.values()) {
                for (var urgency : Urgency.values()) {
                    for (var tier : agency.frontline.client.Tier.values()) {
                        spoken.add(level(kind.isEmpty() ? null : kind, channel.name(), urgency.name(), tier.name()));
                    }
                }
            }
        }
        assertThat(spoken).allSatisfy(level -> assertThat(level).hasSize(7).doesNotContainValue(null));
    }

    @Test
    void everyRowSaysWhyItIsThere() {
        assertThat(Dmn.readModelFromFile(TABLE.toFile()).getModelElementsByType(Rule.class))
                .allSatisfy(rule ->
                        assertThat(rule.getDescription().getTextContent()).isNotBlank());
    }

    private static Map<String, Object> level(String kind, String channel, String urgency, String tier) {
        return engine.evaluateDecisionTable(
                        table,
                        Variables.createVariables()
                                .putValue("issueKind", kind)
                                .putValue("channel", channel)
                                .putValue("urgency", urgency)
                                .putValue("tier", tier))
                .getSingleResult()
                .getEntryMap();
    }
}
