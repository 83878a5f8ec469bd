package agency.frontline.meeting.flow;

import static agency.frontline.meeting.flow.Reports.*;
import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.casefile.Status;
import agency.frontline.nextstep.NextSteps;
import agency.frontline.nextstep.StepOutcome;
import agency.frontline.story.Case;
import agency.frontline.story.Cases;
import agency.frontline.story.FlowStory;
import agency.frontline.text.Mailbox;
import java.util.List;
import java.util.Map;
import org.camunda.spin.json.SpinJsonNode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@FlowStory
@DisplayName("A next step stands in every report until somebody closes it")
class NextStepsAreFollowedTest {

    @Autowired
    Cases cases;

    @Autowired
    NextSteps steps;

    @Test
    void ourStepRemindsWhoeverTookIt() {
        var client = cases.clientLike("BIRCH");
        var meeting = met(cases, client, "Plan");
        meeting.does(
                        "manager",
                        "writeConferenceReport",
                        report(client, step("Send the media plan", "media", meeting.day(2))))
                .rings("nextStepDueSoon")
                .rings("nextStepOverdue");
        assertThat(meeting.told("media")).containsExactly("nextStepDueSoon", "nextStepOverdue");
        assertThat(meeting.told("manager")).containsExactly("nextStepOverdue");
        assertThat(meeting.toClient()).hasSize(1);
    }

    @Test
    void theClientsStepRemindsThemOnceAndTheManagerTicksItOff() {
        var client = cases.clientLike("CEDAR");
        var meeting = met(cases, client, "Plan");
        meeting.does(
                        "manager",
                        "writeConferenceReport",
                        report(client, step("Podać drukarnię", ceo(client), meeting.day(2))))
                .rings("nextStepDueSoon");
        assertThat(meeting.lastToClient().to()).extracting(Mailbox::address).containsExactly(ceo(client));
        assertThat(meeting.lastToClient().text()).contains("Przypominam", "Podać drukarnię");
        meeting.rings("nextStepOverdue");
        assertThat(meeting.toClient()).hasSize(2);
        assertThat(meeting.told("manager")).containsExactly("nextStepOverdue");
        meeting.refuses("manager", "completeNextStep", with(Map.of("stepOutcome", "DROPPED")), "stepNote")
                .does(
                        "manager",
                        "completeNextStep",
                        with(Map.of("stepOutcome", "DROPPED", "stepNote", "They print themselves")))
                .endsAs(Status.RESOLVED);
        assertThat(steps.of(meeting.key())).singleElement().satisfies(step -> {
            assertThat(step.outcome()).isEqualTo(StepOutcome.DROPPED);
            assertThat(step.note()).isEqualTo("They print themselves");
        });
    }

    @Test
    void anOpenStepStandsInTheNextReportWhichFollowsItFromThenOn() {
        var client = cases.clientLike("BIRCH");
        var first = met(cases, client, "Plan");
        first.does("manager", "writeConferenceReport", report(client, step("Send the plan", "media", first.day(2))));
        var second = met(cases, client, "Plan again");
        var row = standingRows(second).get(0);
        assertThat(row.prop("what").stringValue()).isEqualTo("Send the plan");
        second.refuses("manager", "writeConferenceReport", report(client), "nextSteps")
                .does(
                        "manager",
                        "writeConferenceReport",
                        report(client, standing(row, "OPEN"), step("Call the printer", "manager", second.day(1))));
        first.endsAs(Status.RESOLVED);
        assertThat(second.open("completeNextStep")).isEqualTo(2);
        assertThat(steps.openOfClient(client.code()))
                .allSatisfy(step -> assertThat(step.businessKey()).isEqualTo(second.key()));
        assertThat(second.lastToClient().text()).contains("Send the plan", "Call the printer");
        assertThat(standingRows(met(cases, client, "Third"))).hasSize(2);
    }

    @Test
    void aStepThatIsClosedInTheNextReportIsClosedEverywhere() {
        var client = cases.clientLike("BIRCH");
        var first = met(cases, client, "Plan");
        first.does(
                "manager",
                "writeConferenceReport",
                report(
                        client,
                        step("Send the plan", "media", first.day(2)),
                        step("Book the hall", "manager", first.day(2))));
        var second = met(cases, client, "Plan again");
        var rows = standingRows(second);
        second.refuses(
                        "manager",
                        "writeConferenceReport",
                        report(client, standing(rows.get(0), "DONE"), standing(rows.get(1), "DROPPED")),
                        "nextSteps")
                .does(
                        "manager",
                        "writeConferenceReport",
                        report(
                                client,
                                standing(rows.get(0), "DONE"),
                                with(standing(rows.get(1), "DROPPED"), "note", "No hall needed")))
                .endsAs(Status.RESOLVED);
        first.endsAs(Status.RESOLVED);
        assertThat(steps.openOfClient(client.code())).isEmpty();
        assertThat(second.lastToClient().text()).contains("done", "no longer needed");
        assertThat(second.lastToClient().files())
                .extracting(file -> file.name())
                .contains("cancelled.ics");
    }

    @Test
    void whatSomebodyFinishedWhileTheReportWasWrittenIsNotAskedForAgain() {
        var client = cases.clientLike("BIRCH");
        var first = met(cases, client, "Plan");
        first.does("manager", "writeConferenceReport", report(client, step("Send the plan", "media", first.day(2))));
        var second = met(cases, client, "Plan again");
        var row = standingRows(second).get(0);
        first.does("media", "completeNextStep", with(Map.of("stepOutcome", "DONE")))
                .endsAs(Status.RESOLVED);
        second.does("manager", "writeConferenceReport", report(client, standing(row, "OPEN")))
                .endsAs(Status.RESOLVED);
    }

    static List<SpinJsonNode> standingRows(Case meeting) {
        return List.copyOf(((SpinJsonNode) meeting.shown("manager", "writeConferenceReport", "nextSteps")).elements());
    }
}
