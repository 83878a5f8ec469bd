package agency.frontline.outside;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What Birch reads of their plan, and whether we got there, in a browser (C-80, C-82)")
class PlanInABrowserIT {

    private static final String CEO = "ceo@birch.example";
    private static final String ABOUT = "Did we get where you wanted to go?";

    private final RunningFrontline frontline = Office.frontline();

    @Test
    @DisplayName("the manager looks at an early sign, says what is normal now, and sends the page")
    void whereWeAre() {
        try (var manager = Office.browser().session()) {
            LoginPage.logIn(manager, frontline.uri("/clients/BIRCH/plan"), "manager");
            manager.forgetTroubles();
            var page = manager.page();
            assertThat(page.locator("main").innerText())
                    .contains("Thirty enquiries a month from shops that do not know us yet", "Paid search");
            page.getByText("Seen?", new Page.GetByTextOptions().setExact(true))
                    .first()
                    .click();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Not there yet"))
                    .locator("visible=true")
                    .first()
                    .click();
            page.locator("#own").fill("It is quiet because the pages are being written.");
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Keep").setExact(true))
                    .click();
            assertThat(page.locator(".normal").innerText())
                    .contains("It is quiet because the pages are being written.");
            page.locator(".send label")
                    .filter(new Locator.FilterOptions().setHasText("Charlotte Birch"))
                    .locator("input")
                    .check();
            page.getByLabel("At once, also outside their hours").check();
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Send").setExact(true))
                    .click();
            assertThat(page.locator(".done").innerText()).startsWith("On its way.");
            manager.picture("manager-sends-where-we-are");
            assertThat(manager.troubles()).isEmpty();
        }
        var mail = Correspondent.at(CEO, frontline).gets("where we are", received -> received.text()
                .contains("It is quiet because the pages are being written."));
        assertThat(mail.text()).doesNotContain("GBP");
    }

    @Test
    @DisplayName("the plan is over: we say how we see it, write down what they said on the phone, and compare")
    void bothSides() {
        try (var manager = Tasklist.as("manager", Office.browser(), frontline)) {
            manager.start("Plan end check")
                    .write("Who at the client answers?", CEO)
                    .picture("ends-a-plan")
                    .start();
            var ours = manager.open("My tasks", "Answer for agency", ABOUT);
            var enquiries = ours.shown("Goal");
            ours.row(0).select("Was it reached?", "reached").write("Why do you see it so?", "The numbers are there.");
            ours.row(1)
                    .select("Was it reached?", "partly reached")
                    .write("Why do you see it so?", "Half of the buyers.");
            ours.picture("answers-for-the-agency").submit("Done");

            var theirs = manager.open("My tasks", "Record client answers", ABOUT);
            assertThat(theirs.shown("Goal")).isEqualTo(enquiries);
            theirs.row(0).select("Was it reached?", "partly reached").write("What did they say?", "Few of them buy.");
            theirs.row(1).select("Was it reached?", "partly reached").write("What did they say?", "It is a beginning.");
            theirs.picture("writes-down-what-they-said").submit("Done");

            var both = manager.open("My tasks", "Compare end check", ABOUT);
            assertThat(both.shown("What they said, in their words")).contains("Few of them buy.");
            both.write("What did we learn?", "Enquiries are no orders.")
                    .choose("What comes next?", "A new plan")
                    .write("In a few words", "Fewer enquiries, better ones")
                    .picture("compares-both-answers")
                    .complete();
            assertThat(manager.session().troubles()).isEmpty();
        }
    }
}
