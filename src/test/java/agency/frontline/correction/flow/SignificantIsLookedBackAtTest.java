package agency.frontline.correction.flow;

import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.casefile.Status;
import agency.frontline.client.Client;
import agency.frontline.correction.Correction;
import agency.frontline.correction.CorrectionSize;
import agency.frontline.correction.CorrectionSource;
import agency.frontline.correction.Corrections;
import agency.frontline.correction.CorrectionsOfClient;
import agency.frontline.correction.TalksBefore;
import agency.frontline.story.Case;
import agency.frontline.story.Cases;
import agency.frontline.story.FlowStory;
import java.time.Duration;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@FlowStory
@DisplayName("Something that has to be put right is seen early, or somebody asks when it could have been (C-88)")
class SignificantIsLookedBackAtTest {

    @Autowired
    Cases cases;

    @Autowired
    Corrections corrections;

    @Autowired
    CorrectionsOfClient ofClient;

    @Autowired
    TalksBefore talks;

    @Autowired
    ManagementService management;

    @Autowired
    TransactionTemplate transaction;

    @Test
    @DisplayName(
            "a small thing from a talk is noted with its rule and its days of warning, and nobody is asked anything")
    void aMinorOneIsNotedAndThatIsAll() {
        var client = cases.clientLike("BIRCH");
        var talk = begun(client);
        held(client, talk, row("Proofs come a day earlier", talk.day(9), "SCHEDULE_SLIGHT"));

        var correction = corrections.ofCase(talk.key()).get(0);
        assertThat(correction.size()).isEqualTo(CorrectionSize.MINOR);
        assertThat(correction.why()).isEqualTo("A little of what was agreed changes; seen early, it stays small.");
        assertThat(correction.source()).isEqualTo(CorrectionSource.TOUCH_BASE);
        assertThat(correction.daysOfWarning(client.timeZone())).isEqualTo(9);
        assertThat(correction.notedAt()).isEqualTo(cases.now());
        assertThat(lookBacks(client)).isEmpty();
    }

    @Test
    @DisplayName("for a significant one somebody says when it could have been seen, with the talks before beside it")
    void aSignificantOneIsAskedAbout() {
        var client = cases.clientLike("BIRCH");
        var earlier = begun(client);
        held(client, earlier, row("One proof was late", null, "NOTHING"));
        days(10);
        var talk = begun(client);
        held(client, talk, row("A third of the budget is gone", null, "BUDGET_GREAT", "SCOPE_SLIGHT"))
                .endsAs(Status.RESOLVED);

        var review = lookBacks(client).get(0).waitsAt("lookBackAtCorrection");
        assertThat(review.key()).matches("LBK-\\d{4}-\\d{5}");
        assertThat(review.head().owner()).isEqualTo("manager");
        assertThat(review.head().subject()).isEqualTo("Put right: A third of the budget is gone");
        assertThat(shown(review, "correctedText")).isEqualTo("A third of the budget is gone");
        assertThat(shown(review, "sizeText")).isEqualTo("The money that was agreed does not do.");
        assertThat(shown(review, "touchBaseRows").toString())
                .contains("One proof was late", "phone")
                .doesNotContain("A third of the budget");

        review.refuses("manager", "lookBackAtCorrection", Map.of("couldHaveSeen", " "), "couldHaveSeen")
                .refuses("manager", "lookBackAtCorrection", Map.of("couldHaveSeen", "x".repeat(2001)), "couldHaveSeen")
                .refuses(
                        "manager",
                        "lookBackAtCorrection",
                        Map.of("couldHaveSeen", "When Anna Nowak read the report of March."),
                        "couldHaveSeen")
                .does(
                        "manager",
                        "lookBackAtCorrection",
                        Map.of("couldHaveSeen", "When the first proof was late: nobody asked why."))
                .endsAs(Status.RESOLVED);
        assertThat(corrections.ofCase(talk.key()))
                .extracting(Correction::couldHaveSeen)
                .containsExactly("When the first proof was late: nobody asked why.");
        assertThat(review.outcome("couldHaveSeen")).isEqualTo("When the first proof was late: nobody asked why.");
    }

    @Test
    @DisplayName("thirty days before means thirty, to the minute")
    void theEdgeOfTheThirtyDays() {
        var client = cases.clientLike("BIRCH");
        held(client, begun(client));
        ClockUtil.setCurrentTime(Date.from(cases.now().plusSeconds(60)));
        held(client, begun(client));
        ClockUtil.setCurrentTime(Date.from(cases.now().minusSeconds(60).plus(Duration.ofDays(30))));
        var talk = begun(client);
        held(client, talk, row("The date does not hold", null, "SCHEDULE_GREAT"));
        var correction = corrections.ofCase(talk.key()).get(0);
        assertThat(talks.of(correction))
                .as("exactly thirty days, and a minute less")
                .hasSize(2);

        ClockUtil.setCurrentTime(Date.from(cases.now().plusSeconds(1)));
        var later = begun(client);
        held(client, later, row("Nor does the next", null, "SCHEDULE_GREAT"));
        assertThat(talks.of(corrections.ofCase(later.key()).get(0)))
                .as("the first is a second too long ago; the talk before counts")
                .extracting(TalksBefore.TalkBefore::businessKey)
                .hasSize(2)
                .contains(talk.key());
    }

    @Test
    @DisplayName("a step that is carried out again after a failure notes once and asks once")
    void carriedOutAgainItIsNotedOnce() {
        var client = cases.clientLike("BIRCH");
        var talk = begun(client).does("manager", "prepareTouchBase", Map.of());
        talk.submit("manager", "holdTouchBase", talked(client, row("The ground is gone", null, "PREMISE_FAILS")));
        var job = talk.waitingJob();
        transaction.executeWithoutResult(power -> {
            management.executeJob(job);
            assertThat(corrections.ofCase(talk.key())).hasSize(1);
            power.setRollbackOnly();
        });
        assertThat(corrections.ofCase(talk.key())).isEmpty();
        talk.settle();
        assertThat(corrections.ofCase(talk.key())).hasSize(1);
        assertThat(lookBacks(client)).hasSize(1);
    }

    @Test
    @DisplayName("a form from before that says the size itself is taken at its word, and asks all the same")
    void anEarlierFormGoesOnWorking() {
        var client = cases.clientLike("BIRCH");
        var talk = begun(client);
        held(client, talk, Map.of("what", "A smaller budget", "size", "SIGNIFICANT"));
        var correction = corrections.ofCase(talk.key()).get(0);
        assertThat(correction.size()).isEqualTo(CorrectionSize.SIGNIFICANT);
        assertThat(correction.why()).isNull();
        assertThat(correction.changes()).isNull();
        assertThat(shown(lookBacks(client).get(0), "sizeText")).isEqualTo("Whoever noted it said so.");
    }

    @Test
    @DisplayName("what cannot be sized is refused at the form, with what would do")
    void theGateSaysWhatWouldDo() {
        var client = cases.clientLike("BIRCH");
        begun(client)
                .does("manager", "prepareTouchBase", Map.of())
                .refuses("manager", "holdTouchBase", talked(client, Map.of("what", "A thing")), "corrections")
                .refuses("manager", "holdTouchBase", talked(client, row("A thing", null, "RAIN")), "corrections")
                .refuses("manager", "holdTouchBase", talked(client, row("A thing", "soon", "NOTHING")), "corrections");
    }

    @Test
    @DisplayName("minor to significant, the usual warning and what came before are added up for the client")
    void itIsAddedUp() {
        var client = cases.clientLike("BIRCH");
        var first = begun(client);
        held(
                client,
                first,
                row("Proofs a day earlier", first.day(9), "SCHEDULE_SLIGHT"),
                row("Another colour", null, "NOTHING"),
                row("The logo was the old one", first.day(-2), "NOTHING"));
        days(1);
        var second = begun(client);
        held(client, second, row("The fair is off", second.day(20), "SCOPE_GREAT"));

        var sum = ofClient.of(client, 365);
        assertThat(sum.minor()).isEqualTo(3);
        assertThat(sum.significant()).isEqualTo(1);
        assertThat(sum.usualWarning()).as("of -2, 9 and 20").isEqualTo(9);
        assertThat(sum.warningKnown()).isEqualTo(3);
        assertThat(sum.steadied().of()).isZero();
        assertThat(sum.entries())
                .extracting(entry -> entry.correction().what())
                .containsExactly(
                        "The fair is off", "The logo was the old one", "Another colour", "Proofs a day earlier");
        assertThat(sum.entries().get(0).talksBefore()).singleElement().satisfies(talk -> assertThat(
                        talk.putRightInWords())
                .isEqualTo("Proofs a day earlier; Another colour; The logo was the old one"));
        assertThat(sum.entries().get(1).talksBefore()).isEmpty();
        days(365);
        assertThat(ofClient.of(client, 365).entries()).isEmpty();
    }

    @Test
    @DisplayName("nobody begins a look back by hand")
    void itBeginsByItself() {
        assertThat(cases.refusesToStart("manager", "correctionReview", Map.of()))
                .containsKey("client");
    }

    private List<Case> lookBacks(Client client) {
        return cases.openOfClient(client.code(), "correctionReview");
    }

    private static Object shown(Case review, String name) {
        return review.shown("manager", "lookBackAtCorrection", name);
    }

    private static void days(int days) {
        ClockUtil.setCurrentTime(
                Date.from(ClockUtil.getCurrentTime().toInstant().plus(Duration.ofDays(days))));
    }

    private Case begun(Client client) {
        return cases.started("manager", "touchBase", Map.of("contact", ceo(client)));
    }

    @SafeVarargs
    private static Case held(Client client, Case talk, Map<String, Object>... rows) {
        return talk.does("manager", "prepareTouchBase", Map.of())
                .does("manager", "holdTouchBase", talked(client, rows));
    }

    @SafeVarargs
    private static Map<String, Object> talked(Client client, Map<String, Object>... rows) {
        return Map.of(
                "channel",
                "PHONE",
                "attendees",
                Spin.JSON("[]").append(ceo(client)).append("manager"),
                "clientSaid",
                "It has to change.",
                "corrections",
                list(rows),
                "nextSteps",
                Spin.JSON("[]"),
                "sendSummary",
                false);
    }

    private static Map<String, Object> row(String what, String bitesOn, String... changes) {
        var row = new HashMap<String, Object>();
        row.put("what", what);
        row.put("changes", List.of(changes));
        if (bitesOn != null) {
            row.put("bitesOn", bitesOn);
        }
        return row;
    }

    @SafeVarargs
    private static SpinJsonNode list(Map<String, Object>... rows) {
        var list = Spin.JSON("[]");
        for (var row : rows) {
            var node = Spin.JSON("{}");
            row.forEach((name, value) -> {
                if (value instanceof List<?> texts) {
                    var picks = Spin.JSON("[]");
                    texts.forEach(text -> picks.append(text.toString()));
                    node.prop(name, picks);
                } else {
                    node.prop(name, value.toString());
                }
            });
            list.append(node);
        }
        return list;
    }

    private static String ceo(Client client) {
        return client.contacts().get(0).email();
    }
}
