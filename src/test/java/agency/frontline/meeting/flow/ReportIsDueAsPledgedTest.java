package agency.frontline.meeting.flow;

import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.client.Clients;
import agency.frontline.story.Cases;
import agency.frontline.story.FlowStory;
import agency.frontline.story.Pledged;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@FlowStory
@DisplayName("The report of a meeting is due when the client was promised it")
class ReportIsDueAsPledgedTest {

    @Autowired
    Cases cases;

    @Autowired
    Clients clients;

    @Autowired
    Pledged pledged;

    @Test
    void withoutAPledgeAfterOneBusinessDay() {
        var client = cases.clientLike("BIRCH");
        var now = cases.now();

        var meeting = Reports.met(cases, client, "Plan");

        assertThat(meeting.deadline("report").due())
                .isEqualTo(clients.calendarOf(client).plusBusinessDays(now, 1));
        assertThat(meeting.deadline("report").why()).doesNotContain("pledge");
    }

    @Test
    void withOneAfterAsManyAsWereAgreed() {
        var client = cases.clientLike("BIRCH");
        pledged.accepts(client, Map.of("reportDays", 2));
        var now = cases.now();

        var meeting = Reports.met(cases, client, "Plan");

        assertThat(meeting.deadline("report").due())
                .isEqualTo(clients.calendarOf(client).plusBusinessDays(now, 2))
                .isEqualTo(meeting.task("writeConferenceReport", "manager")
                        .getDueDate()
                        .toInstant());
        assertThat(meeting.deadline("report").why())
                .startsWith("2 business days after the meeting")
                .contains("version 1 of the client's pledge, accepted by Odile Quist");
    }
}
