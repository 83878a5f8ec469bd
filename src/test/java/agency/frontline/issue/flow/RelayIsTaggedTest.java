package agency.frontline.issue.flow;

import static agency.frontline.issue.flow.Forms.*;
import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.story.Case;
import agency.frontline.story.Cases;
import agency.frontline.story.FlowStory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@FlowStory
@DisplayName("A message that is only passed on is called so")
class RelayIsTaggedTest {

    @Autowired
    Cases cases;

    @Test
    void aSpecialistsOwnWordsAreARelayWhateverTheManagerCallsThem() {
        var words = "The slot is free until Friday and the paper is in stock, so book it today.";
        var issue =
                consulted(words).does("manager", "replyToClient", with(reply(), "position", words, "replyText", ""));
        assertThat(issue.variable("stance")).isEqualTo("RELAY");
        assertThat(issue.fact("stance")).isEqualTo("RELAY");
        assertThat((Integer) issue.fact("relayed_share")).isGreaterThanOrEqualTo(80);
    }

    @Test
    void aViewOfOnesOwnStaysOne() {
        var issue = consulted("The slot is free until Friday and the paper is in stock, so book it today.")
                .does("manager", "replyToClient", reply());
        assertThat(issue.fact("stance")).isEqualTo("VIEW");
        assertThat((Integer) issue.fact("relayed_share")).isLessThan(80);
        assertThat(issue.fact("view_stated")).isEqualTo(true);
    }

    private Case consulted(String finding) {
        return cases.mailFrom("ceo@birch.example", "The launch", "Will the posters be there on the first?")
                .does("manager", "diagnoseIssue", consult("QUESTION", "producers"))
                .does("producer", "giveOpinion", with(opinion("CONFIRMS"), "finding", finding));
    }
}
