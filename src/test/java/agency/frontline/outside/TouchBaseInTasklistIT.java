package agency.frontline.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A touch-base, in a browser")
class TouchBaseInTasklistIT {

    private static final String ABOUT = "Touch-base with Quince Coffee";
    private static final String LESS = "A third of the budget is gone";

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
        // A client of its own: with the others the rhythm may ask for a talk of its own at any full hour.
        Rest.as("director", frontline).put("/api/clients/QUINCE", quince());
        var started = Rest.as("manager", frontline)
                .post(
                        "/engine-rest/process-definition/key/touchBase/submit-form",
                        Map.of("variables", Map.of("contact", Map.of("value", "owner@quince.example"))))
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
                .tag("What does it change?", "the dates, by days")
                .date("Hurts from", LocalDate.now(ZoneOffset.UTC).plusDays(12))
                .addRow("What was put right")
                .write("What?", LESS)
                .tag("What does it change?", "the money, a lot")
                .tag("What does it change?", "the work, a little")
                .picture("holds-a-touch-base")
                .submit("Done");
        var lookBack = manager.open("My tasks", "Look back at correction", LESS);
        assertThat(lookBack.shown("Significant, because")).isEqualTo("The money that was agreed does not do.");
        lookBack.write("When could we have seen it?", "When nobody ordered the second run in spring.")
                .picture("looks-back-at-a-correction")
                .complete();
        var corrections = Rest.as("manager", frontline).get("/api/clients/QUINCE/corrections");
        assertThat(corrections.path("minor").asInt()).isEqualTo(1);
        assertThat(corrections.path("significant").asInt()).isEqualTo(1);
        assertThat(corrections.toString())
                .contains("When nobody ordered the second run in spring.", "\"daysOfWarning\":12");
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

    private static Map<String, Object> quince() {
        return Map.of(
                "code", "QUINCE",
                "name", "Quince Coffee",
                "tier", "SILVER",
                "type", "RETAINER",
                "timeZone", "Europe/London",
                "holidayCalendar", "GB",
                "hours", List.of(Map.of("days", List.of("MONDAY", "FRIDAY"), "from", "09:00", "to", "17:00")),
                "languages", List.of("en"),
                "team", Map.of("accountManager", "manager", "director", "director"),
                "contacts",
                        List.of(Map.of(
                                "email", "owner@quince.example",
                                "name", "Quentin Quince",
                                "language", "en",
                                "channel", "PHONE")));
    }
}
