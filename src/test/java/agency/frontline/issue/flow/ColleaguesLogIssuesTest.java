package agency.frontline.issue.flow;

import static agency.frontline.issue.flow.Forms.*;
import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.story.Cases;
import agency.frontline.story.FlowStory;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@FlowStory
@DisplayName("Whoever heard it logs it, and the account manager takes it from there")
class ColleaguesLogIssuesTest {

    @Autowired
    Cases cases;

    @Test
    void aClientWhoWentStraightToASpecialistIsTheAccountManagersAgain() {
        var issue = cases.logged("planner", heard("PHONE"));
        assertThat(issue.head().owner()).isEqualTo("manager");
        assertThat(issue.task("diagnoseIssue", "manager").getAssignee()).isEqualTo("manager");
        assertThat(issue.fact("bypassed")).isEqualTo(true);
        assertThat(issue.fact("logged_by")).isEqualTo("planner");
        assertThat(issue.messages().get(0).text()).isEqualTo("The lid does not fit.");
    }

    @Test
    void aColleagueAsksForAClientAndGetsTheSameCourse() {
        var issue = cases.logged("writer", with(heard("VISIT"), "moreToLog", true, "requester", "COLLEAGUE"));
        assertThat(issue.fact("bypassed")).isEqualTo(false);
        assertThat(issue.fact("requester")).isEqualTo("COLLEAGUE");
        assertThat(issue.deadline("firstResponse")).isNotNull();
        issue.does("manager", "diagnoseIssue", diagnosis("QUESTION"))
                .refuses("manager", "replyToClient", with(reply(), "stance", null), "stance");
    }

    @Test
    void anOpportunityNobodyAskedForIsCountedApart() {
        var issue = cases.logged("manager", with(heard("EMAIL"), "moreToLog", true, "proactive", true));
        assertThat(issue.fact("proactive")).isEqualTo(true);
        assertThat(issue.toClient()).as("nobody is told that they have written").isEmpty();
        assertThat(issue.messages()).as("the client has said nothing").isEmpty();
        issue.does("manager", "diagnoseIssue", diagnosis("OPPORTUNITY")).waitsAt("replyToClient");
    }

    @ParameterizedTest
    @DisplayName("a moment that is none, or of no use, is refused by its field (D09)")
    @ValueSource(
            strings = {
                "-999999999-01-01T00:00:00Z",
                "0001-01-01T00:00:00Z",
                "1970-01-01T00:00:00Z",
                "9999-12-31T23:59:59Z",
                "+999999999-12-31T23:59:59Z",
                "2027-02-29T10:00:00Z",
                "2026-12-24T10:00:00+19:00",
                "2026-12-24T10:00"
            })
    void whenItWasSaidIsAMomentOfThisCentury(String moment) {
        assertThat(cases.refusesToLog("manager", with(heard("PHONE"), "moreToLog", true, "contactedAt", moment)))
                .containsOnlyKeys("contactedAt");
    }

    @ParameterizedTest
    @DisplayName("any offset of the world will do (D09)")
    @ValueSource(strings = {"+14:00", "-12:00", "+05:45", "Z"})
    void whenItWasSaidIsToldInAnyOffset(String offset) {
        var said = cases.now().minusSeconds(3600).truncatedTo(ChronoUnit.MINUTES);
        var there = said.atOffset(ZoneOffset.of(offset)).toString();

        var issue = cases.logged("manager", with(heard("PHONE"), "moreToLog", true, "contactedAt", there));

        assertThat(issue.messages().get(0).at()).isEqualTo(said);
    }

    @Test
    void theClockRunsFromWhenItWasSaid() {
        var issue = cases.logged(
                "manager",
                with(
                        heard("PHONE"),
                        "moreToLog",
                        true,
                        "contactedAt",
                        cases.now().minusSeconds(900).toString()));
        assertThat(issue.variable("contactedAt"))
                .isEqualTo(java.util.Date.from(cases.now().minusSeconds(900)));
    }

    @Test
    void theContactIsFoundByNameAndMustBeOne() {
        assertThat(cases.logged("manager", with(heard("PHONE"), "contact", "Charlotte"))
                        .head()
                        .contact())
                .isEqualTo("ceo@birch.example");
        assertThat(cases.refusesToLog("manager", with(heard("PHONE"), "contact", "ar")))
                .hasEntrySatisfying("contact", sentence -> assertThat(sentence)
                        .contains("Charlotte Birch <ceo@birch.example>", "Martin Ellis <marketing@birch.example>"));
        assertThat(cases.refusesToLog("manager", with(heard("PHONE"), "contact", "Somebody else")))
                .containsOnlyKeys("contact");
        assertThat(cases.refusesToLog("manager", with(heard("PHONE"), "contact", "brand@maple.example")))
                .as("another manager's client")
                .containsOnlyKeys("contact");
    }

    @Test
    void aLogHasAllItsPartsAndNoOthers() {
        assertThat(cases.refusesToLog("manager", with(Map.of("contact", "ceo@birch.example"))))
                .containsOnlyKeys("channel", "subject", "clientWords");
        assertThat(cases.refusesToLog("manager", with(heard("PIGEON")))).containsOnlyKeys("channel");
        assertThat(cases.refusesToLog("manager", with(heard("PHONE"), "owner", "manager2")))
                .containsOnlyKeys("owner");
    }

    private static Map<String, Object> heard(String channel) {
        return with(Map.of(
                "contact", "ceo@birch.example",
                "channel", channel,
                "subject", "The lid",
                "clientWords", "The lid does not fit."));
    }
}
