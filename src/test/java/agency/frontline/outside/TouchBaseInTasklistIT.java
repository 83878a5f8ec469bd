package agency.frontline.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A touch-base, in a browser")
class TouchBaseInTasklistIT {

    private static final String ABOUT = "Touch-base with Cedar Kosmetyki";

    private final RunningFrontline frontline = Office.frontline();
    private final Browser browser = Office.browser();

    private Tasklist manager;

    @AfterEach
    void logOut() {
        if (manager != null) {
            manager.close();
        }
    }

    @Test
    @DisplayName("what is open stands ready, and what was put right and agreed is noted in a minute")
    void itIsPreparedAndHeld() {
        var started = Rest.as("manager", frontline)
                .post(
                        "/engine-rest/process-definition/key/touchBase/submit-form",
                        Map.of("variables", Map.of("contact", Map.of("value", "marketing@cedar.example"))))
                .path("businessKey")
                .asText();
        manager = Tasklist.as("manager", browser, frontline);
        manager.open("My tasks", "Prepare touch-base", ABOUT)
                .picture("prepares-a-touch-base")
                .complete();
        manager.open("My tasks", "Hold touch-base", ABOUT)
                .write("What did they say?", "All well; the proofs could come earlier.")
                .select("How did you speak?", "Phone")
                .addRow("Next steps")
                .write("What will be done?", "Send the proofs a day earlier")
                .select("Who does it?", "Anna Nowak")
                .date("By", LocalDate.now(ZoneOffset.UTC).plusDays(9))
                .addRow("What was put right")
                .write("What?", "Proofs come a day earlier")
                .select("How much?", "minor")
                .picture("holds-a-touch-base")
                .submit("Done");
        manager.open("My tasks", "Complete next step: Send the proofs a day earlier", ABOUT)
                .choose("How did it end?", "It is done")
                .complete();
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(Rest.as("manager", frontline)
                        .get("/api/cases/" + started)
                        .path("status")
                        .asText())
                .isEqualTo("RESOLVED"));
        assertThat(manager.session().troubles()).isEmpty();
    }
}
