package agency.frontline.endcheck.flow;

import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.casefile.Status;
import agency.frontline.client.Client;
import agency.frontline.lesson.Lessons;
import agency.frontline.story.Cases;
import agency.frontline.story.FlowStory;
import java.util.Map;
import org.camunda.spin.Spin;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@FlowStory
@DisplayName("What is said at the end of a plan: complete, with reasons, and kept as text")
class WordsAtTheEndTest {

    @LocalServerPort
    int port;

    @Autowired
    Cases cases;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Lessons lessons;

    @Autowired
    Ends ends;

    private Client withPlan(String like, String... goals) {
        var client = cases.clientLike(like);
        ends.plan(client, 10, goals);
        return client;
    }

    @Test
    @DisplayName(
            "each goal stands on the form with what was seen on the way, and each needs a verdict and, short of reached, a reason")
    void theAgencysAnswer() {
        var end = ends.asked(withPlan("BIRCH", "Thirty leads a month", "Be first in Leeds"));

        assertThat(end.variable("agencyVerdicts").toString())
                .contains("\"goalId\":\"G1\"", "Thirty leads a month (Numbers)", "\"goalId\":\"G2\"");
        assertThat(end.shown("manager", "answerForAgency", "signRows").toString())
                .contains("G1.1: A sign of Thirty leads a month", "nobody looked");
        end.refuses("manager", "answerForAgency", Map.of("agencyVerdicts", Spin.JSON("[]")), "agencyVerdicts")
                .refuses(
                        "manager",
                        "answerForAgency",
                        Map.of("agencyVerdicts", Ends.rows("G1", "REACHED", "", "G2", "MISSED", " ")),
                        "agencyVerdicts")
                .refuses(
                        "manager",
                        "answerForAgency",
                        Map.of("agencyVerdicts", Ends.rows("G1", "NEARLY", "x", "G2", "MISSED", "y")),
                        "agencyVerdicts")
                .does(
                        "manager",
                        "answerForAgency",
                        Map.of("agencyVerdicts", Ends.rows("G2", "MISSED", "Beaten", "G1", "REACHED", "")))
                .waitsAt("recordClientAnswers");
    }

    @Test
    @DisplayName("a lesson goes where the next diagnosis finds it, and names a cause, never a person (C-17, C-27)")
    void aLesson() {
        var client = withPlan("BIRCH", "Thirty leads a month");
        var end = ends.asked(client);
        ends.answers(port, Ends.linkIn(end.lastToClient()), "G1", "MISSED", "");
        end.settle()
                .does("manager", "answerForAgency", Map.of("agencyVerdicts", Ends.rows("G1", "PARTLY", "Twenty came")))
                .refuses(
                        "manager",
                        "compareEndCheck",
                        Map.of("learned", "Too high a number", "whatNext", "LESSON"),
                        "cause",
                        "sign",
                        "whatToDo")
                .does(
                        "manager",
                        "compareEndCheck",
                        Map.of(
                                "learned", "Too high a number",
                                "whatNext", "LESSON",
                                "cause", "EXPECTATION",
                                "sign", "A goal without a number of today",
                                "whatToDo", "Measure before you promise"))
                .endsAs(Status.RESOLVED);

        assertThat(jdbc.sql("select what_to_do from fl_lesson where business_key = :key")
                        .param("key", end.key())
                        .query(String.class)
                        .single())
                .isEqualTo("Measure before you promise");
    }

    @Test
    @DisplayName("whatever a client writes stays text, on the form and in the case")
    void hostileText() {
        var end = ends.asked(withPlan("BIRCH", "<b>Bold</b> goals & more"));
        var link = Ends.linkIn(end.lastToClient());
        assertThat(ends.opens(port, link).body())
                .contains("&lt;b&gt;Bold&lt;/b&gt; goals &amp; more")
                .doesNotContain("<b>Bold</b>");

        ends.answers(port, link, "G1", "PARTLY", "<script>alert(1)</script> ${7*7} \u202Eabc ![x](http://x.example)");
        end.settle()
                .does("manager", "answerForAgency", Map.of("agencyVerdicts", Ends.rows("G1", "REACHED", "")))
                .waitsAt("compareEndCheck");

        assertThat((String) end.shown("manager", "compareEndCheck", "clientWords"))
                .contains("<script>alert(1)</script> ${7*7}");
    }

    @Test
    @DisplayName("a Polish client is asked in Polish")
    void inPolish() {
        var end = ends.asked(withPlan("CEDAR", "Trzydzieści kontaktów miesięcznie"));

        assertThat(end.lastToClient().subject()).isEqualTo("Czy udało się dojść tam, dokąd Państwo chcieli?");
        assertThat(end.lastToClient().text()).contains("Nasz plan dobiegł końca.");
        var link = Ends.linkIn(end.lastToClient());
        assertThat(ends.opens(port, link).body())
                .contains("<html lang=\"pl\"", "Trzydzieści kontaktów miesięcznie", "Za wcześnie na ocenę", "Wyślij");
        assertThat(ends.answers(port, link, "G1", "REACHED", "Dziękuję!")).contains("Dziękujemy");
    }
}
