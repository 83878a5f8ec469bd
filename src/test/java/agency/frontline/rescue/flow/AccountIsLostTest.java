package agency.frontline.rescue.flow;

import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.casefile.Status;
import agency.frontline.client.Client;
import agency.frontline.lesson.Lessons;
import agency.frontline.rescue.RescueVerdict;
import agency.frontline.rescue.Rescues;
import agency.frontline.story.Case;
import agency.frontline.story.Cases;
import agency.frontline.story.FlowStory;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@FlowStory
@DisplayName("An account that is lost leaves a lesson that names nobody (C-27, C-35)")
class AccountIsLostTest {

    private static final Map<String, Object> LESSON = Map.of(
            "cause", "EXPECTATION",
            "sign", "They stop asking questions",
            "whatToDo", "Go there in the same week");

    @Autowired
    Cases cases;

    @Autowired
    Rescues rescues;

    @Autowired
    Lessons lessons;

    private Client client;
    private Case lost;

    @BeforeEach
    void itIsLost() {
        client = cases.clientLike("BIRCH");
        lost = Rescue.started(cases, client.contacts().get(0).email());
        lost.does("manager", "agreeRescuePlan", Rescue.plan(lost))
                .does("manager", "visitClient", Rescue.visit())
                .does("director", "reviewRescue", Rescue.review("LOST", "They signed with somebody else"))
                .waitsAt("drawLesson");
    }

    @Test
    void theNextDiagnosisFindsWhatWasLearned() {
        lost.does("manager", "drawLesson", LESSON).endsAs(Status.RESOLVED);

        assertThat(lost.outcome("accountRescueOutcome")).isEqualTo("accountLost");
        var kept = rescues.find(lost.key()).orElseThrow();
        assertThat(kept.outcome()).isEqualTo(RescueVerdict.LOST);
        assertThat(kept.reason()).isEqualTo("They signed with somebody else");
        var next = cases.mailFrom(client.contacts().get(0).email(), "A last thing", "Who hands over the files?");
        assertThat(lessons.offered(next.key())).singleElement().satisfies(lesson -> {
            assertThat(lesson.businessKey()).isEqualTo(lost.key());
            assertThat(lesson.sign()).isEqualTo("They stop asking questions");
        });
    }

    @Test
    void aLessonSaysWhatHappenedAndNeverWho() {
        var theirs = client.contacts().get(0).name();
        lost.refuses("manager", "drawLesson", Map.of(), "cause", "sign", "whatToDo")
                .refuses("manager", "drawLesson", Rescue.with(LESSON, "cause", "PERSON"), "cause")
                .refuses("manager", "drawLesson", Rescue.with(LESSON, "sign", theirs + " was cross"), "sign")
                .refuses(
                        "manager",
                        "drawLesson",
                        Rescue.with(
                                Rescue.with(LESSON, "sign", theirs.split(" ")[0] + "'s calls"),
                                "whatToDo",
                                "Ask " + theirs),
                        "sign",
                        "whatToDo")
                .does("manager", "drawLesson", LESSON)
                .endsAs(Status.RESOLVED);
    }
}
