package agency.frontline.deliverable.flow;

import static agency.frontline.deliverable.flow.LetterIsApprovedTest.textOf;
import static agency.frontline.deliverable.flow.Reviews.*;
import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.deliverable.Deliverables;
import agency.frontline.story.Cases;
import agency.frontline.story.FlowStory;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@FlowStory
@DisplayName("A process owner adds a part to letters of proposal, with a row and a field and no Java")
class OwnerAddsAPartTest {

    private static final String ROW =
            """
              <rule id="ownersRow">
                <description>People buy from whom others would buy again</description>
                <inputEntry id="ownersRow_kind"><text>"LETTER_OF_PROPOSAL"</text></inputEntry>
                <outputEntry id="ownersRow_part"><text>"references"</text></outputEntry>
                <outputEntry id="ownersRow_heading"><text>"Who would work with us again"</text></outputEntry>
                <outputEntry id="ownersRow_needed"><text>true</text></outputEntry>
                <outputEntry id="ownersRow_remedy"><text>"Name two clients who would work with us again."</text></outputEntry>
              </rule>
            </decisionTable>""";

    @Autowired
    Cases cases;

    @Autowired
    Deliverables deliverables;

    @Autowired
    RepositoryService repository;

    private String deployment;

    @AfterEach
    void takeItBack() {
        if (deployment != null) {
            repository.deleteDeployment(deployment, true);
        }
    }

    @Test
    void itIsAskedForRefusedWhenMissingAndPrinted() throws IOException {
        var before = needed(cases, cases.clientLike("BIRCH"), LETTER, "Begun before");
        var form = new ObjectMapper()
                .readTree(Path.of("forms", "draft-deliverable.form").toFile());
        ((ArrayNode) form.path("components"))
                .addObject()
                .put("type", "textarea")
                .put("key", "references")
                .put("label", "Who would work with us again?")
                .put("id", "draftDeliverable_references");
        deployment = repository
                .createDeployment()
                .addString(
                        "deliverable-parts.dmn",
                        Files.readString(Path.of("processes", "deliverable-parts.dmn"))
                                .replace("</decisionTable>", ROW))
                .addString("draft-deliverable.form", form.toString())
                .deploy()
                .getId();

        var review = needed(cases, cases.clientLike("BIRCH"), LETTER, "Begun after");
        review.refuses("manager", "draftDeliverable", letter(), "references")
                .does("manager", "draftDeliverable", with(letter(), "references", "Cedar and Maple."))
                .waitsAt("challengeDeliverable");
        assertThat(textOf(deliverables.file(review.key(), "1").orElseThrow().content()))
                .contains("Who would work with us again", "Cedar and Maple.");
        // What was asked for before is held to what was said then.
        before.does("manager", "draftDeliverable", letter()).waitsAt("challengeDeliverable");
    }
}
