package agency.frontline.meeting.flow;

import static agency.frontline.meeting.flow.Reports.*;
import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.client.Client;
import agency.frontline.correction.Correction;
import agency.frontline.correction.CorrectionSize;
import agency.frontline.correction.CorrectionSource;
import agency.frontline.correction.Corrections;
import agency.frontline.story.Case;
import agency.frontline.story.Cases;
import agency.frontline.story.FlowStory;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@FlowStory
@DisplayName("A meeting finds something that has to be put right (C-88)")
class ReportFindsCorrectionsTest {

    @Autowired
    Cases cases;

    @Autowired
    Corrections corrections;

    @Test
    @DisplayName("it is noted when the report goes out; the client gets the report at once and reads none of it there")
    void whatWasFoundIsNotedAndTheReportDoesNotWait() {
        var client = cases.clientLike("BIRCH");
        var report = met(cases, client, "The fair").does("manager", "writeConferenceReport", found(client));

        assertThat(report.lastToClient().purpose()).isEqualTo("sendConferenceReport");
        assertThat(report.lastToClient().text()).doesNotContain("stand is half");
        assertThat(corrections.ofCase(report.key())).singleElement().satisfies(correction -> {
            assertThat(correction.source()).isEqualTo(CorrectionSource.REPORT);
            assertThat(correction.size()).isEqualTo(CorrectionSize.SIGNIFICANT);
            assertThat(correction.why()).isEqualTo("What will be done is very different from what was agreed.");
        });
        var review = lookBack(client);
        assertThat(review.shown("manager", "lookBackAtCorrection", "touchBaseRows"))
                .as("there was no talk before")
                .isNull();
        review.does("manager", "lookBackAtCorrection", Map.of("couldHaveSeen", "Not before that meeting."));
        assertThat(corrections.ofCase(report.key()))
                .extracting(Correction::couldHaveSeen)
                .containsExactly("Not before that meeting.");
    }

    @Test
    @DisplayName("a new version of the report doubles nothing, and may find something more")
    void aNewVersionDoublesNothing() {
        var client = cases.clientLike("BIRCH");
        var report = met(cases, client, "The fair")
                .does(
                        "manager",
                        "writeConferenceReport",
                        with(found(client), "nextSteps", rows(step("Call the fair", "manager", "2099-01-01"))));
        report.clientWrites("That is not what we agreed.");
        assertThat(report.waitsAt("writeConferenceReport").shown("manager", "writeConferenceReport", "corrections"))
                .hasToString("[]");
        report.does(
                "manager",
                "writeConferenceReport",
                with(
                        with(
                                report(client),
                                "corrections",
                                rows(
                                        Map.of("what", "Our stand is half as big", "changes", "SCOPE_GREAT"),
                                        Map.of("what", "Badges need other names", "changes", "NOTHING"))),
                        "nextSteps",
                        report.shown("manager", "writeConferenceReport", "nextSteps")));
        assertThat(corrections.ofCase(report.key()))
                .extracting(Correction::what)
                .containsExactly("Our stand is half as big", "Badges need other names");
        assertThat(cases.openOfClient(client.code(), "correctionReview")).hasSize(1);
    }

    @Test
    void aRowThatSaysTooLittleIsRefused() {
        var client = cases.clientLike("BIRCH");
        met(cases, client, "The fair")
                .refuses(
                        "manager",
                        "writeConferenceReport",
                        with(report(client), "corrections", rows(Map.of("what", "Our stand"))),
                        "corrections");
    }

    private Case lookBack(Client client) {
        return cases.openOfClient(client.code(), "correctionReview").get(0);
    }

    private static Map<String, Object> found(Client client) {
        return with(
                with(report(client), "somethingPutRight", true),
                "corrections",
                rows(Map.of("what", "Our stand is half as big", "changes", "SCOPE_GREAT")));
    }
}
