package agency.frontline.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A meeting and its report, in a browser")
class MeetingInTasklistIT {

    private static final String ABOUT = "Kick-off of the roadside campaign";

    private final RunningFrontline frontline = Office.frontline();
    private final Browser browser = Office.browser();
    private final Correspondent client = Correspondent.at("brand@maple.example", frontline);

    private Tasklist manager;

    @AfterEach
    void logOut() {
        if (manager != null) {
            manager.close();
        }
    }

    @Test
    @DisplayName("rows are added and filled in, the client objects, and the corrected report goes out")
    void theReportIsWrittenAnsweredAndCorrected() {
        Rest.as("manager2", frontline)
                .post(
                        "/engine-rest/process-definition/key/conferenceReport/submit-form",
                        Map.of(
                                "variables",
                                Map.of(
                                        "contact", Map.of("value", "brand@maple.example"),
                                        "channel", Map.of("value", "VIDEO"),
                                        "subject", Map.of("value", ABOUT))));
        manager = Tasklist.as("manager2", browser, frontline);
        var report = manager.open("My tasks", "Write conference report", ABOUT);
        assertThat(report.shown("Where and when")).contains("by video");
        var friday = LocalDate.now(ZoneOffset.UTC).plusDays(9);
        report.write("What was decided?", "The boards go up on the first.")
                .addRow()
                .write("What will be done?", "Send the media plan")
                .select("Who does it?", "James Reed")
                .date("By", friday)
                .addRow()
                .write("What will be done?", "Name the print shop")
                .select("Who does it?", "Brandon Hill (MAPLE)")
                .date("By", friday)
                .tick("Something was put right")
                .addRow("What was put right")
                .write("What?", "The boards say Maple, not Maples")
                .tag("What does it change?", "nothing that was agreed")
                .tick("More: guests")
                .tick("Send it at once")
                .picture("writes-a-report")
                .submit("Done");
        var sent = client.gets("the report", mail -> mail.subject().contains(ABOUT));
        assertThat(sent.text())
                .contains("The boards go up on the first.", "Send the media plan", "Name the print shop");

        assertThat(sent.text()).doesNotContain("not Maples");
        assertThat(Rest.as("manager2", frontline)
                        .get("/api/clients/MAPLE/corrections")
                        .path("corrections")
                        .toString())
                .contains("The boards say Maple, not Maples");

        client.answers(sent, "That is not what we agreed: we do not need a print shop.");
        var again = manager.open("My tasks", "Write conference report", ABOUT);
        assertThat(again.shown("What the client wrote about the report")).contains("we do not need a print shop");
        assertThat(again.text()).contains("Agreed before", "Number");
        again.select("Agreed before", "dropped")
                .write("Why is it no longer needed?", "The client prints nothing")
                .tick("Send it at once")
                .picture("corrects-a-report")
                .submit("Done");
        var corrected = client.gets("the corrected report", mail -> mail.text().contains("version 2"));
        assertThat(corrected.text()).contains("no longer needed", "Send the media plan");

        manager.open("My tasks", "Complete next step: Send the media plan", ABOUT)
                .choose("How did it end?", "It is done")
                .picture("completes-a-step")
                .complete();
        assertThat(manager.session().troubles()).isEmpty();
    }
}
