package agency.frontline.issue.flow;

import static agency.frontline.issue.flow.Forms.diagnosis;
import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.client.Client;
import agency.frontline.client.Clients;
import agency.frontline.story.Case;
import agency.frontline.story.Cases;
import agency.frontline.story.FlowStory;
import agency.frontline.story.Pledged;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@FlowStory
@DisplayName("Once a client has accepted our pledge, we answer as pledged")
class PledgeGoesBeforeTheTableTest {

    @Autowired
    Cases cases;

    @Autowired
    Clients clients;

    @Autowired
    Pledged pledged;

    private static String ceo(Client client) {
        return client.contacts().get(0).email();
    }

    private void isDueAfter(Case issue, Client client, int hours) {
        assertThat(issue.deadline("firstResponse").due())
                .isEqualTo(clients.calendarOf(client).plusHours(issue.head().startedAt(), BigDecimal.valueOf(hours)));
        assertThat(issue.variable("firstResponseHours")).isEqualTo(hours);
    }

    @Test
    void soonerThanTheirTier() {
        var client = cases.clientLike("BIRCH");
        pledged.accepts(client, Map.of("emailHours", 3));

        var issue = cases.mailFrom(ceo(client), "A question", "When is the proof here?");

        isDueAfter(issue, client, 3);
        assertThat(issue.deadline("firstResponse").why())
                .contains("3 working hours", "as in version 1 of the client's pledge, accepted by Odile Quist");
    }

    @Test
    void laterThanTheirTierWhereThatWasAgreed() {
        var client = cases.clientLike("BIRCH");
        pledged.accepts(client, Map.of("emailHours", 6));

        isDueAfter(cases.mailFrom(ceo(client), "A question", "When is the proof here?"), client, 6);
    }

    @Test
    void whatDoesNotWaitIsAnsweredBeforeThatAllTheSame() {
        var client = cases.clientLike("BIRCH");
        pledged.accepts(client, Map.of("emailHours", 6));
        var issue = cases.mailFrom(ceo(client), "Enough", "This is the third time.");

        issue.does("manager", "diagnoseIssue", diagnosis("ANGER"));

        isDueAfter(issue, client, 1);
        assertThat(issue.deadline("firstResponse").why()).doesNotContain("pledge");
    }

    @Test
    void onlyAnAcceptedPledgeCountsAndTheNewestOne() {
        var client = cases.clientLike("BIRCH");
        pledged.offered(client, Map.of("emailHours", 1));
        isDueAfter(cases.mailFrom(ceo(client), "Before", "Not yet accepted."), client, 4);

        pledged.accepts(client, Map.of("emailHours", 2));
        isDueAfter(cases.mailFrom(ceo(client), "Then", "Accepted."), client, 2);

        pledged.offered(client, Map.of("emailHours", 1));
        isDueAfter(cases.mailFrom(ceo(client), "Later", "Another one is being discussed."), client, 2);
    }

    @Test
    void eachChannelHasItsOwnPromise() {
        var client = cases.clientLike("BIRCH");
        pledged.accepts(client, Map.of("textHours", 1, "emailHours", 6));

        var text = cases.logged(
                "manager",
                Map.of("contact", ceo(client), "channel", "TEXT", "subject", "Text", "clientWords", "Are you there?"));

        isDueAfter(text, client, 1);
    }
}
