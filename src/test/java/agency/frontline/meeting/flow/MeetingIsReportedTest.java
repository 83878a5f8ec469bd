package agency.frontline.meeting.flow;

import static agency.frontline.meeting.flow.Reports.*;
import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.casefile.Status;
import agency.frontline.mail.MailFile;
import agency.frontline.mail.MailRefused;
import agency.frontline.meeting.Meetings;
import agency.frontline.nextstep.NextSteps;
import agency.frontline.nextstep.StepOutcome;
import agency.frontline.story.Cases;
import agency.frontline.story.FlowStory;
import agency.frontline.story.Refused;
import agency.frontline.text.Mailbox;
import java.time.Duration;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.spin.json.SpinJsonNode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

@FlowStory
@DisplayName("A meeting with a client ends in a report, and its next steps are followed to the end")
class MeetingIsReportedTest {

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    Cases cases;

    @Autowired
    Meetings meetings;

    @Autowired
    NextSteps steps;

    @Test
    void everybodyWhoWasThereHearsWhatWasAgreed() {
        var client = cases.clientLike("BIRCH");
        var marketing = client.contacts().get(1).email();
        var meeting = met(cases, client, "Kick-off").waitsAt("writeConferenceReport");
        assertThat(meeting.key()).matches("REP-\\d{4}-\\d{5}");
        meeting.does(
                "manager",
                "writeConferenceReport",
                with(
                        with(
                                report(
                                        client,
                                        step("Send the media plan", "media", meeting.day(2)),
                                        step("Name the print shop", marketing, meeting.day(3))),
                                "attendees",
                                list(ceo(client), marketing, "manager", "planner")),
                        "guests",
                        "Greta Guest <greta@printers.example>\nA friend of the house"));
        assertThat(meeting.lastToClient().to())
                .extracting(Mailbox::address)
                .contains(ceo(client), marketing, "greta@printers.example")
                .anyMatch(address -> address.startsWith("planner@"));
        assertThat(meeting.lastToClient().text())
                .contains("The launch stays on 1 March.", "Send the media plan", "Name the print shop", "Greta Guest")
                .contains("A friend of the house");
        assertThat(meeting.lastToClient().files())
                .extracting(MailFile::name)
                .containsExactly("Conference report " + meeting.key() + ".pdf", "next-steps.ics");
        assertThat(meeting.open("completeNextStep")).isEqualTo(2);
        assertThat(meeting.task("completeNextStep", "media").getAssignee()).isEqualTo("media");
        meeting.does("media", "completeNextStep", with(Map.of("stepOutcome", "DONE")))
                .waitsAt("completeNextStep")
                .does("manager", "completeNextStep", with(Map.of("stepOutcome", "DONE")))
                .endsAs(Status.RESOLVED);
        assertThat(steps.of(meeting.key()))
                .allSatisfy(step -> assertThat(step.outcome()).isEqualTo(StepOutcome.DONE));
    }

    @Test
    void whatCanBeKnownIsFilledIn() {
        var client = cases.clientLike("BIRCH");
        var meeting = met(cases, client, "Kick-off");
        assertThat(((SpinJsonNode) meeting.shown("manager", "writeConferenceReport", "attendees")).elements())
                .extracting(SpinJsonNode::stringValue)
                .containsExactly(ceo(client), "manager");
        assertThat((String) meeting.shown("manager", "writeConferenceReport", "meetingText"))
                .contains(client.name(), "by video");
        assertThat(((SpinJsonNode) meeting.shown("manager", "writeConferenceReport", "stepOwners")).toString())
                .contains(ceo(client), "manager", "planner");
    }

    @Test
    void aStepWithoutExactlyOneOwnerAndADayIsRefused() {
        var client = cases.clientLike("BIRCH");
        var meeting = met(cases, client, "Kick-off");
        for (var step : new Map[] {
            Map.of("what", "Call", "owner", "", "due", meeting.day(1)),
            Map.of("what", "Call", "owner", "manager", "due", ""),
            Map.of("what", "Call", "owner", "manager2, media", "due", meeting.day(1)),
            Map.of("what", "Call", "owner", "ceo@maple.example", "due", meeting.day(1)),
            Map.of("what", "", "owner", "manager", "due", meeting.day(1)),
            Map.of("what", "Call", "owner", "manager", "due", "2020-01-01")
        }) {
            @SuppressWarnings("unchecked")
            var row = (Map<String, Object>) step;
            meeting.refuses("manager", "writeConferenceReport", report(client, row), "nextSteps");
        }
    }

    @Test
    void aReportNeedsPeopleOfBothSidesAndSomethingToSay() {
        var client = cases.clientLike("BIRCH");
        var meeting = met(cases, client, "Kick-off");
        meeting.refuses(
                "manager", "writeConferenceReport", with(report(client), "attendees", list("manager")), "attendees");
        meeting.refuses(
                "manager", "writeConferenceReport", with(report(client), "attendees", list(ceo(client))), "attendees");
        meeting.refuses("manager", "writeConferenceReport", with(report(client), "decisions", " "), "decisions");
        meeting.refuses("manager", "writeConferenceReport", with(report(client), "guests", "greta@nowhere@"), "guests");
    }

    @Test
    void aLongReportWarnsOnce() {
        var client = cases.clientLike("BIRCH");
        var meeting = met(cases, client, "Kick-off");
        var longer = with(report(client), "decisions", "word ".repeat(401));
        meeting.refuses("manager", "writeConferenceReport", longer, "sendAnyway")
                .does("manager", "writeConferenceReport", with(longer, "sendAnyway", true))
                .endsAs(Status.RESOLVED);
    }

    @Test
    void wordsThatTheClientAvoidsAreMarkedBeforeSending() {
        var client = cases.clientLike("BIRCH");
        assertThat(client.ethos().jargonToAvoid()).isNotEmpty();
        var word = client.ethos().jargonToAvoid().get(0);
        var meeting = met(cases, client, "Kick-off");
        var jargon = with(report(client), "decisions", "More " + word.toUpperCase() + ", less noise.");
        assertThat(Refused.by(() -> meeting.submit("manager", "writeConferenceReport", jargon)))
                .hasEntrySatisfying("sendAnyway", remedy -> assertThat(remedy).contains(word));
        meeting.does("manager", "writeConferenceReport", with(jargon, "sendAnyway", true))
                .endsAs(Status.RESOLVED);
    }

    @Test
    void whoWasWaitedForIsAskedWhenItBeganLate() {
        var client = cases.clientLike("BIRCH");
        var meeting = cases.started(
                "manager",
                "conferenceReport",
                with(Map.of(
                        "contact",
                        ceo(client),
                        "channel",
                        "VISIT",
                        "subject",
                        "Late",
                        "plannedStart",
                        cases.now().minusSeconds(3600).toString(),
                        "actualStart",
                        cases.now().minusSeconds(1800).toString())));
        meeting.refuses("manager", "writeConferenceReport", report(client), "waitedFor")
                .does("manager", "writeConferenceReport", with(report(client), "waitedFor", "US"))
                .endsAs(Status.RESOLVED);
        assertThat(meetings.get(meeting.key()).beganLate()).isTrue();
    }

    @Test
    void aMeetingIsLoggedByWhomItWasWithHowAndWhatAbout() {
        var client = cases.clientLike("BIRCH");
        assertThat(Refused.by(() -> cases.started(
                        "manager",
                        "conferenceReport",
                        with(Map.of("contact", ceo(client), "channel", "EMAIL", "subject", " ")))))
                .containsOnlyKeys("channel", "subject");
        assertThat(Refused.by(() -> cases.started(
                        "manager",
                        "conferenceReport",
                        with(Map.of("contact", "nobody at all", "channel", "VISIT", "subject", "Talk")))))
                .containsOnlyKeys("contact");
        assertThat(Refused.by(() -> cases.started(
                        "manager",
                        "conferenceReport",
                        with(Map.of(
                                "contact",
                                ceo(client),
                                "channel",
                                "VISIT",
                                "subject",
                                "Talk",
                                "actualStart",
                                cases.now().plusSeconds(3600).toString())))))
                .containsOnlyKeys("actualStart");
    }

    @Test
    void aLateReportIsTheManagersOwnToSeeFirst() {
        var client = cases.clientLike("BIRCH");
        var meeting = met(cases, client, "Kick-off");
        meeting.rings("reportOverdue").waitsAt("writeConferenceReport");
        assertThat(meeting.told("manager")).containsExactly("reportOverdue");
        assertThat(meeting.told("director")).isEmpty();
        meeting.does("manager", "writeConferenceReport", report(client)).endsAs(Status.RESOLVED);
        assertThat(meeting.deadline("report").metAt())
                .isAfterOrEqualTo(meeting.deadline("report").due());
    }

    @Test
    void whatWasNoMeetingIsDroppedWithAReason() {
        var client = cases.clientLike("BIRCH");
        var meeting = met(cases, client, "Wrong number");
        meeting.refuses("manager", "writeConferenceReport", with(Map.of("reportAction", "DROP")), "reason")
                .refuses("manager", "writeConferenceReport", with(Map.of("reportAction", "STANDS")), "reportAction")
                .does(
                        "manager",
                        "writeConferenceReport",
                        with(Map.of("reportAction", "DROP", "reason", "A wrong number")))
                .endsAs(Status.WITHDRAWN);
        assertThat(meeting.toClient()).isEmpty();
    }

    @Test
    void whatWasLetThroughGoesOutAlsoWhenTheMachineRestedMeanwhile() {
        var client = cases.clientLike("BIRCH");
        var meeting = met(cases, client, "Kick-off");
        meeting.submit(
                "manager",
                "writeConferenceReport",
                with(
                        report(client, step("Send the plan", "media", meeting.day(0))),
                        "nextMeeting",
                        cases.now().plusSeconds(3600).toString()));
        ClockUtil.setCurrentTime(Date.from(cases.now().plus(Duration.ofDays(3))));
        meeting.settle().waitsAt("completeNextStep");
        assertThat(meeting.lastToClient().text()).contains("Send the plan");
    }

    @Test
    void aReportThatComesBackIsTheManagersToBringAnotherWay() {
        var client = cases.clientLike("BIRCH");
        var meeting = met(cases, client, "Kick-off");
        meeting.does("manager", "writeConferenceReport", report(client));
        events.publishEvent(new MailRefused(
                meeting.key(), "sendConferenceReport", "<gone@story.example>", ceo(client), "No such mailbox"));
        assertThat(meeting.told("manager")).containsExactly("deliveryFailed");
    }
}
