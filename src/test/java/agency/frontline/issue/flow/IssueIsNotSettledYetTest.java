package agency.frontline.issue.flow;

import static agency.frontline.issue.flow.Forms.*;
import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.casefile.Status;
import agency.frontline.story.Case;
import agency.frontline.story.Cases;
import agency.frontline.story.FlowStory;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@FlowStory
@DisplayName("Only the client says that it is settled")
class IssueIsNotSettledYetTest {

    @Autowired
    Cases cases;

    @Test
    void theTalkGoesOnWithoutCountingAsReopened() {
        var issue = asked("QUESTION")
                .does("manager", "confirmResolution", with(Map.of("resolution", "STILL_OPEN")))
                .waitsAt("replyToClient");
        assertThat(issue.variable("reopenings")).isEqualTo(0);
        issue.does("manager", "replyToClient", reply())
                .clientWrites("Now it is clear.")
                .does("manager", "confirmResolution", confirmed())
                .endsAs(Status.RESOLVED);
    }

    @Test
    void whatIsNotResolvedIsThoughtThroughAgainCountedAndLearnedFrom() {
        var issue = asked("QUESTION")
                .does("manager", "confirmResolution", with(Map.of("resolution", "NOT_RESOLVED")))
                .waitsAt("diagnoseIssue");
        assertThat(issue.variable("reopenings")).isEqualTo(1);
        assertThat(issue.variable("course")).isEqualTo("ANSWER");
        issue.does("manager", "diagnoseIssue", with(diagnosis("QUESTION"), "view", "We were wrong about the date"))
                .does("manager", "replyToClient", with(reply(), "position", "We were wrong about the date."))
                .clientWrites("Thank you for saying so.")
                .does("manager", "confirmResolution", confirmed())
                .waitsAt("captureLesson")
                .does("manager", "captureLesson", lesson())
                .endsAs(Status.RESOLVED);
        assertThat(issue.fact("reopenings")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "PROBLEM, put right, false",
        "OPPORTUNITY, make the most, false",
        "QUESTION, answered, false",
        "ANXIETY, at ease, true",
        "ANGER, defused, true",
        "ACCOUNT_AT_RISK, go on with us, true"
    })
    void eachKindHasItsOwnClosingQuestionAndThreeOfThemAskForTheMood(String kind, String words, boolean mood) {
        var issue = asked(kind);
        assertThat(issue.shown("manager", "confirmResolution", "closingQuestion"))
                .asString()
                .contains(words);
        assertThat(issue.shown("manager", "confirmResolution", "moodAsked")).isEqualTo(mood);
        if (mood) {
            issue.refuses("manager", "confirmResolution", confirmed(), "moodBefore", "moodAfter");
            issue.does("manager", "confirmResolution", with(confirmed(), "moodBefore", "2", "moodAfter", "4"));
            assertThat(issue.fact("mood_before")).isEqualTo(2);
            assertThat(issue.fact("mood_after")).isEqualTo(4);
        } else {
            issue.does("manager", "confirmResolution", confirmed());
        }
    }

    @Test
    void anAccountAtRiskIsTheDirectorsBusinessAtOnceAndOnce() {
        var issue = cases.mailFrom("ceo@birch.example", "Us", "We think of leaving.")
                .does("manager", "diagnoseIssue", diagnosis("ACCOUNT_AT_RISK"));
        assertThat(issue.told("director")).containsExactly("accountAtRisk");
        assertThat(issue.variable("directorTold")).isEqualTo(true);
        issue.does("manager", "replyToClient", reply())
                .clientWrites("We are not convinced.")
                .does("manager", "confirmResolution", with(Map.of("resolution", "NOT_RESOLVED")))
                .does("manager", "diagnoseIssue", diagnosis("ACCOUNT_AT_RISK"));
        assertThat(issue.told("director")).containsExactly("accountAtRisk");
    }

    @Test
    void thePurposeIsAskedForAtTheClose() {
        asked("QUESTION")
                .refuses("manager", "confirmResolution", with(Map.of("resolution", "CONFIRMED")), "purposeMet")
                .refuses("manager", "confirmResolution", with(Map.of()), "resolution")
                .refuses("manager", "confirmResolution", with(Map.of("resolution", "MAYBE")), "resolution");
    }

    private Case asked(String kind) {
        return cases.mailFrom("ceo@birch.example", "The launch", "Will the posters be there on the first?")
                .does("manager", "diagnoseIssue", diagnosis(kind))
                .does("manager", "replyToClient", reply())
                .clientWrites("I have read it.")
                .waitsAt("confirmResolution");
    }
}
