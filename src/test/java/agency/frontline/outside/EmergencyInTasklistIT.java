package agency.frontline.outside;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An emergency, in a browser")
class EmergencyInTasklistIT {

    private final RunningFrontline frontline = Office.frontline();
    private final Browser browser = Office.browser();
    private final Correspondent client = Correspondent.at("marketing@birch.example", frontline);

    private Tasklist manager;
    private Tasklist media;

    @AfterEach
    void logOut() {
        for (var tasklist : new Tasklist[] {manager, media}) {
            if (tasklist != null) {
                tasklist.close();
            }
        }
    }

    @Test
    @DisplayName("a mail turns out to be one; media is asked before anybody diagnoses")
    void aMailThatCannotWait() {
        var subject = "Tonight's spot has the old price";
        client.writes(subject, "It is on air at eight with last year's price!");
        client.gets("an acknowledgement", mail -> mail.subject().contains(subject));

        manager = Tasklist.as("manager", browser, frontline);
        var diagnosis = manager.open("My tasks", "Diagnose issue", subject);
        diagnosis.tick("More to note").tick("An emergency").write("Why can it not wait?", "On air at eight tonight");
        assertThat(diagnosis.text()).as("nobody has to diagnose first").doesNotContain("Your own view");
        diagnosis.picture("calls-it-an-emergency").complete();

        manager.open("My tasks", "Triage emergency", subject)
                .choose("Whom do you need?", "Media specialists")
                .write("What do you need from them?", "Stop tonight's broadcast")
                .picture("triages")
                .complete();

        media = Tasklist.as("media", browser, frontline);
        media.open("Offered to me", "Give opinion", subject);
        var opinion = media.claim();
        assertThat(opinion.shown("An emergency, because")).isEqualTo("On air at eight tonight");
        assertThat(opinion.shown("What is needed from you")).isEqualTo("Stop tonight's broadcast");
        opinion.choose("The diagnosis", "holds")
                .write("What you found, or what is unclear", "The station has taken the spot out")
                .write("What you recommend", "Tell the client it does not run")
                .picture("helps-in-an-emergency")
                .complete();

        manager.open("My tasks", "Diagnose issue", subject)
                .select("What is it?", "A problem to rectify")
                .write("What they really need", "No spot with a wrong price")
                .write("What they did not say", "none heard")
                .write("Your preliminary diagnosis", "We sent the old tape")
                .write("Your own view", "It does not run, and the new one does tomorrow")
                .choose("What next?", "I answer")
                .complete();
        var reply = manager.open("My tasks", "Reply to client", subject);
        assertThat(reply.text()).contains("The station has taken the spot out");
        assertThat(manager.session().troubles()).isEmpty();
        assertThat(media.session().troubles()).isEmpty();
    }
}
