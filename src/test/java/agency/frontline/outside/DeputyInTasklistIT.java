package agency.frontline.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("In Tasklist whoever stands in finds the owner's task open to them, and nobody else does")
class DeputyInTasklistIT {

    private final RunningFrontline frontline = Office.frontline();
    private final Browser browser = Office.browser();
    private final LocalDate today = LocalDate.now(ZoneId.of("America/New_York"));

    @BeforeEach
    void theManagerOfMapleGoesOnHoliday() {
        Rest.as("manager2", frontline)
                .put(
                        "/api/people/manager2/absences/" + today,
                        Map.of("until", today.plusDays(1).toString()));
    }

    @AfterEach
    void andComesBack() {
        Rest.as("manager2", frontline).delete("/api/people/manager2/absences/" + today);
    }

    @ParameterizedTest
    @CsvSource({"manager, My tasks", "director, My clients' open tasks"})
    void theFormCanBeFilledInAndSent(String user, String filter) {
        var subject = "Cups for the summer, " + user;
        Correspondent.at("brand@maple.example", frontline).writes(subject, "Can we have the new cups by June?");

        try (var tasklist = Tasklist.as(user, browser, frontline)) {
            var form = tasklist.open(filter, "Diagnose issue", subject);
            tasklist.waitsForText("You may do this for James Reed.");
            form.select("What is it?", "A question to answer")
                    .write("What they really need", "To know when the cups arrive")
                    .write("What they did not say", "none heard")
                    .write("Your preliminary diagnosis", "The printer has not said yet")
                    .write("Your own view", "June holds")
                    .picture("stands-in")
                    .complete();
            assertThat(tasklist.session().troubles()).isEmpty();
        }

        var found = Rest.as("director", frontline).get("/api/cases?client=MAPLE&text=" + subject.replace(" ", "%20"));
        var key = found.get(0).get("businessKey").asText();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(who(key, "diagnoseIssue")).isEqualTo(user + " for manager2"));
        assertThat(Rest.as("director", frontline)
                        .get("/api/cases/" + key)
                        .get("owner")
                        .asText())
                .isEqualTo("manager2");
    }

    @Test
    void theOwnerKeepsTheirOwn() {
        var subject = "Lids for the summer";
        Correspondent.at("brand@maple.example", frontline).writes(subject, "And lids?");

        try (var tasklist = Tasklist.as("manager2", browser, frontline)) {
            tasklist.open("My tasks", "Diagnose issue", subject)
                    .write("What they really need", "To know when the lids arrive");
            assertThat(tasklist.session().page().content()).doesNotContain("You may do this for");
        }
    }

    private String who(String key, String step) {
        var steps = Rest.as("director", frontline).get("/api/cases/" + key).get("steps");
        return StreamSupport.stream(steps.spliterator(), false)
                .filter(each -> each.get("id").asText().equals(step))
                .map((JsonNode each) -> each.get("who").asText())
                .findFirst()
                .orElseThrow();
    }
}
