package agency.frontline.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import agency.frontline.client.Client;
import agency.frontline.issue.Closing;
import agency.frontline.issue.IssueFacts;
import agency.frontline.issue.Resolution;
import agency.frontline.story.Cases;
import agency.frontline.story.FlowStory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@FlowStory
@DisplayName("Each part of Frontline answers for its own facts of our service")
class EachModuleAnswersTest {

    @Autowired
    Cases cases;

    @Autowired
    IssueFacts issues;

    @Autowired
    List<ServiceFacts> sources;

    @Autowired
    ClientHealth health;

    @Test
    void allOfThemSaySoWhereTheyHaveNothingToCount() {
        assertThat(facts(cases.clientLike("BIRCH")))
                .extracting(ServiceFact::topic, ServiceFact::good)
                .containsExactlyInAnyOrderElementsOf(List.of(Topic.values()).stream()
                        .map(topic -> tuple(topic, null))
                        .toList());
    }

    @Test
    void aTalkTellsOfTheRhythmOfCorrectionsAndOfWhatWeOwe() {
        var client = cases.clientLike("BIRCH");
        var touchBase = cases.started("manager", "touchBase", Map.of("contact", ceo(client)))
                .does("manager", "prepareTouchBase", Map.of());
        touchBase.does(
                "manager",
                "holdTouchBase",
                Map.of(
                        "channel",
                        "PHONE",
                        "attendees",
                        Spin.JSON("[]").append(ceo(client)).append("manager"),
                        "clientSaid",
                        "The plan must change.",
                        "corrections",
                        rows(
                                Map.of("what", "Proofs a day earlier", "size", "MINOR"),
                                Map.of("what", "A smaller budget", "size", "SIGNIFICANT")),
                        "nextSteps",
                        rows(
                                Map.of("what", "A new plan", "owner", "manager", "due", touchBase.day(1)),
                                Map.of("what", "Approve it", "owner", ceo(client), "due", touchBase.day(2))),
                        "sendSummary",
                        false));
        assertThat(sentences(client))
                .contains(
                        "1 of 1 touch-base held in 90 days",
                        "1 significant and 1 minor correction in 90 days",
                        "Our one open next step is in time");
        assertThat(health.of(client.code()).colour()).isEqualTo(Colour.AMBER);
        assertThat(health.of(client.code()).facts()).first().asString().startsWith("1 significant");

        touchBase.after(Duration.ofDays(3));
        assertThat(sentences(client)).contains("Our one open next step is overdue");
    }

    @Test
    void aReportNobodySentTellsOfPunctuality() {
        var client = cases.clientLike("BIRCH");
        var report = cases.started(
                "manager",
                "conferenceReport",
                Map.of("contact", ceo(client), "channel", "VIDEO", "subject", "The launch"));
        assertThat(sentences(client)).contains("No conference report fell due in 90 days");
        report.after(Duration.ofDays(2));
        assertThat(sentences(client)).contains("0 of 1 conference report on time in 90 days");
    }

    @Test
    void anIssueThatWasNotOverTellsThatItCameBack() {
        var client = cases.clientLike("BIRCH");
        var issue = cases.mailFrom(ceo(client), "The posters", "When do they come?");
        cases.mailFrom(ceo(client), "The invoice", "Whose is it?");
        issues.closed(issue.key(), new Closing(Resolution.NOT_RESOLVED, null, null, null, ""), 1);
        assertThat(sentences(client)).contains("1 of 2 issues came back in 90 days");
    }

    private List<ServiceFact> facts(Client client) {
        return sources.stream()
                .flatMap(source -> source.of(client.code(), 90).stream())
                .toList();
    }

    private List<String> sentences(Client client) {
        return facts(client).stream().map(ServiceFact::sentence).toList();
    }

    private static String ceo(Client client) {
        return client.contacts().get(0).email();
    }

    @SafeVarargs
    private static SpinJsonNode rows(Map<String, String>... rows) {
        var list = Spin.JSON("[]");
        for (var row : rows) {
            var node = Spin.JSON("{}");
            row.forEach(node::prop);
            list.append(node);
        }
        return list;
    }
}
