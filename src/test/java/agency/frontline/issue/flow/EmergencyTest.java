package agency.frontline.issue.flow;

import static agency.frontline.issue.flow.Forms.*;
import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.casefile.Status;
import agency.frontline.story.Case;
import agency.frontline.story.Cases;
import agency.frontline.story.FlowStory;
import agency.frontline.story.Refused;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@FlowStory
@DisplayName("C-07: in an emergency specialists are asked at once, and the diagnosis stands beside it")
class EmergencyTest {

    private static final Map<String, Object> CALL = Map.of(
            "contact", "ceo@birch.example",
            "channel", "PHONE",
            "subject", "The spot runs with the old price",
            "clientWords", "It is on air tonight with last year's price!",
            "emergency", true,
            "emergencyReason", "It is broadcast at eight tonight");

    @Autowired
    Cases cases;

    @Autowired
    ProcessEngine engine;

    @Test
    void loggedOnAFridayEveningItIsReferredBeforeItIsDiagnosed() {
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2027-05-07T17:55:00Z")));
        var issue = cases.logged("manager", CALL).waitsAt("triageEmergency", "diagnoseIssue");
        assertThat(issue.told("manager")).containsExactly("emergency");
        assertThat(issue.variable("urgency")).isEqualTo("HIGH");
        assertThat(issue.task("diagnoseIssue", "manager").getDueDate())
                .as("the diagnosis is due later")
                .isAfter(issue.task("triageEmergency", "manager").getDueDate());

        issue.refuses("manager", "triageEmergency", with(Map.of()), "specialists", "whatINeed");
        issue.does("manager", "triageEmergency", triage()).waitsAt("giveOpinion", "diagnoseIssue");
        assertThat(issue.told("media")).containsExactly("opinionAsked");
        assertThat(issue.shown("media", "giveOpinion", "emergencyReason"))
                .isEqualTo("It is broadcast at eight tonight");
        assertThat(issue.shown("media", "giveOpinion", "whatINeed")).isEqualTo("Stop tonight's broadcast");
    }

    @Test
    void theAnswerWaitsForBothTheOpinionAndTheDiagnosis() {
        var opinionFirst = triaged().does("media", "giveOpinion", opinion("CONFIRMS"));
        opinionFirst
                .isNotWaitingAt("replyToClient")
                .does("manager", "diagnoseIssue", diagnosis("PROBLEM"))
                .waitsAt("replyToClient");

        var diagnosisFirst = triaged().does("manager", "diagnoseIssue", diagnosis("PROBLEM"));
        diagnosisFirst
                .isNotWaitingAt("replyToClient")
                .does("media", "giveOpinion", opinion("CONFIRMS"))
                .waitsAt("replyToClient");
        assertThat(diagnosisFirst.open("replyToClient")).isEqualTo(1);
        diagnosisFirst
                .does("manager", "replyToClient", reply())
                .clientWrites("You saved us.")
                .does("manager", "confirmResolution", confirmed())
                .does("manager", "captureLesson", lesson())
                .endsAs(Status.RESOLVED);
        assertThat(diagnosisFirst.fact("emergency_reason")).isEqualTo("It is broadcast at eight tonight");
        assertThat(diagnosisFirst.fact("triaged_at")).isNotNull();
    }

    @Test
    void theDiagnosisMayAskFurtherSpecialistsAndTheFirstKeepTheirQuestion() {
        var issue = triaged().does("manager", "diagnoseIssue", consult("PROBLEM", "producers"));
        assertThat(issue.open("giveOpinion")).isEqualTo(2);
        assertThat(issue.shown("media", "giveOpinion", "whatINeed")).isEqualTo("Stop tonight's broadcast");
        assertThat(issue.shown("producer", "giveOpinion", "whatINeed")).isNotEqualTo("Stop tonight's broadcast");
        issue.does("producer", "giveOpinion", opinion("REFINES"))
                .isNotWaitingAt("replyToClient")
                .does("media", "giveOpinion", opinion("CONFIRMS"))
                .waitsAt("replyToClient");
        assertThat(issue.open("replyToClient")).isEqualTo(1);
    }

    @Test
    void aMailTurnsOutToBeOneAndNobodyFillsInTheDiagnosisFirst() {
        var issue = cases.mailFrom("ceo@birch.example", "Price", "The spot tonight has the old price!");
        issue.refuses(
                "manager", "diagnoseIssue", with(Map.of("moreToDiagnose", true, "emergency", true)), "emergencyReason");
        issue.does(
                        "manager",
                        "diagnoseIssue",
                        with(Map.of(
                                "moreToDiagnose", true,
                                "emergency", true,
                                "emergencyReason", "It is broadcast at eight tonight")))
                .waitsAt("triageEmergency", "diagnoseIssue");
        issue.does("manager", "triageEmergency", triage()).does("media", "giveOpinion", opinion("CONFIRMS"));
        issue.refuses(
                "manager", "diagnoseIssue", with(Map.of()), "issueKind", "reallyNeeds", "unsaid", "diagnosis", "view");
        issue.does("manager", "diagnoseIssue", diagnosis("PROBLEM")).waitsAt("replyToClient");
    }

    @Test
    void whoHasDiagnosedItAlreadyIsNotAskedAgain() {
        var issue = cases.mailFrom("ceo@birch.example", "Price", "The spot tonight has the old price!");
        var form = new HashMap<>(diagnosis("PROBLEM"));
        form.putAll(Map.of("moreToDiagnose", true, "emergency", true, "emergencyReason", "Broadcast tonight"));
        issue.does("manager", "diagnoseIssue", form)
                .waitsAt("triageEmergency")
                .isNotWaitingAt("diagnoseIssue")
                .does("manager", "triageEmergency", triage())
                .does("media", "giveOpinion", opinion("CONFIRMS"))
                .waitsAt("replyToClient");
    }

    @Test
    void aDiagnosisThatNobodyWritesIsTheDirectorsBusiness() {
        var issue = triaged().does("media", "giveOpinion", opinion("CONFIRMS"));
        issue.rings("diagnosisDue").waitsAt("diagnoseIssue");
        assertThat(issue.told("director")).contains("diagnosisMissing");
        assertThat(issue.told("manager")).contains("diagnosisMissing");

        var diagnosed = triaged().does("manager", "diagnoseIssue", diagnosis("PROBLEM"));
        diagnosed.rings("diagnosisDue");
        assertThat(diagnosed.told("director")).doesNotContain("diagnosisMissing");
    }

    @Test
    @DisplayName("P02: the opinion and the diagnosis of an emergency arrive at the same moment, and both count")
    void bothArriveAtTheSameMoment() throws Exception {
        for (int round = 0; round < 5; round++) {
            var issue = triaged();
            issue.submit("media", "giveOpinion", opinion("CONFIRMS"));
            var recorded = issue.waitingJob();
            var barrier = new CyclicBarrier(2);
            var others = CompletableFuture.runAsync(() -> {
                await(barrier);
                try {
                    engine.getManagementService().executeJob(recorded);
                } catch (OptimisticLockingException again) {
                    // The job executor would come back to it.
                    engine.getManagementService().executeJob(recorded);
                }
            });
            await(barrier);
            issue.submit("manager", "diagnoseIssue", diagnosis("PROBLEM"));
            others.get(60, TimeUnit.SECONDS);
            issue.settle().waitsAt("replyToClient");
            assertThat(issue.open("replyToClient")).isEqualTo(1);
        }
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(60, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void nobodyCallsAnEmergencyWithoutAReason() {
        var call = new HashMap<>(CALL);
        call.put("emergencyReason", " ");
        assertThat(Refused.by(() -> cases.logged("manager", call))).containsOnlyKeys("emergencyReason");
    }

    private Case triaged() {
        return cases.logged("manager", CALL).does("manager", "triageEmergency", triage());
    }

    private static Map<String, Object> triage() {
        return with(Map.of("specialists", list("media-specialists"), "whatINeed", "Stop tonight's broadcast"));
    }
}
