package agency.frontline.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A client is won and taken on, in a browser")
class OnboardingInTasklistIT {

    private static final String NAME = "Oak and Sons";
    private static final String ABOUT = "Onboarding of " + NAME;
    private static final String OLGA = "olga@oak-and-sons.example";

    private final RunningFrontline frontline = Office.frontline();
    private final Browser browser = Office.browser();
    private final TasksByRest tasks = new TasksByRest(frontline, "OAK");

    private Tasklist manager;
    private Tasklist director;
    private Tasklist writer;

    @AfterEach
    void logOut() {
        Stream.of(manager, director, writer).filter(each -> each != null).forEach(Tasklist::close);
    }

    @Test
    @DisplayName(
            "from the won pitch to the kick-off in one sitting: the manager, the director, the writer and the client")
    void fromThePitchToTheKickOff() {
        // Who has been at work all morning sees the client they win now.
        manager = Tasklist.as("manager", browser, frontline);
        manager.start("Client onboarding")
                .write("Code", "OAK")
                .write("Name", NAME)
                .write("Who is our first contact there?", "Olga Oak")
                .write("Their mail address", OLGA)
                .write("What did they hire us for?", "Three hundred people a month find the shop.")
                .picture("wins-a-client")
                .start();

        var registration = manager.open("My tasks", "Register client", ABOUT);
        assertThat(registration.shown("What they hired us for"))
                .isEqualTo("Three hundred people a month find the shop.");
        registration
                .choose("How much care was agreed?", "gold")
                .choose("How do we work for them?", "all year round (retainer)")
                .select("Where are they?", "Europe/London")
                .select("Whose public holidays do they keep?", "GB-ENG")
                .tag("Which languages do they speak with us?", "English")
                .picture("registers-a-client")
                .complete();

        var people = manager.open("My tasks", "Meet contacts", ABOUT);
        people.write("What matters to this person?", "That somebody picks up the phone")
                .write("How do they like to hear bad news?", "At once, and with a way out")
                .tick("Decides when two of them want different things")
                .picture("meets-the-contacts")
                .submit("Done");

        director = Tasklist.as("director", browser, frontline);
        director.open("My tasks", "Appoint team", ABOUT)
                .select("Who stands in?", nameOf("manager2"))
                .tag("Specialists", nameOf("writer") + " (writers)")
                .picture("appoints-the-team")
                .complete();

        var schedule = manager.open("My tasks", "Draft schedule and budget", ABOUT);
        schedule.date(
                        "When is it done, buffer included?",
                        LocalDate.now(ZoneOffset.UTC).plusDays(90))
                .write("How many working days of buffer are in it?", "12")
                .write("What does it cost the client?", "40000")
                .write("How many per cent of it are kept for surprises?", "12")
                .write("How many per cent of the hours it takes do our people have free?", "130")
                .picture("draws-schedule-and-budget")
                .complete();

        writer = Tasklist.as("writer", browser, frontline);
        approve(
                "Letter of proposal",
                Map.of(
                        "objective", "Three hundred people a month find the shop.",
                        "scopeIn", "A home page and three landing pages.",
                        "scopeOut", "The shop itself.",
                        "schedule", "Live by summer.",
                        "budget", "40,000 pounds.",
                        "assumptions", "Photographs come from the client."));
        approve(
                "Creative brief",
                Map.of(
                        "objective", "People who look for a table find Oak.",
                        "clientInput", "It must smell of wood.",
                        "audience", "Somebody who has just moved house.",
                        "keyMessage", "A table for forty years."));

        var plan = manager.open("My tasks", "Record plan baseline", ABOUT);
        plan.write("What do we want to reach?", "Three hundred leads by the end of the year")
                .write("How do we know that we did?", "Leads a month in the CRM")
                .write("What will be seen early, if it works?", "Ten leads a week")
                .date("Seen by", LocalDate.now(ZoneOffset.UTC).plusDays(40))
                .write("Premise", "Buyers look for us on the web")
                .write("What is made?", "Home page")
                .date("By", LocalDate.now(ZoneOffset.UTC).plusDays(60))
                .write("Hours", "120")
                .write("Money", "12000")
                .write("What is in?", "Home page")
                .write("What is out?", "The shop")
                .picture("records-the-plan")
                .submit("Done");

        var pledge = manager.open("My tasks", "Agree service pledge", ABOUT);
        pledge.picture("drafts-the-pledge").complete();
        var client = Correspondent.at(OLGA, frontline);
        var answer = manager.open("My tasks", "Agree service pledge", ABOUT);
        answer.choose("What did the client say?", "they accept it")
                .select("Who accepted it?", "Olga Oak")
                .picture("notes-that-the-pledge-is-accepted")
                .complete();
        assertThat(Rest.as("manager", frontline).get("/api/clients/OAK/pledge").toString())
                .contains("ACCEPTED", "Olga Oak");

        manager.open("My tasks", "Schedule kick-off", ABOUT)
                .moment("When?", LocalDate.now(ZoneOffset.UTC).plusDays(7), "10:00")
                .write("Where?", "12 Mill Lane")
                .picture("schedules-the-kick-off")
                .complete();
        manager.open("My tasks", "Attend kick-off", ABOUT).picture("attends-the-kick-off");
        tasks.submit(
                "manager",
                "attendKickOff",
                ABOUT,
                Map.of(
                        "kickOffResult",
                        "HELD",
                        "beganAt",
                        Instant.now().minusSeconds(60).toString()));
        manager.open("My tasks", "Write conference report", "Kick-off with " + NAME)
                .picture("reports-on-the-kick-off");

        var approved = client.gets("the letter", mail -> mail.subject().startsWith("For your approval"));
        assertThat(approved.text()).contains("Olga");
        assertThat(Stream.of(manager, director, writer))
                .allSatisfy(
                        tasklist -> assertThat(tasklist.session().troubles()).isEmpty());
    }

    /** A document goes through its review; that it does in a browser, too, is told elsewhere. */
    private void approve(String kind, Map<String, String> draft) {
        var title = kind + ": " + NAME;
        tasks.submit("manager", "draftDeliverable", title, draft);
        writer.open("Offered to me", "Challenge deliverable", title);
        writer.claim().tick("I have nothing to add").submit("Done");
        tasks.submit(
                "manager", "stateOpinion", title, Map.of("opinion", "Clear and honest.", "opinionDecision", "GO_ON"));
        var task = tasks.find("manager", "standBehindIt", title);
        tasks.submit(
                "manager",
                "standBehindIt",
                title,
                Map.of(
                        "purposeMet",
                        "YES",
                        "standBehind",
                        true,
                        "undiscussedReason",
                        "It is short, and everybody has read it.",
                        "sendNow",
                        true,
                        "checklist",
                        tasks.ticked("manager", task)));
        tasks.submit("manager", "recordClientAnswer", title, Map.of("clientAnswer", "APPROVED", "clientSaid", "Yes."));
    }

    private String nameOf(String user) {
        var profile = Rest.as("admin", frontline).get("/engine-rest/user/" + user + "/profile");
        return profile.path("firstName").asText() + " "
                + profile.path("lastName").asText();
    }
}
