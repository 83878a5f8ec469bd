package agency.frontline.deliverable.flow;

import static agency.frontline.deliverable.flow.Reviews.*;
import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.FrontlineOnPostgresTest;
import agency.frontline.casefile.Status;
import agency.frontline.deliverable.Deliverables;
import agency.frontline.story.Cases;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@FrontlineOnPostgresTest
@DisplayName("A review on PostgreSQL")
class ReviewOnPostgresTest {

    @Autowired
    Cases cases;

    @Autowired
    Deliverables deliverables;

    @Test
    void allThatIsKeptOfItIsThere() {
        var review = needed(cases, cases.clientLike("BIRCH"), LETTER, "Roadside launch")
                .does("manager", "draftDeliverable", letter())
                .does("writer", "challengeDeliverable", challenges(must("Name the study.", "LEGAL")));
        review.does(
                        "manager",
                        "stateOpinion",
                        with(
                                stated("REVISE", answer(review, 1, "ACCEPTED", "")),
                                "compromises",
                                rows(Map.of("givenUp", "Radio", "forWhat", "Boards", "agreedBy", "Odile"))))
                .does(
                        "manager",
                        "draftDeliverable",
                        with(with(letter(), "assumptions", "The study holds."), "teamHasSeenIt", true))
                .does("manager", "stateOpinion", goesOn());
        review.does("manager", "standBehindIt", signed(review))
                .clientWrites("Yes.")
                .does("manager", "recordClientAnswer", approved())
                .endsAs(Status.RESOLVED);
        assertThat(deliverables.documents(review.key())).hasSize(2).last().satisfies(document -> {
            assertThat(document.about()).startsWith("Version 2, signed, sent to the client, approved by");
            assertThat(document.text()).contains("now: The study holds.");
        });
        assertThat(deliverables.file(review.key(), "2").orElseThrow().content()).isNotEmpty();
        assertThat(deliverables.tables(review.key())).hasSize(2);
        assertThat(deliverables.of(review.key())).isNotEmpty();
    }
}
