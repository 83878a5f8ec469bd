package agency.frontline.endcheck.flow;

import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.casefile.Status;
import agency.frontline.client.Client;
import agency.frontline.endcheck.EndCheck.State;
import agency.frontline.endcheck.EndChecks;
import agency.frontline.mail.MailRefused;
import agency.frontline.story.Case;
import agency.frontline.story.Cases;
import agency.frontline.story.FlowStory;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;

@FlowStory
@DisplayName("A client who says nothing at the end of a plan is reminded once, and counted apart")
class ClientSaysNothingTest {

    @LocalServerPort
    int port;

    @Autowired
    Cases cases;

    @Autowired
    EndChecks checks;

    @Autowired
    Ends ends;

    @Autowired
    ApplicationEventPublisher events;

    private Client client;
    private Case end;

    @BeforeEach
    void aPlanEnds() {
        client = cases.clientLike("BIRCH");
        ends.plan(client, 10, "Thirty leads a month");
        end = ends.asked(client);
    }

    private void weSay() {
        end.does("manager", "answerForAgency", Map.of("agencyVerdicts", Ends.rows("G1", "REACHED", "")));
    }

    @Test
    @DisplayName("one reminder, with a link of its own; both links open the same question")
    void oneReminder() {
        var first = Ends.linkIn(end.lastToClient());
        weSay();

        end.rings("reminderDue").settle().waitsAt("recordClientAnswers");

        assertThat(end.toClient())
                .extracting(mail -> mail.purpose())
                .containsExactly("askClientForVerdict", "remindOfVerdict");
        var second = Ends.linkIn(end.lastToClient());
        assertThat(second).isNotEqualTo(first);
        assertThat(ends.answers(port, first, "G1", "REACHED", "")).contains("Thank you");
        assertThat(ends.opens(port, second).body()).contains("Thank you");
        end.settle().waitsAt("compareEndCheck");
    }

    @Test
    @DisplayName("after ten business days it ends, says so, and the manager hears of it")
    void unanswered() {
        var link = Ends.linkIn(end.lastToClient());
        weSay();

        end.after(Duration.ofDays(14)).endsAs(Status.RESOLVED);

        assertThat(end.outcome("planEndCheckOutcome")).isEqualTo("endCheckUnanswered");
        assertThat(end.toClient()).hasSize(2);
        assertThat(end.told("manager")).containsExactly("endCheckUnanswered");
        assertThat(checks.find(end.key()).orElseThrow().state()).isEqualTo(State.UNANSWERED);
        assertThat(checks.of(end.key())).anySatisfy(fact -> {
            assertThat(fact.name()).isEqualTo("The client's answers");
            assertThat(fact.value()).isEqualTo("None");
        });
        assertThat(ends.opens(port, link).statusCode()).isEqualTo(410);
        assertThat(ends.sends(port, link, Map.of("verdict-G1", "MISSED")).statusCode())
                .isEqualTo(410);

        var again = ends.asked(client);
        assertThat(again.waitsAt("answerForAgency").key()).isNotEqualTo(end.key());
    }

    @Test
    @DisplayName(
            "where we are late ourselves, manager and director hear of it, and the client has their time all the same")
    void weAreLate() {
        var link = Ends.linkIn(end.lastToClient());
        end.after(Duration.ofDays(7)).waitsAt("answerForAgency");
        assertThat(end.told("director")).containsExactly("endCheckLate");
        end.after(Duration.ofDays(7)).waitsAt("answerForAgency");
        assertThat(end.told("director")).hasSize(1);

        weSay();

        end.waitsAt("recordClientAnswers");
        assertThat(ends.opens(port, link).body()).contains("Did we get where you wanted to go?");
        end.after(Duration.ofDays(2)).waitsAt("recordClientAnswers");
        assertThat(ends.answers(port, link, "G1", "PARTLY", "")).contains("Thank you");
        end.settle().waitsAt("compareEndCheck");
    }

    @Test
    @DisplayName("a mail that comes back is the manager's to bring to them another way")
    void theMailComesBack() {
        events.publishEvent(new MailRefused(
                end.key(),
                "askClientForVerdict",
                end.messages().get(0).messageId(),
                client.contacts().get(0).email(),
                "550 no such user"));

        assertThat(end.told("manager")).containsExactly("deliveryFailed");
    }
}
