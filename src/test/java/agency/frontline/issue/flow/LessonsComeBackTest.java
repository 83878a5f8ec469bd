package agency.frontline.issue.flow;

import static agency.frontline.issue.flow.Forms.*;
import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.casefile.Status;
import agency.frontline.story.Case;
import agency.frontline.story.Cases;
import agency.frontline.story.FlowStory;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@FlowStory
@DisplayName("What was learned once stands before the next similar diagnosis")
class LessonsComeBackTest {

    @Autowired
    Cases cases;

    @Test
    void theNextDiagnosisForTheClientShowsTheLessonAndSaysWhetherItHelped() {
        var first = opened("Late posters")
                .does(
                        "manager",
                        "diagnoseIssue",
                        with(diagnosis("PROBLEM"), "moreToDiagnose", true, "disciplines", list("MEDIA")))
                .does("manager", "replyToClient", reply())
                .clientWrites("Solved.")
                .does("manager", "confirmResolution", confirmed())
                .waitsAt("captureLesson");
        first.refuses("manager", "captureLesson", with(Map.of()), "cause", "sign", "whatToDo");
        first.refuses("manager", "captureLesson", with(lesson(), "cause", "ANNA"), "cause");
        first.does("manager", "captureLesson", with(lesson(), "effortFelt", "2"))
                .endsAs(Status.RESOLVED);

        ClockUtil.setCurrentTime(Date.from(cases.now().plusSeconds(3600)));
        var second = opened("Late leaflets");
        assertThat(second.shown("manager", "diagnoseIssue", "lessons").toString())
                .contains(first.key(), "No written confirmation from the print shop");
        second.does("manager", "diagnoseIssue", with(diagnosis("PROBLEM"), "lessonsHelp", "USED"));
        assertThat(jdbc.sql("select help from fl_lesson_offer where business_key = :key and lesson = :lesson")
                        .param("key", second.key())
                        .param("lesson", first.key())
                        .query(String.class)
                        .single())
                .isEqualTo("USED");
    }

    @Autowired
    JdbcClient jdbc;

    private Case opened(String subject) {
        return cases.mailFrom("marketing@cedar.example", subject, "Gdzie są plakaty?");
    }
}
