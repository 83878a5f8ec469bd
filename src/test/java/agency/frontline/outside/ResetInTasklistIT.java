package agency.frontline.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Birch calls: where is SEO, and they have lost a big proposal; in a browser")
class ResetInTasklistIT {

    private static final String CEO = "ceo@birch.example";
    private static final String FEAR = "We are invisible, and the board will ask me why.";
    private static final String SEO = "Where is SEO? I did not see it in the plan.";
    private static final String LOST = "They lost the Halden proposal; nobody there had heard of them.";

    private final RunningFrontline frontline = Office.frontline();
    private final Browser browser = Office.browser();
    private final TasksByRest tasks = new TasksByRest(frontline, "BIRCH");

    private Tasklist manager;
    private Tasklist director;

    @AfterEach
    void logOut() {
        Stream.of(manager, director).filter(one -> one != null).forEach(Tasklist::close);
    }

    @Test
    @DisplayName(
            "the plan holds but for one premise; the client reads what came of it, and the plan has a second version")
    void aSmallCorrection() {
        var about = "SEO, and a lost proposal";
        manager = Tasklist.as("manager", browser, frontline);
        thePhoneRings(about);
        var map = mapped(about, "is weakened");
        map.choose("What would change in the work we do?", "nothing")
                .choose("In the money?", "nothing")
                .choose("In the dates?", "nothing")
                .picture("maps-to-the-plan")
                .submit("Done");

        var sheet = manager.open("My tasks", "Show how plan holds", about);
        assertThat(sheet.shown("What the table says")).startsWith("Minor correction: ");
        var how = sheet.row(0);
        how.select("The part of the plan that meets it", "S2 Being known")
                .write(
                        "How does it? As you would say it to them",
                        "By April two papers your board reads write of you.");
        sheet.row(1).write("How does it? As you would say it to them", "It is what we call being found.");
        sheet.picture("shows-how-the-plan-holds").submit("Done");

        var decision = manager.open("My tasks", "Record decision", about);
        assertThat(decision.shown("What you answered")).startsWith("By April two papers");
        decision.write("What was decided?", "The trade press begins with Halden's trade.")
                .write("Which risk do you take with it?", "Another proposal may be lost before the first article.")
                .tick("More: what comes into the plan")
                .write("What comes in?", "One article in the building trade press")
                .tick("Send it at once")
                .picture("records-the-decision")
                .submit("Done");

        var letter = Correspondent.at(CEO, frontline)
                .gets("what came of it", mail -> mail.subject().equals(about));
        assertThat(letter.text())
                .contains(FEAR, SEO, "- One article in the building trade press", "It is what we call being found.");
        var plan = Rest.as("manager", frontline).get("/api/clients/BIRCH/plan");
        assertThat(plan.toString()).contains("One article in the building trade press", "WEAKENED");
        var page = manager.session().page();
        page.navigate(frontline.uri("/clients/BIRCH/plan").toString());
        assertThat(page.locator("main").innerText())
                .contains(
                        "The trade press begins with Halden's trade.", "New: One article in the building trade press");
        manager.session().picture("manager-reads-what-changed");
        page.navigate(frontline.uri("/clients/BIRCH/plan?version=1").toString());
        assertThat(page.locator("main").innerText()).doesNotContain("One article in the building trade press");
        page.navigate(frontline.uri("/clients/BIRCH/corrections").toString());
        assertThat(page.locator("main").innerText()).contains("The trade press begins with Halden's trade.");
        manager.session().picture("manager-reads-the-corrections");
        assertThat(manager.session().troubles()).isEmpty();
    }

    @Test
    @DisplayName("a good deal would change: options, a change order, a point of view, and the client chooses")
    void optionsWithChangeOrder() {
        var about = "SEO after all";
        manager = Tasklist.as("manager", browser, frontline);
        thePhoneRings(about);
        mapped(about, "is weakened")
                .choose("What would change in the work we do?", "a lot")
                .choose("In the money?", "a lot")
                .choose("In the dates?", "nothing")
                .submit("Done");

        var options = manager.open("My tasks", "Propose options", about);
        assertThat(options.shown("What the table says")).startsWith("Options: ");
        options.row(0).write("What does it do to the goals?", "Ten enquiries in spring, not before");
        options.row(1)
                .write("What would we do?", "Paid search beside the pages")
                .write("What does it do to the goals?", "Ten enquiries in a month")
                .write("To the dates?", "Nothing")
                .write("To the scope?", "Paid search comes in")
                .write("Hours it takes", "30")
                .write("Money it takes", "90000");
        options.picture("proposes-options").submit("Done");

        director = Tasklist.as("director", browser, frontline);
        var change = director.open("My clients' open tasks", "Approve change order", about);
        assertThat(change.shown("What would be added")).contains("Paid search beside the pages", "90000 GBP");
        change.choose("What do you decide?", "The client orders and pays for it")
                .picture("approves-the-change-order")
                .complete();

        theTeamAgreesOn("Point of view: " + about);

        var presented = manager.open("My tasks", "Note client decision", about);
        presented
                .choose("What did they decide?", "they chose one")
                .select("Which one?", "B: Paid search beside the pages")
                .write("What did they say?", "Let us do that.")
                .choose("How did you meet?", "by video")
                .picture("notes-the-decision")
                .complete();

        var decision = manager.open("My tasks", "Record decision", about);
        assertThat(decision.shown("What was decided?")).isEqualTo("Paid search beside the pages");
        decision.write("Which risk do you take with it?", "Paid search may bring the wrong people.")
                .date(
                        "When does somebody ask what came of it?",
                        LocalDate.now(ZoneOffset.UTC).plusDays(30))
                .write("What you answered", "You will see the first enquiries within a month.")
                .write("When could we have seen it?", "When they asked for the list of papers.")
                .tick("Send it at once")
                .picture("records-what-was-chosen")
                .submit("Done");

        var letter = Correspondent.at(CEO, frontline)
                .gets("what was chosen", mail -> mail.text().contains("New in the plan:"));
        assertThat(letter.text()).contains("- Paid search beside the pages", "first enquiries within a month");
        assertThat(Rest.as("manager", frontline).get("/api/clients/BIRCH/plan").toString())
                .contains("Paid search beside the pages");
        assertThat(Stream.of(manager, director))
                .allSatisfy(
                        tasklist -> assertThat(tasklist.session().troubles()).isEmpty());
    }

    private void thePhoneRings(String about) {
        manager.start("Strategy reset")
                .write("Who at the client raised it?", CEO)
                .choose("How did it reach you?", "phone")
                .write("In a few words, about what?", about)
                .write("What did they say, in their words?", "I do not see SEO anywhere, and we just lost Halden.")
                .picture("notes-the-call")
                .start();
        var talk = manager.open("My tasks", "Listen to client", about);
        assertThat(talk.shown("The plan they bought into")).contains("Rests on: Buyers have heard of us");
        talk.write("Fear", FEAR)
                .write("Question", SEO)
                .write("What do we know now?", LOST)
                .write("Where does it come from?", "Their CEO, on the phone")
                .write("What was not said?", "Whether her own job depends on it.")
                .picture("listens")
                .submit("Done");
    }

    private Tasklist.Form mapped(String about, String premise) {
        var map = manager.open("My tasks", "Map to plan", about);
        assertThat(map.shown("What you heard")).contains(FEAR, SEO, LOST);
        return map.select("It is", "in the plan under another name")
                .select("Where?", "S1 Being found")
                .write("Why, or how do they know it under another name?", "We call it being found.")
                .select("It touches", "P2 Buyers have heard of us before they ask for a proposal")
                .select("Which", premise)
                .write("Why?", "One lost proposal says little, but it says something.");
    }

    /** That a document goes through its review in a browser is told elsewhere. */
    private void theTeamAgreesOn(String title) {
        tasks.submit(
                "manager",
                "draftDeliverable",
                title,
                Map.of(
                        "position", "Buyers find us by what we make, and trust us when somebody has spoken of us.",
                        "grounds", "One lost proposal says little; ten enquiries say more.",
                        "advice", "Bring the pages forward.",
                        "alternative", "Paid search buys a month, not a name."));
        for (var colleague : List.of("planner", "media", "writer", "artdirector", "projectmanager", "producer")) {
            tasks.submit(colleague, "challengeDeliverable", title, Map.of("nothingToAdd", true));
        }
        tasks.submit("manager", "stateOpinion", title, Map.of("opinion", "I stand by it.", "opinionDecision", "GO_ON"));
        var signing = tasks.find("manager", "standBehindIt", title);
        tasks.submit(
                "manager",
                "standBehindIt",
                title,
                Map.of(
                        "purposeMet",
                        "YES",
                        "standBehind",
                        true,
                        "sendNow",
                        true,
                        "checklist",
                        tasks.ticked("manager", signing)));
        tasks.submit("manager", "recordClientAnswer", title, Map.of("clientAnswer", "APPROVED"));
    }
}
