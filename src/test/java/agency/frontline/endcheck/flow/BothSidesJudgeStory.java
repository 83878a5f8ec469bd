package agency.frontline.endcheck.flow;

import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.casefile.Direction;
import agency.frontline.casefile.Status;
import agency.frontline.client.Client;
import agency.frontline.endcheck.EndCheck.State;
import agency.frontline.endcheck.EndChecks;
import agency.frontline.story.Case;
import agency.frontline.story.Cases;
import agency.frontline.whereweare.Whereabouts;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

abstract class BothSidesJudgeStory {

    @LocalServerPort
    int port;

    @Autowired
    Cases cases;

    @Autowired
    EndChecks checks;

    @Autowired
    Whereabouts whereabouts;

    @Autowired
    Ends ends;

    private Client client;
    private Case end;
    private String link;

    @BeforeEach
    void aPlanEnds() {
        client = cases.clientLike("BIRCH");
        ends.plan(client, 10, "Thirty leads a month", "Be first in Leeds");
        end = ends.asked(client).waitsAt("answerForAgency");
        link = Ends.linkIn(end.lastToClient());
    }

    private void weSay(String... said) {
        end.does("manager", "answerForAgency", Map.of("agencyVerdicts", Ends.rows(said)));
    }

    private Map<String, Object> conclusion(String next) {
        return Map.of("learned", "Name the numbers earlier.", "whatNext", next);
    }

    private List<String> facts() {
        return checks.of(end.key()).stream()
                .map(fact -> fact.name() + " | " + fact.value())
                .toList();
    }

    @Test
    @DisplayName("the agency answers first, then the client; both lie side by side with the gaps named (C-82)")
    void weFirst() {
        assertThat(end.key()).matches("END-\\d{4}-\\d{5}");
        assertThat(end.head().subject()).isEqualTo("Did we get where you wanted to go?");
        weSay("G1", "REACHED", "", "G2", "PARTLY", "Second, by a hair");
        end.waitsAt("recordClientAnswers");

        assertThat(ends.answers(port, link, "G1", "PARTLY", "They were small ones", "G2", "PARTLY", ""))
                .contains("Thank you");

        end.settle().waitsAt("compareEndCheck");
        assertThat(end.shown("manager", "compareEndCheck", "comparisonRows").toString())
                .contains(
                        "G1: Thirty leads a month",
                        "we see more reached than they do",
                        "we agree",
                        "\"agency\":\"reached\",\"client\":\"partly reached\"");
        assertThat(end.shown("manager", "compareEndCheck", "clientWords")).isEqualTo("G1: They were small ones");
        assertThat(end.messages())
                .filteredOn(message -> message.direction() == Direction.IN)
                .singleElement()
                .satisfies(message -> assertThat(message.text())
                        .isEqualTo("Thirty leads a month: partly reached\nThey were small ones\n\n"
                                + "Be first in Leeds: partly reached"));
        end.refuses("manager", "compareEndCheck", Map.of(), "learned", "whatNext")
                .does("manager", "compareEndCheck", conclusion("NOTHING"))
                .endsAs(Status.RESOLVED);
        assertThat(end.outcome("planEndCheckOutcome")).isEqualTo("endCheckCompared");
        assertThat(facts())
                .contains(
                        "G1: Thirty leads a month | We: reached; they: partly reached; we see more reached than they do",
                        "Seen alike | 1 of 2 goals");
        var where = whereabouts.get(client, null, "en");
        assertThat(where.endings()).containsOnlyKeys("G1", "G2");
    }

    @Test
    @DisplayName("the client answers first: we hear that they have, and not what, until ours is in")
    void theyFirst() {
        assertThat(ends.answers(port, link, "G1", "MISSED", "Nothing came of it", "G2", "OPEN", ""))
                .contains("Thank you");
        end.settle().waitsAt("answerForAgency");

        assertThat(end.messages()).noneMatch(message -> message.text().contains("Nothing came of it"));
        assertThat(facts()).contains("The client's answers | Given").noneMatch(fact -> fact.contains("G1"));
        assertThat(end.shown("manager", "answerForAgency", "comparisonRows")).hasToString("[]");
        assertThat(end.shown("manager", "answerForAgency", "clientWords")).isNull();
        assertThat(whereabouts.get(client, null, "en").endings()).isEmpty();

        weSay("G1", "REACHED", "", "G2", "REACHED", "");

        end.isNotWaitingAt("recordClientAnswers").waitsAt("compareEndCheck");
        assertThat(end.shown("manager", "compareEndCheck", "clientWords")).isEqualTo("G1: Nothing came of it");
        assertThat(end.shown("manager", "compareEndCheck", "comparisonRows").toString())
                .contains("one of us cannot say yet");
        end.does("manager", "compareEndCheck", conclusion("NEW_PLAN")).endsAs(Status.RESOLVED);
    }

    @Test
    @DisplayName("they may say it on the phone, and whoever was told stands beside it")
    void onThePhone() {
        weSay("G1", "REACHED", "", "G2", "MISSED", "The big one beat us");
        end.refuses(
                        "manager",
                        "recordClientAnswers",
                        Map.of("clientVerdicts", Ends.rows("G1", "REACHED", "")),
                        "clientVerdicts")
                .does(
                        "manager",
                        "recordClientAnswers",
                        Map.of("clientVerdicts", Ends.rows("G1", "REACHED", "", "G2", "PARTLY", "Close enough")))
                .waitsAt("compareEndCheck");

        assertThat(end.shown("manager", "compareEndCheck", "comparisonRows").toString())
                .contains("they see more reached than we do");
        assertThat(facts()).contains("The client's answers | Given, told to us");
        assertThat(ends.opens(port, link).body()).contains("Thank you");
        end.does("manager", "compareEndCheck", conclusion("NOTHING")).endsAs(Status.RESOLVED);
        assertThat(checks.find(end.key()).orElseThrow().state()).isEqualTo(State.COMPARED);
    }
}
