package agency.frontline.endcheck.flow;

import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.client.plan.GoalVerdict;
import agency.frontline.endcheck.EndChecks;
import agency.frontline.endcheck.Side;
import agency.frontline.endcheck.Verdict;
import agency.frontline.story.Case;
import agency.frontline.story.Cases;
import agency.frontline.story.FlowStory;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@FlowStory
@DisplayName("The page at the end of a plan: open to whoever has the link, once, and to nobody else (S13)")
class EndCheckPageTest {

    @LocalServerPort
    int port;

    @Autowired
    Cases cases;

    @Autowired
    EndChecks checks;

    @Autowired
    Ends ends;

    private Case end;
    private String link;

    @BeforeEach
    void theyGotTheMail() {
        var client = cases.clientLike("BIRCH");
        ends.plan(client, 10, "Thirty leads a month", "Be first in Leeds");
        end = ends.asked(client);
        link = Ends.linkIn(end.lastToClient());
    }

    private boolean answered() {
        return checks.find(end.key()).orElseThrow().clientHasAnswered();
    }

    @Test
    void lookingAtItNeverAnswers() {
        for (int look = 0; look < 3; look++) {
            assertThat(ends.opens(port, link + "?verdict-G1=REACHED&verdict-G2=REACHED")
                            .statusCode())
                    .isEqualTo(200);
        }
        assertThat(ends.send(ends.request(port, link).method("HEAD", BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(200);
        assertThat(answered()).isFalse();
    }

    @Test
    void itNeedsNoScriptKeepsItsSecretAndShowsTheGoalsAlone() {
        var page = ends.opens(port, link);

        assertThat(page.body())
                .contains("Thirty leads a month", "Be first in Leeds", "Reached", "Too early to say")
                .doesNotContain("<script", "http://", "https://", "54321", "hours");
        assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(page.headers().firstValue("X-Robots-Tag")).hasValue("noindex, nofollow");
        assertThat(page.headers().firstValue("Content-Security-Policy")).isPresent();
        assertThat(page.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void theAgencysAnswerIsNeverOnIt() {
        end.does(
                "manager",
                "answerForAgency",
                Map.of("agencyVerdicts", Ends.rows("G1", "MISSED", "Between us", "G2", "MISSED", "Between us")));

        assertThat(ends.opens(port, link).body()).doesNotContain("Between us").doesNotContain("checked");
    }

    @Test
    void whatIsMissingIsAskedForAgainWithTheRestKept() {
        var again = ends.sends(
                port, link, Map.of("verdict-G1", "PARTLY", "words-G1", "Nearly <b>there</b>", "verdict-G2", "NEARLY"));

        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(again.body())
                .contains("Please choose one.", "Nearly &lt;b&gt;there&lt;/b&gt;")
                .containsPattern("name=\"verdict-G1\" value=\"PARTLY\" checked");
        var novel = ends.sends(
                port, link, Map.of("verdict-G1", "PARTLY", "verdict-G2", "PARTLY", "words-G2", "x".repeat(10_001)));
        assertThat(novel.statusCode()).isEqualTo(400);
        assertThat(novel.body()).contains("Please shorten this a little.");
        assertThat(answered()).isFalse();
    }

    @Test
    void theFirstAnswerStandsAndTheLinkSaysThanksFromThenOn() {
        ends.answers(port, link, "G1", "REACHED", "Well done", "G2", "REACHED", "");

        var second = ends.sends(port, link, Map.of("verdict-G1", "MISSED", "verdict-G2", "MISSED"));
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.body()).contains("Thank you");
        assertThat(checks.verdicts(end.key(), Side.CLIENT))
                .containsExactly(
                        new Verdict("G1", GoalVerdict.REACHED, "Well done"),
                        new Verdict("G2", GoalVerdict.REACHED, ""));
    }

    @Test
    void severalTapsAtOnceAreOneAnswer() throws Exception {
        var taps = new ArrayList<Callable<Integer>>();
        for (var verdict : GoalVerdict.values()) {
            taps.add(() -> ends.sends(port, link, Map.of("verdict-G1", verdict.name(), "verdict-G2", verdict.name()))
                    .statusCode());
        }
        var fingers = Executors.newFixedThreadPool(taps.size());
        try {
            for (var tap : fingers.invokeAll(taps)) {
                assertThat(tap.get()).isIn(200, 302);
            }
        } finally {
            fingers.shutdown();
        }
        assertThat(checks.verdicts(end.key(), Side.CLIENT)).hasSize(2).satisfies(both -> assertThat(
                        both.get(0).verdict())
                .isEqualTo(both.get(1).verdict()));
        end.settle().waitsAt("answerForAgency");
    }

    @ParameterizedTest
    @ValueSource(strings = {"AAAAAAAAAAAAAAAAAAAAAA", "x", "..%2f..", "%00"})
    void whoeverGuessesFindsNothing(String token) {
        for (var answer : List.of(
                ends.opens(port, "/plan-check/" + token),
                ends.sends(port, "/plan-check/" + token, Map.of("verdict-G1", "REACHED")))) {
            assertThat(answer.statusCode()).isIn(400, 404);
            assertThat(answer.body()).doesNotContain("Thirty leads");
        }
    }

    @Test
    void nothingElseOfItIsOpenAndTheMailsCopyHidesTheLink() {
        for (var path : List.of("/plan-check", "/plan-check/", link + "/more")) {
            assertThat(ends.opens(port, path).statusCode()).as(path).isIn(302, 404);
        }
        for (var method : List.of("PUT", "DELETE")) {
            assertThat(ends.send(ends.request(port, link).method(method, BodyPublishers.noBody()))
                            .statusCode())
                    .isIn(302, 401, 403, 405);
        }
        assertThat(end.messages()).noneMatch(message -> message.text().contains(link));
    }
}
