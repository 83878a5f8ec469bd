package agency.frontline.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An account is about to be lost, in a browser (C-35)")
class RescueInTasklistIT {

    private static final String ABOUT = "They speak with somebody else";

    private final RunningFrontline frontline = Office.frontline();

    private Tasklist manager;
    private Tasklist director;

    @AfterEach
    void logOut() {
        Stream.of(manager, director).filter(one -> one != null).forEach(Tasklist::close);
    }

    @Test
    @DisplayName(
            "the director starts a rescue, both agree on what is done, somebody goes there, and it is steady again")
    void theAccountIsSaved() {
        var today = LocalDate.now(ZoneOffset.UTC);
        director = Tasklist.as("director", Office.browser(), frontline);
        director.start("Account rescue")
                .write("Who at the client?", "brand@maple.example")
                .write("What is it about?", ABOUT)
                .write("What happened?", "Two late proofs, and a rival invited them to lunch.")
                .picture("starts-a-rescue")
                .start();

        manager = Tasklist.as("manager2", Office.browser(), frontline);
        manager.open("My tasks", "Agree rescue plan", ABOUT)
                .write("What?", "A proof two days before each date")
                .select("Who?", nameOf("manager2"))
                .date("By", today.plusDays(3))
                .date("When do we go there?", today.plusDays(2))
                .date("When do we look at it again?", today.plusDays(14))
                .picture("agrees-on-a-rescue-plan")
                .submit("Done");

        var visit = manager.open("My tasks", "Visit client", ABOUT);
        assertThat(visit.text()).contains("A proof two days before each date");
        visit.write("What did they say, in their words?", "We felt like your smallest client.")
                .picture("visits-the-client")
                .complete();

        var review = director.open("My clients' open tasks", "Review rescue", ABOUT);
        assertThat(review.shown("What the client said at the visit")).isEqualTo("We felt like your smallest client.");
        review.choose("How does it stand?", "It is steady again")
                .write("What shows it?", "They signed for another year.")
                .picture("reviews-the-rescue")
                .complete();
        assertThat(Stream.of(manager, director))
                .allSatisfy(
                        tasklist -> assertThat(tasklist.session().troubles()).isEmpty());
    }

    private String nameOf(String user) {
        var profile = Rest.as("admin", frontline).get("/engine-rest/user/" + user + "/profile");
        return profile.path("firstName").asText() + " "
                + profile.path("lastName").asText();
    }
}
