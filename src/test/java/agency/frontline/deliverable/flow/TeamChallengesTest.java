package agency.frontline.deliverable.flow;

import static agency.frontline.deliverable.flow.Reviews.*;
import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.deliverable.ChallengeVerdict;
import agency.frontline.deliverable.Deliverables;
import agency.frontline.deliverable.MustSource;
import agency.frontline.deliverable.Statement.Compromise;
import agency.frontline.story.Case;
import agency.frontline.story.Cases;
import agency.frontline.story.FlowStory;
import java.util.Map;
import org.camunda.spin.json.SpinJsonNode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@FlowStory
@DisplayName("The team challenges a draft, and the account manager answers each of them")
class TeamChallengesTest {

    @Autowired
    Cases cases;

    @Autowired
    Deliverables deliverables;

    @Test
    void theWholeTeamIsAskedWhereNobodyWasChosen() {
        var client = cases.clientLike("BIRCH");
        var start = start(client, LETTER, "Roadside launch");
        start.remove("specialists");
        start.remove("chooseChallengers");
        var review = cases.started("manager", "deliverableReview", start);
        review.does("manager", "draftDeliverable", letter());
        assertThat(review.open("challengeDeliverable"))
                .isEqualTo(client.team().specialists().size());
    }

    @Test
    void eachOfThemSaysWhatTheyThinkAndAllOfItComesTogether() {
        var review = drafted("writers", "planners");
        assertThat(review.open("challengeDeliverable")).isEqualTo(2);
        assertThat((String) review.shown("writer", "challengeDeliverable", "draftText"))
                .contains("NOT INCLUDED\nNo radio, no print.");
        review.does(
                        "writer",
                        "challengeDeliverable",
                        challenges(suggestion("Say it shorter."), must("The claim needs a study.", "LEGAL")))
                .waitsAt("challengeDeliverable")
                .isNotWaitingAt("stateOpinion")
                .does("planner", "challengeDeliverable", nothingToAdd())
                .waitsAt("stateOpinion");
        assertThat(deliverables.challenges(review.key())).hasSize(2).last().satisfies(raised -> {
            assertThat(raised.by()).isEqualTo("writer");
            assertThat(raised.challenge().source()).isEqualTo(MustSource.LEGAL);
        });
        assertThat(((SpinJsonNode) review.shown("manager", "stateOpinion", "challengeAnswers")).elements())
                .extracting(row -> row.prop("weight").stringValue())
                .containsExactly("a suggestion", "a must, legal");
    }

    @Test
    void aMustSaysWhoseItIs() {
        var review = drafted("writers");
        review.refuses(
                        "writer",
                        "challengeDeliverable",
                        challenges(Map.of("what", "No red.", "weight", "MUST")),
                        "challenges")
                .refuses("writer", "challengeDeliverable", challenges(must("No red.", "ME")), "challenges")
                .refuses("writer", "challengeDeliverable", challenges(Map.of("what", "No red.")), "challenges")
                .refuses("writer", "challengeDeliverable", challenges(suggestion(" ")), "challenges")
                .refuses("writer", "challengeDeliverable", with(Map.of()), "challenges")
                .refuses(
                        "writer",
                        "challengeDeliverable",
                        with(challenges(suggestion("No red.")), "nothingToAdd", true),
                        "nothingToAdd")
                .does("writer", "challengeDeliverable", challenges(must("No red.", "BRAND")))
                .waitsAt("stateOpinion");
    }

    @Test
    void everyChallengeIsAnswered() {
        var review = drafted("writers");
        review.does("writer", "challengeDeliverable", challenges(suggestion("Shorter."), suggestion("Louder.")))
                .refuses("manager", "stateOpinion", goesOn(), "challengeAnswers")
                .refuses(
                        "manager",
                        "stateOpinion",
                        stated("GO_ON", answer(review, 1, "DECLINED", "It is short.")),
                        "challengeAnswers")
                .refuses(
                        "manager",
                        "stateOpinion",
                        stated(
                                "GO_ON",
                                answer(review, 1, "DECLINED", "It is short."),
                                answer(review, 2, "DECLINED", "")),
                        "challengeAnswers")
                .refuses(
                        "manager",
                        "stateOpinion",
                        with(
                                stated(
                                        "GO_ON",
                                        answer(review, 1, "DECLINED", "It is short."),
                                        answer(review, 2, "DECLINED", "It is loud.")),
                                "opinion",
                                ""),
                        "opinion")
                .does(
                        "manager",
                        "stateOpinion",
                        stated(
                                "GO_ON",
                                answer(review, 1, "DECLINED", "It is short."),
                                answer(review, 2, "DECLINED", "It is loud.")))
                .waitsAt("standBehindIt");
        assertThat(deliverables.challenges(review.key()))
                .extracting(Deliverables.Raised::answer)
                .containsExactly("It is short.", "It is loud.");
    }

    @Test
    void whatIsLetInStandsInTheTextBeforeItGoesOn() {
        var review = drafted("writers");
        review.does("writer", "challengeDeliverable", challenges(must("Name the study.", "LEGAL")))
                .refuses(
                        "manager",
                        "stateOpinion",
                        stated("GO_ON", answer(review, 1, "ACCEPTED", "")),
                        "opinionDecision")
                .does("manager", "stateOpinion", stated("REVISE", answer(review, 1, "ACCEPTED", "")))
                .waitsAt("draftDeliverable")
                .does(
                        "manager",
                        "draftDeliverable",
                        with(with(letter(), "assumptions", "The Leeds study holds."), "teamHasSeenIt", true))
                .waitsAt("stateOpinion");
        assertThat((String) review.shown("manager", "stateOpinion", "changesText"))
                .contains("Assumptions", "was: The flavour has its name by 1 February.", "now: The Leeds study holds.");
        assertThat(deliverables.versions(review.key())).hasSize(2);
        review.does("manager", "stateOpinion", goesOn()).waitsAt("standBehindIt");
    }

    @Test
    void aNewVersionGoesBackToTheTeamUnlessTheyHaveSeenIt() {
        var review = drafted("writers");
        review.does("writer", "challengeDeliverable", challenges(suggestion("Shorter.")))
                .does("manager", "stateOpinion", stated("REVISE", answer(review, 1, "ACCEPTED", "")))
                .does("manager", "draftDeliverable", with(letter(), "scopeIn", "Twelve boards."))
                .waitsAt("challengeDeliverable");
        assertThat((String) review.shown("writer", "challengeDeliverable", "changesText"))
                .contains("now: Twelve boards.");
    }

    @Test
    void aMustStaysOutOnlyIfItsSourceSaysThatItIsNone() {
        var review = drafted("writers");
        review.does("writer", "challengeDeliverable", challenges(must("The logo must be bigger.", "BRAND")))
                .refuses(
                        "manager",
                        "stateOpinion",
                        stated("GO_ON", answer(review, 1, "DECLINED", "It is big.")),
                        "challengeAnswers")
                .refuses(
                        "manager",
                        "stateOpinion",
                        stated("GO_ON", answer(review, 1, "NO_MUST", "")),
                        "challengeAnswers")
                .does(
                        "manager",
                        "stateOpinion",
                        stated("GO_ON", answer(review, 1, "NO_MUST", "Their brand manager is fine with it.")))
                .waitsAt("standBehindIt");
        assertThat(deliverables.challenges(review.key()).get(0).verdict()).isEqualTo(ChallengeVerdict.NO_MUST);
    }

    @Test
    void whatIsGivenUpIsNotedWithWhoAgreed() {
        var review = drafted("writers");
        review.does("writer", "challengeDeliverable", nothingToAdd())
                .refuses(
                        "manager",
                        "stateOpinion",
                        with(
                                goesOn(),
                                "compromises",
                                rows(Map.of("givenUp", "The big board", "forWhat", "The budget"))),
                        "compromises")
                .does(
                        "manager",
                        "stateOpinion",
                        with(
                                goesOn(),
                                "compromises",
                                rows(Map.of(
                                        "givenUp", "The big board",
                                        "forWhat", "The budget",
                                        "agreedBy", "Odile and the writers"))))
                .waitsAt("standBehindIt");
        assertThat(deliverables.compromises(review.key()))
                .containsExactly(new Compromise("The big board", "The budget", "Odile and the writers"));
        assertThat(review.shown("manager", "standBehindIt", "compromiseRows").toString())
                .contains("The big board");
    }

    @Test
    void nobodyWaitsForEverForTheTeam() {
        var review = drafted("writers", "planners");
        review.does("writer", "challengeDeliverable", challenges(suggestion("Shorter.")))
                .rings("challengeOverdue")
                .waitsAt("challengeDeliverable");
        assertThat(review.told("planner")).containsExactly("challengeAsked", "challengeOverdue");
        assertThat(review.told("manager")).containsExactly("challengeOverdue");
        review.rings("discussionOver").isNotWaitingAt("challengeDeliverable").waitsAt("stateOpinion");
        assertThat(deliverables.challenges(review.key()))
                .as("what was said counts, although somebody was silent")
                .hasSize(1);
    }

    private Case drafted(String... groups) {
        var client = cases.clientLike("BIRCH");
        return cases.started(
                        "manager",
                        "deliverableReview",
                        with(start(client, LETTER, "Roadside launch"), "specialists", list(groups)))
                .does("manager", "draftDeliverable", letter());
    }
}
