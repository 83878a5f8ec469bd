package agency.frontline.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Route;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What may come between opening a task and completing it, in a browser")
class TwoAtOnceInTasklistIT {

    private static final String DONE = "This task is already done by";

    private final RunningFrontline frontline = Office.frontline();

    @Test
    @DisplayName("two complete one task at the same moment: one gets it done, the other reads who did (P01)")
    void twoAtOnce() {
        var subject = "Both of us at once";
        var client = Correspondent.at("ceo@birch.example", frontline);
        client.writes(subject, "Will the posters be there on the first?");
        client.gets("an acknowledgement", mail -> mail.subject().contains(subject));
        try (var manager = Tasklist.as("manager", Office.browser(), frontline);
                var director = Tasklist.as("director", Office.browser(), frontline)) {
            var managers = diagnosed(manager.open("My tasks", "Diagnose issue", subject));
            var directors = diagnosed(director.open("My clients' open tasks", "Diagnose issue", subject));
            // Both have pressed the button before either is heard.
            List<Route> sent = new ArrayList<>();
            manager.hold(sent::add);
            director.hold(route -> {
                sent.add(route);
                sent.forEach(Route::resume);
            });
            managers.send();
            directors.send();

            // Tasklist takes its notices away again, so nobody may be looked at only after the other was waited for.
            await("one of them reads that it is done")
                    .atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(100))
                    .pollInSameThread()
                    .until(() -> manager.reads(DONE) || director.reads(DONE));
            var first = manager.reads(DONE) ? director : manager;
            first.seesTaskGo();
            assertThat(first.reads(DONE))
                    .as("who got it done reads no such thing")
                    .isFalse();
        }
    }

    @Test
    @DisplayName("the form of a task cannot be found: Tasklist says so, and shows no blank page (P07)")
    void noForm() {
        var subject = "The form is gone";
        Correspondent.at("ceo@birch.example", frontline).writes(subject, "Will the posters be there on the first?");
        try (var manager = Tasklist.as("manager", Office.browser(), frontline)) {
            manager.findsNoForms();
            manager.click("My tasks", subject);
            assertThat(manager.readsWithin(30, "The form of this task cannot be found"))
                    .isTrue();
            manager.session().picture("manager-finds-no-form");
        }
    }

    private static Tasklist.Form diagnosed(Tasklist.Form form) {
        return form.select("What is it?", "A question to answer")
                .write("What they really need", "To tell the shops a date they can rely on")
                .write("What they did not say", "none heard")
                .write("Your preliminary diagnosis", "The print shop has not confirmed its slot")
                .write("Your own view", "The date holds if we give up one round of proofs")
                .choose("What next?", "I answer");
    }
}
