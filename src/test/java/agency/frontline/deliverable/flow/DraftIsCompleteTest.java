package agency.frontline.deliverable.flow;

import static agency.frontline.deliverable.flow.LetterIsApprovedTest.textOf;
import static agency.frontline.deliverable.flow.Reviews.*;
import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.deliverable.Deliverables;
import agency.frontline.story.Cases;
import agency.frontline.story.FlowStory;
import agency.frontline.story.Refused;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@FlowStory
@DisplayName("A draft is kept once it has every part that its kind needs")
class DraftIsCompleteTest {

    @Autowired
    Cases cases;

    @Autowired
    Deliverables deliverables;

    @ParameterizedTest
    @ValueSource(strings = {"objective", "scopeIn", "scopeOut", "schedule", "budget", "assumptions"})
    void aLetterOfProposalNeedsAllSix(String part) {
        var review = needed(cases, cases.clientLike("BIRCH"), LETTER, "Roadside launch");
        review.refuses("manager", "draftDeliverable", with(letter(), part, " "), part);
    }

    @Test
    void allThatIsMissingIsSaidAtOnce() {
        var review = needed(cases, cases.clientLike("BIRCH"), LETTER, "Roadside launch");
        // The objective stands there already: it is what the letter is for.
        review.refuses(
                "manager",
                "draftDeliverable",
                with(Map.of()),
                "scopeIn",
                "scopeOut",
                "schedule",
                "budget",
                "assumptions");
        assertThat(review.shown("manager", "draftDeliverable", "objective"))
                .isEqualTo("They decide by Friday whether we do the roadside campaign.");
        review.does("manager", "draftDeliverable", letter()).waitsAt("challengeDeliverable");
        assertThat(review.variable("deliverableVersion")).isEqualTo(1);
    }

    @Test
    void aBriefNeedsWhatTheClientPutIntoIt() {
        var review = needed(cases, cases.clientLike("BIRCH"), BRIEF, "Summer on the road");
        review.refuses(
                        "manager",
                        "draftDeliverable",
                        with(with(brief(), "clientInput", ""), "audience", ""),
                        "clientInput",
                        "audience")
                .does("manager", "draftDeliverable", brief())
                .waitsAt("challengeDeliverable");
    }

    @Test
    void aBriefOfMoreThanAPageWarnsOnce() {
        var review = needed(cases, cases.clientLike("BIRCH"), BRIEF, "Summer on the road");
        var longer = with(brief(), "clientInput", "word ".repeat(451));
        review.refuses("manager", "draftDeliverable", longer, "keepAsIs")
                .does("manager", "draftDeliverable", with(longer, "keepAsIs", true))
                .waitsAt("challengeDeliverable");
    }

    @Test
    void aPointOfViewStatesAPosition() {
        var review = needed(cases, cases.clientLike("BIRCH"), "POINT_OF_VIEW", "Why not television");
        var view = with(Map.of(
                "position", "Television is wrong for this flavour.",
                "grounds", "Those who drive do not watch in the morning.",
                "advice", "Stay on the road.",
                "alternative", "If it must move, put it on the radio at seven."));
        for (var part : view.keySet()) {
            review.refuses("manager", "draftDeliverable", with(view, part, ""), part);
        }
        review.does("manager", "draftDeliverable", view).waitsAt("challengeDeliverable");
    }

    @Test
    void aScheduleAndBudgetKeepsSomethingBackForWhatGoesWrong() {
        var review = needed(cases, cases.clientLike("BIRCH"), "SCHEDULE_AND_BUDGET", "Roadside, in days and pounds");
        var plan = with(Map.of(
                "schedule", "Design in January, print in February.",
                "budget", "48,000 pounds.",
                "contingency", "A week and 4,000 pounds.",
                "assumptions", "The flavour has its name by 1 February."));
        review.refuses("manager", "draftDeliverable", with(plan, "contingency", ""), "contingency")
                .does("manager", "draftDeliverable", plan)
                .waitsAt("challengeDeliverable");
    }

    @Test
    void aPresentationIsRehearsedOrSaysWhyNot() {
        var review = needed(cases, cases.clientLike("BIRCH"), "PRESENTATION", "The road ahead");
        var talk = with(Map.of("keyMessage", "It tastes of summer.", "outline", "Rain, a board, a grin."));
        review.refuses("manager", "draftDeliverable", talk, "rehearsedOn")
                .refuses("manager", "draftDeliverable", with(talk, "rehearsedOn", "soon"), "rehearsedOn")
                .does(
                        "manager",
                        "draftDeliverable",
                        with(talk, "rehearsalWaiver", "The client reads it on the train; nobody presents."))
                .waitsAt("challengeDeliverable");
        assertThat(deliverables.newest(review.key()).orElseThrow().draft().rehearsalWaiver())
                .contains("on the train");
    }

    @Test
    void wordsThatTheClientAvoidsAreMarkedBeforeAnybodyElseReadsThem() {
        var client = cases.clientLike("BIRCH");
        var word = client.ethos().jargonToAvoid().get(0);
        var review = needed(cases, client, LETTER, "Roadside launch");
        assertThat((String) review.shown("manager", "draftDeliverable", "jargonText"))
                .contains(word);
        var jargon = with(letter(), "objective", "More " + word.toUpperCase() + " by Easter.");
        assertThat(Refused.by(() -> review.submit("manager", "draftDeliverable", jargon)))
                .hasEntrySatisfying("keepAsIs", remedy -> assertThat(remedy).contains(word));
        review.does("manager", "draftDeliverable", with(jargon, "keepAsIs", true))
                .waitsAt("challengeDeliverable");
    }

    @Test
    void aPartThatIsABookIsNoPart() {
        var review = needed(cases, cases.clientLike("BIRCH"), LETTER, "Roadside launch");
        review.refuses(
                "manager",
                "draftDeliverable",
                with(with(letter(), "schedule", "day ".repeat(20_000)), "keepAsIs", true),
                "schedule");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script><img src=\"http://127.0.0.1:1/x\">",
                "${7*7} #{7*7} [[${7*7}]] __${7*7}__ {{7*7}}",
                "\uD83D\uDE80 \u6F22\u5B57 \u202Egnp.exe\u202C \u0007 \u0645\u0631\u062D\u0628\u0627 \uD83D",
                "&nbsp;&xxe; ]]> --> ' \" ; drop table fl_deliverable"
            })
    void whateverSomebodyWritesIsPrintedAndNotObeyed(String hostile) throws IOException {
        var client = cases.clientLike("BIRCH");
        var review = cases.started("manager", "deliverableReview", start(client, LETTER, "A " + hostile));
        review.does("manager", "draftDeliverable", with(letter(), "scopeIn", hostile))
                .does("writer", "challengeDeliverable", challenges(suggestion(hostile)))
                .does("manager", "stateOpinion", stated("REVISE", answer(review, 1, "ACCEPTED", hostile)))
                .does(
                        "manager",
                        "draftDeliverable",
                        with(with(letter(), "scopeIn", "Ten. " + hostile), "teamHasSeenIt", true))
                .does("manager", "stateOpinion", with(goesOn(), "opinion", hostile));
        review.does("manager", "standBehindIt", signed(review)).waitsAt("recordClientAnswer");
        var mail = review.lastToClient();
        assertThat(mail.subject()).doesNotContain("\n", "\u0007");
        assertThat(mail.html()).doesNotContain("<script>", "<img");
        assertThat(textOf(mail.files().get(0).content()))
                .contains("Ten.", hostile.contains("7*7") ? "${7*7} #{7*7} [[${7*7}]]" : "Included");
        review.clientWrites(hostile).does("manager", "recordClientAnswer", approved());
        assertThat(deliverables.versions(review.key())).hasSize(2);
    }

    @Test
    void whoNeedsItSaysForWhomWhatAndWhatFor() {
        var client = cases.clientLike("BIRCH");
        assertThat(cases.refusesToStart(
                        "manager",
                        "deliverableReview",
                        with(Map.of(
                                "contact", ceo(client),
                                "deliverableKind", "POEM",
                                "title", " ",
                                "purpose", "",
                                "draftedBy", "auditors",
                                "specialists", list("account-directors")))))
                .containsOnlyKeys("deliverableKind", "title", "purpose", "draftedBy", "specialists");
        assertThat(cases.refusesToStart(
                        "manager", "deliverableReview", with(start(client, LETTER, "A letter"), "contact", "nobody")))
                .containsOnlyKeys("contact");
    }

    @Test
    void aLateDraftIsToldOnce() {
        var review = needed(cases, cases.clientLike("BIRCH"), LETTER, "Roadside launch");
        review.rings("draftOverdue").waitsAt("draftDeliverable");
        assertThat(review.told("manager")).containsExactly("draftOverdue");
        review.does("manager", "draftDeliverable", letter());
        assertThat(review.deadline("draft").metAt())
                .isAfterOrEqualTo(review.deadline("draft").due());
    }

    @Test
    void whereSpecialistsDraftWhoeverTakesItKeepsIt() {
        var client = cases.clientLike("BIRCH");
        var review = cases.started(
                "manager",
                "deliverableReview",
                with(
                        with(start(client, BRIEF, "Summer on the road"), "draftedBy", "writers"),
                        "specialists",
                        list("planners")));
        assertThat(review.told("writer")).containsExactly("draftAsked");
        assertThat(review.isVisibleTo("media", "draftDeliverable")).isFalse();
        review.does("writer", "draftDeliverable", brief())
                .does("planner", "challengeDeliverable", challenges(suggestion("Which road?")))
                .does("manager", "stateOpinion", stated("REVISE", answer(review, 1, "ACCEPTED", "Into Leeds.")));
        assertThat(review.task("draftDeliverable", "writer").getAssignee()).isEqualTo("writer");
        assertThat((String) review.shown("writer", "draftDeliverable", "whatToChange"))
                .contains("Sharper than before.", "Which road?", "Into Leeds.");
        assertThat(review.told("writer")).containsExactly("draftAsked", "draftAsked");
    }
}
