package agency.frontline.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The main path, in a browser and by mail")
class MainPathInTasklistIT {

    private final RunningFrontline frontline = Office.frontline();
    private final Browser browser = Office.browser();
    private final Correspondent client = Correspondent.at("ceo@birch.example", frontline);

    private Tasklist manager;
    private Tasklist planner;

    @AfterEach
    void logOut() {
        for (var tasklist : new Tasklist[] {manager, planner}) {
            if (tasklist != null) {
                tasklist.close();
            }
        }
    }

    @Test
    @DisplayName("a client writes; manager and planner settle it; an auditor reads how")
    void anIssueFromTheFirstMailToTheLesson() {
        var subject = "Posters for the spring launch";
        client.writes(subject, "Will the posters be there on the first? Our shops plan with them.");
        var acknowledgement =
                client.gets("an acknowledgement", mail -> mail.subject().contains(subject));
        assertThat(acknowledgement.from()).contains("service@frontline.example");
        assertThat(acknowledgement.text()).contains("Charlotte");

        manager = Tasklist.as("manager", browser, frontline);
        assertThat(manager.filterNames()).contains("My tasks", "Offered to me", "My clients' open tasks");
        var diagnosis = manager.open("My tasks", "Diagnose issue", subject);
        assertThat(diagnosis.shown("What the client said")).contains("Our shops plan with them.");
        assertThat(diagnosis.shown("What they asked for")).isEqualTo(subject);
        diagnosis
                .select("What is it?", "A problem to rectify")
                .write("What they really need", "To tell the shops a date they can rely on")
                .write("What they did not say", "none heard")
                .write("Your preliminary diagnosis", "The print shop has not confirmed its slot")
                .write("Your own view", "The date holds if we give up one round of proofs")
                .choose("What next?", "I ask specialists first")
                .choose("Whose view do you need?", "Planners (strategy)")
                .write("What do you need from them?", "Does the campaign bear posters two days later?")
                .write(
                        "What do you tell the client meanwhile?",
                        "I believe the date holds. I ask our planner and come back tomorrow.")
                .picture("diagnoses")
                .complete();

        planner = Tasklist.as("planner", browser, frontline);
        planner.open("Offered to me", "Give opinion", subject);
        var opinion = planner.claim();
        assertThat(opinion.shown("What is needed from you"))
                .isEqualTo("Does the campaign bear posters two days later?");
        assertThat(opinion.shown("Account manager's view")).contains("one round of proofs");
        opinion.choose("The diagnosis", "holds in part")
                .write("What you found, or what is unclear", "Radio starts on the third, not on the first")
                .write("What you recommend", "Tell the shops the third")
                .picture("gives-an-opinion")
                .complete();

        var reply = manager.open("My tasks", "Reply to client", subject);
        assertThat(reply.text()).contains("Radio starts on the third, not on the first");
        assertThat(reply.shown("Our position")).contains("The date holds");
        reply.choose("This answer is", "our view")
                .write("Our position", "The posters will be in your shops on the third, with the first radio spot.")
                .write("What else belongs into the mail", "Our planner has looked at the whole campaign for this.")
                .addRow()
                .write("What do we promise?", "A proof of the poster")
                .select("Who keeps it?", "Anna Nowak")
                .date("By", LocalDate.now(ZoneOffset.UTC).plusDays(7))
                .tick("More: another channel")
                .tick("Send at once")
                .picture("replies")
                .submit("Reply");
        var answer = client.gets("the reply", mail -> mail.text().contains("first radio spot"));
        assertThat(answer.subject()).contains(subject);
        assertThat(answer.text()).contains("A proof of the poster");

        client.answers(answer, "The third is perfect, thank you!");
        var confirmation = manager.open("My tasks", "Confirm resolution", subject);
        assertThat(confirmation.shown("What the client said")).contains("The third is perfect");
        confirmation
                .choose("What does the client say?", "Yes, it is settled")
                .choose("Did they get what they really needed?", "Yes")
                .picture("confirms")
                .complete();
        manager.open("My tasks", "Capture lesson", subject)
                .select("Where did it come from?", "The schedule")
                .write("The sign to look for next time", "No written confirmation from the print shop")
                .write("What to do then", "Ask for it in writing a week before")
                .picture("notes-the-lesson")
                .complete();
        manager.open("My tasks", "Keep promise", subject)
                .choose("How did it end?", "Kept")
                .picture("keeps-the-promise")
                .complete();
        assertThat(manager.session().troubles()).isEmpty();
        assertThat(planner.session().troubles()).isEmpty();

        var story = CaseReader.as("auditor", browser, frontline).read(subject);
        assertThat(story)
                .contains("Resolved")
                .contains("Our shops plan with them.")
                .contains("first radio spot")
                .contains("The third is perfect, thank you!")
                .contains("Diagnose issue")
                .contains("Give opinion")
                .contains("planner")
                .contains("No written confirmation from the print shop");
    }
}
