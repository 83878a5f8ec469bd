package agency.frontline.issue.flow;

import static agency.frontline.issue.flow.Forms.*;
import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.story.Case;
import agency.frontline.story.Cases;
import agency.frontline.story.FlowStory;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@FlowStory
@DisplayName("A gate asks for judgement and says which field is missing and what would do")
class GatesRefuseTest {

    @Autowired
    Cases cases;

    static final String WORDS = "Will the posters be there on the first, as we agreed with you in the spring?";

    @Test
    void noCourseBeforeDiagnosisViewAndTheUnsaid() {
        opened().refuses(
                        "manager",
                        "diagnoseIssue",
                        with(Map.of()),
                        "issueKind",
                        "reallyNeeds",
                        "unsaid",
                        "diagnosis",
                        "view")
                .refuses("manager", "diagnoseIssue", with(diagnosis("QUESTION"), "diagnosis", "  "), "diagnosis")
                .refuses("manager", "diagnoseIssue", with(diagnosis("QUESTION"), "unsaid", ""), "unsaid")
                .refuses("manager", "diagnoseIssue", diagnosis("A_SEVENTH_KIND"), "issueKind")
                .refuses("manager", "diagnoseIssue", with(diagnosis("QUESTION"), "course", "WAIT"), "course");
    }

    @Test
    void aCopyOfTheClientsWordsIsNoDiagnosis() {
        opened().refuses("manager", "diagnoseIssue", with(diagnosis("QUESTION"), "diagnosis", WORDS), "diagnosis")
                .refuses(
                        "manager",
                        "diagnoseIssue",
                        with(diagnosis("QUESTION"), "view", "WILL the posters -- be there on the first, as we agreed!"),
                        "view")
                .does("manager", "diagnoseIssue", with(diagnosis("QUESTION"), "diagnosis", "The posters"));
    }

    @Test
    void aReferralHasItsFiveParts() {
        opened().refuses(
                        "manager",
                        "diagnoseIssue",
                        with(diagnosis("QUESTION"), "course", "CONSULT"),
                        "specialists",
                        "whatINeed",
                        "toldClient")
                .refuses("manager", "diagnoseIssue", consult("QUESTION", "wizards"), "specialists")
                .refuses("manager", "diagnoseIssue", consult("QUESTION", "planners", "planners"), "specialists")
                .refuses(
                        "manager",
                        "diagnoseIssue",
                        with(consult("QUESTION", "planners"), "neededBy", "2020-01-01"),
                        "neededBy");
    }

    @Test
    void anAnswerHasAStanceAndAPositionOrADateForOne() {
        var issue = opened().does("manager", "diagnoseIssue", diagnosis("QUESTION"));
        issue.refuses("manager", "replyToClient", with(reply(), "stance", "MAYBE"), "stance")
                .refuses("manager", "replyToClient", with(reply(), "position", ""), "position")
                .refuses("manager", "replyToClient", with(reply(), "noViewYet", true), "positionBy")
                .refuses(
                        "manager",
                        "replyToClient",
                        with(reply(), "noViewYet", true, "positionBy", "2020-01-01"),
                        "positionBy");
        issue.does("manager", "replyToClient", with(reply(), "noViewYet", true, "positionBy", issue.day(2)));
        assertThat(issue.fact("view_stated")).isEqualTo(false);
    }

    @Test
    void aPromiseHasAnOwnerAndADate() {
        var issue = opened().does("manager", "diagnoseIssue", diagnosis("QUESTION"));
        for (var promise : List.of(
                promise("A draft", "", issue.day(2)),
                promise("A draft", "somebody", issue.day(2)),
                promise("A draft", "planner", ""),
                promise("A draft", "planner", "2020-01-01"),
                promise("", "planner", issue.day(2)),
                promise("", "", ""))) {
            issue.refuses("manager", "replyToClient", with(reply(), "promises", promise), "promises");
        }
    }

    @Test
    @DisplayName(
            "a day that is none, or of no use, is refused by its field; the 29th of February of a leap year is one (D09)")
    void aDayIsOneOfThisCentury() {
        var issue = opened().does("manager", "diagnoseIssue", diagnosis("QUESTION"));
        for (var noDay :
                List.of("2027-02-29", "2101-01-01", "9999-12-31", "+999999999-12-31", "0000-00-00", "29.02.28")) {
            issue.refuses(
                    "manager",
                    "replyToClient",
                    with(reply(), "promises", promise("A draft", "planner", noDay)),
                    "promises");
            issue.refuses(
                    "manager", "replyToClient", with(reply(), "noViewYet", true, "positionBy", noDay), "positionBy");
            issue.refuses("manager", "replyToClient", with(reply(), "followUpOn", noDay), "followUpOn");
        }
        issue.does("manager", "replyToClient", with(reply(), "promises", promise("A draft", "planner", "2100-02-28")));
    }

    @Test
    void anOpinionSaysWhatWasFoundAndWhatToDo() {
        opened().does("manager", "diagnoseIssue", consult("QUESTION", "planners"))
                .refuses("planner", "giveOpinion", with(Map.of()), "verdict", "finding")
                .refuses(
                        "planner",
                        "giveOpinion",
                        with(Map.of("verdict", "CONFIRMS", "finding", "Yes")),
                        "recommendation");
    }

    @Test
    void aFormWritesItsOwnFieldsOnly() {
        opened().refuses(
                        "manager", "diagnoseIssue", with(diagnosis("QUESTION"), "respondBy", "2030-01-01"), "respondBy")
                .refuses(
                        "manager",
                        "diagnoseIssue",
                        with(diagnosis("QUESTION"), "clientWords", "Nothing"),
                        "clientWords");
    }

    private Case opened() {
        return cases.mailFrom("ceo@birch.example", "The launch", WORDS);
    }
}
