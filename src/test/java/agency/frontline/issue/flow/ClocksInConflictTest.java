package agency.frontline.issue.flow;

import static agency.frontline.issue.flow.Forms.*;
import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.calendar.OpeningHours;
import agency.frontline.client.Client;
import agency.frontline.client.Clients;
import agency.frontline.issue.flow.IssueApi.NewOwner;
import agency.frontline.story.Cases;
import agency.frontline.story.FlowStory;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.Date;
import java.util.EnumSet;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@FlowStory
@DisplayName("Where two clocks or two rules meet, what we said to the client counts")
class ClocksInConflictTest {

    @Autowired
    Cases cases;

    @Autowired
    IssueApi api;

    @Autowired
    Clients clients;

    private Client asItWas;

    @AfterEach
    void theClientIsAsBefore() {
        if (asItWas != null) {
            clients.save(asItWas);
        }
    }

    @Test
    void aDateThatComesNearerThanNowIsToldAtOnceAndOnce() {
        var issue = cases.mailFrom("ceo@birch.example", "Again", "This is the third time.");
        // Anger has to be answered within an hour; the mail has lain there for longer than that.
        ClockUtil.setCurrentTime(Date.from(issue.deadline("firstResponse").due().minusSeconds(600)));
        issue.does("manager", "diagnoseIssue", diagnosis("ANGER"));
        assertThat(issue.deadline("firstResponse").due()).isBefore(cases.now());
        issue.rings("firstResponseAtRisk").rings("firstResponseOverdue");
        assertThat(issue.told("manager")).containsOnlyOnce("firstResponseOverdue");
    }

    @Test
    void whoTakesOverAnOverdueCaseHearsThatItIsAndTheDirectorStillHearsOfIt() {
        var issue = cases.mailFrom("ceo@birch.example", "Summer", "Who is on our account in July?");
        issue.rings("firstResponseAtRisk").rings("firstResponseOverdue");
        var due = issue.deadline("firstResponse").due();
        cases.as("director", () -> api.giveTo(issue.key(), new NewOwner("manager2", "Anna is ill")));
        issue.settle();

        assertThat(issue.deadline("firstResponse").due())
                .as("a new owner is no new promise")
                .isEqualTo(due);
        assertThat(issue.told("manager2")).containsExactly("caseHandedOver");
        assertThat(issue.noticeTo("manager2").text()).contains("Europe/London");
        issue.rings("firstResponseStillOverdue");
        assertThat(issue.told("director")).contains("firstResponseStillOverdue");
        assertThat(issue.told("manager")).as("not twice").containsOnlyOnce("firstResponseOverdue");
    }

    @Test
    void aPromiseStandsWhenTheClientsCalendarChangesAndTheNextOneFollowsIt() {
        // Friday 11 June 2027, 16:00 in London: four working hours reach into Monday.
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2027-06-11T15:00:00Z")));
        var before = cases.mailFrom("ceo@birch.example", "Before", "A question before the weekend.");
        var due = before.deadline("firstResponse").due();
        assertThat(due).isBetween(Instant.parse("2027-06-14T08:00:00Z"), Instant.parse("2027-06-14T17:00:00Z"));

        asItWas = clients.get("BIRCH");
        clients.save(closedOnMondays(asItWas));
        var after = cases.mailFrom("ceo@birch.example", "After", "A question before the weekend.");

        assertThat(before.deadline("firstResponse").due()).isEqualTo(due);
        assertThat(before.timer("firstResponseOverdue")).isEqualTo(due);
        assertThat(after.deadline("firstResponse").due())
                .isBetween(Instant.parse("2027-06-15T08:00:00Z"), Instant.parse("2027-06-15T17:00:00Z"));
        before.does("manager", "diagnoseIssue", diagnosis("QUESTION"));
        assertThat(before.deadline("firstResponse").due())
                .as("reviewing it moves nothing further away")
                .isEqualTo(due);
    }

    private static Client closedOnMondays(Client client) {
        var hours = client.hours().stream()
                .map(open -> {
                    var days = EnumSet.copyOf(open.days());
                    days.remove(DayOfWeek.MONDAY);
                    return new OpeningHours(days, open.from(), open.to());
                })
                .toList();
        return new Client(
                client.code(),
                client.name(),
                client.tier(),
                client.type(),
                client.timeZone(),
                client.holidayCalendar(),
                hours,
                client.languages(),
                client.mailDomains(),
                client.team(),
                client.contacts(),
                client.ethos());
    }
}
