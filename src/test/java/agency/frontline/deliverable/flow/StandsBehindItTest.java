package agency.frontline.deliverable.flow;

import static agency.frontline.deliverable.flow.Reviews.*;
import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.deliverable.Deliverables;
import agency.frontline.deliverable.PurposeMet;
import agency.frontline.story.Case;
import agency.frontline.story.Cases;
import agency.frontline.story.FlowStory;
import agency.frontline.story.Refused;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.spin.json.SpinJsonNode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@FlowStory
@DisplayName("Nothing goes to a client that nobody stands behind")
class StandsBehindItTest {

    @Autowired
    Cases cases;

    @Autowired
    Deliverables deliverables;

    @Autowired
    TaskService tasks;

    @Test
    void anOpenMustHoldsItOnEveryPath() {
        var review = toSign(LETTER, letter(), "writers");
        var open = with(signed(review), "checklist", checked(review, "Names, figures"));
        assertThat(Refused.by(() -> review.submit("manager", "standBehindIt", open)))
                .hasEntrySatisfying("checklist", remedy -> assertThat(remedy).contains("Names, figures and dates"));
        review.refuses("manager", "standBehindIt", open, "checklist")
                .refuses("manager", "standBehindIt", with(signed(review), "checklist", rows()), "checklist");
        var without = signed(review);
        without.remove("checklist");
        review.refuses("manager", "standBehindIt", without, "checklist");
        var task = review.task("standBehindIt", "manager").getId();
        assertThat(Refused.by(() -> cases.as("manager", () -> tasks.complete(task, new HashMap<>(without)))))
                .containsOnlyKeys("checklist");
        assertThat(Refused.by(() -> cases.as("director", () -> tasks.complete(task))))
                .containsKeys("checklist", "standBehind", "purposeMet");
        review.waitsAt("standBehindIt");
        assertThat(review.toClient()).isEmpty();
        // What should be so may be open, what must be so may not.
        review.does("manager", "standBehindIt", with(signed(review), "checklist", checked(review, "Spelling")))
                .waitsAt("recordClientAnswer");
    }

    @Test
    void theChecklistIsThatOfItsKind() {
        var review = toSign(LETTER, letter(), "writers");
        assertThat(((SpinJsonNode) review.shown("manager", "standBehindIt", "checklist")).elements())
                .extracting(row -> row.prop("checkItem").stringValue())
                .contains("What is not included is said as plainly as what is")
                .doesNotContain("It fits on one page, and says one thing");
    }

    @Test
    void itIsSignedByName() {
        var review = toSign(LETTER, letter(), "writers");
        review.refuses("manager", "standBehindIt", with(signed(review), "standBehind", false), "standBehind")
                .refuses("manager", "standBehindIt", with(signed(review), "purposeMet", ""), "purposeMet")
                .does("director", "standBehindIt", signed(review))
                .waitsAt("recordClientAnswer");
        assertThat(deliverables.newest(review.key()).orElseThrow().signedBy()).isEqualTo("director");
    }

    @Test
    void whatDoesNotDoWhatItIsForGoesBack() {
        var review = toSign(LETTER, letter(), "writers");
        review.refuses("manager", "standBehindIt", with(Map.of("purposeMet", "NO")), "purposeNote")
                .does(
                        "manager",
                        "standBehindIt",
                        with(Map.of("purposeMet", "NO", "purposeNote", "Nobody could decide on this.")))
                .waitsAt("draftDeliverable");
        assertThat((String) review.shown("manager", "draftDeliverable", "whatToChange"))
                .contains("Nobody could decide on this.");
        assertThat(deliverables.newest(review.key()).orElseThrow()).satisfies(version -> {
            assertThat(version.signedBy()).isNull();
            assertThat(version.purposeMet()).isEqualTo(PurposeMet.NO);
        });
        assertThat(review.toClient()).isEmpty();
    }

    @Test
    void whatDoesItPartlySaysWhatIsMissing() {
        var review = toSign(LETTER, letter(), "writers");
        var partly = with(signed(review), "purposeMet", "PARTLY");
        review.refuses("manager", "standBehindIt", partly, "purposeNote")
                .does("manager", "standBehindIt", with(partly, "purposeNote", "The price comes on Friday."))
                .waitsAt("recordClientAnswer");
    }

    @Test
    void aBriefThatNobodyChallengedGoesOutUndiscussedOnlyWithAReason() {
        var review = toSign(BRIEF, brief(), "writers");
        assertThat(review.shown("manager", "standBehindIt", "undiscussed")).isEqualTo(true);
        review.refuses("manager", "standBehindIt", signed(review), "undiscussedReason")
                .does(
                        "manager",
                        "standBehindIt",
                        with(signed(review), "undiscussedReason", "The team wrote it together on Monday."))
                .waitsAt("recordClientAnswer");
        assertThat(deliverables.newest(review.key()).orElseThrow().undiscussed())
                .isEqualTo("The team wrote it together on Monday.");
    }

    @Test
    void aBriefThatSomebodyChallengedInAnyVersionIsDiscussed() {
        var review = needed(cases, cases.clientLike("BIRCH"), BRIEF, "Summer on the road")
                .does("manager", "draftDeliverable", brief())
                .does("writer", "challengeDeliverable", challenges(suggestion("Which road?")));
        review.does("manager", "stateOpinion", stated("REVISE", answer(review, 1, "ACCEPTED", "")))
                .does(
                        "manager",
                        "draftDeliverable",
                        with(with(brief(), "audience", "On the M62."), "teamHasSeenIt", true))
                .does("manager", "stateOpinion", goesOn());
        assertThat(review.shown("manager", "standBehindIt", "undiscussed")).isEqualTo(false);
        review.does("manager", "standBehindIt", signed(review)).waitsAt("recordClientAnswer");
    }

    @Test
    void aPresentationIsSignedAfterItsRehearsal() {
        var client = cases.clientLike("BIRCH");
        var review = needed(cases, client, "PRESENTATION", "The road ahead");
        var talk = with(Map.of("keyMessage", "It tastes of summer.", "outline", "Rain, a board, a grin."));
        review.does("manager", "draftDeliverable", with(talk, "rehearsedOn", review.day(2)))
                .does("writer", "challengeDeliverable", nothingToAdd())
                .does("manager", "stateOpinion", goesOn())
                .refuses("manager", "standBehindIt", signed(review), "rehearsedOn")
                .does("manager", "standBehindIt", with(signed(review), "rehearsedOn", review.day(0)))
                .waitsAt("recordClientAnswer");
        assertThat(deliverables.newest(review.key()).orElseThrow().draft().rehearsedOn())
                .hasToString(review.day(0));
    }

    @Test
    void aRehearsalMayBeWaivedUpToTheLastMoment() {
        var client = cases.clientLike("BIRCH");
        var review = needed(cases, client, "PRESENTATION", "The road ahead");
        var talk = with(Map.of("keyMessage", "It tastes of summer.", "outline", "Rain, a board, a grin."));
        review.does("manager", "draftDeliverable", with(talk, "rehearsedOn", review.day(2)))
                .does("writer", "challengeDeliverable", nothingToAdd())
                .does("manager", "stateOpinion", goesOn())
                .does(
                        "manager",
                        "standBehindIt",
                        with(
                                with(signed(review), "rehearsedOn", ""),
                                "rehearsalWaiver",
                                "It is read on paper after all."))
                .waitsAt("recordClientAnswer");
        assertThat(deliverables.newest(review.key()).orElseThrow().draft()).satisfies(draft -> {
            assertThat(draft.rehearsedOn()).isNull();
            assertThat(draft.rehearsalWaiver()).isEqualTo("It is read on paper after all.");
        });
    }

    private Case toSign(String kind, Map<String, Object> draft, String group) {
        return cases.started(
                        "manager",
                        "deliverableReview",
                        with(start(cases.clientLike("BIRCH"), kind, "Roadside"), "specialists", list(group)))
                .does("manager", "draftDeliverable", draft)
                .does("writer", "challengeDeliverable", nothingToAdd())
                .does("manager", "stateOpinion", goesOn())
                .waitsAt("standBehindIt");
    }
}
