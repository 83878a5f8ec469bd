package agency.frontline.deliverable.flow;

import static agency.frontline.deliverable.flow.Reviews.*;
import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.casefile.CaseRegister;
import agency.frontline.client.Client;
import agency.frontline.deliverable.Deliverables;
import agency.frontline.story.Case;
import agency.frontline.story.Cases;
import agency.frontline.story.FlowStory;
import agency.frontline.story.Refused;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@FlowStory
@DisplayName("Another flow has a deliverable reviewed, and learns how it ended")
class DeliverableIsCalledTest {

    private static final String CALLER = "needsADeliverable";

    @Autowired
    Cases cases;

    @Autowired
    CaseRegister register;

    @Autowired
    Deliverables deliverables;

    @Autowired
    ProcessEngine engine;

    private String deployment;

    @BeforeEach
    void deployTheCaller() {
        var caller = Bpmn.createExecutableProcess(CALLER)
                .camundaHistoryTimeToLiveString("P1D")
                .startEvent()
                .callActivity("writeIt")
                .calledElement("deliverableReview")
                .camundaIn("client", "client")
                .camundaIn("owner", "owner")
                .camundaIn("contact", "contact")
                .camundaIn("deliverableKind", "deliverableKind")
                .camundaIn("title", "title")
                .camundaIn("purpose", "purpose")
                .camundaOut("deliverableReviewOutcome", "deliverableReviewOutcome")
                .camundaOut("deliverable", "deliverable")
                .endEvent()
                .done();
        deployment = engine.getRepositoryService()
                .createDeployment()
                .addModelInstance(CALLER + ".bpmn", caller)
                .deploy()
                .getId();
    }

    @AfterEach
    void takeItAway() {
        engine.getRepositoryService().deleteDeployment(deployment, true);
    }

    @Test
    void itIsACaseOfItsOwnThatKnowsWhoNeedsIt() {
        var client = cases.clientLike("BIRCH");
        var caller = call(client, Map.of("contact", client.contacts().get(1).email()));
        var review = called(caller).waitsAt("draftDeliverable");
        assertThat(review.head().contact()).isEqualTo(client.contacts().get(1).email());
        assertThat(review.head().owner()).isEqualTo("manager");
        assertThat(deliverables.get(review.key()).parentCase()).isEqualTo("ONB-2027-00001");
        review.does("manager", "draftDeliverable", letter());
        for (var colleague : client.team().specialists().values()) {
            review.does(colleague.get(0), "challengeDeliverable", nothingToAdd());
        }
        review.does("manager", "stateOpinion", goesOn());
        review.does("manager", "standBehindIt", signed(review)).does("manager", "recordClientAnswer", approved());
        assertThat(left(caller, "deliverableReviewOutcome")).isEqualTo("deliverableApproved");
        assertThat(left(caller, "deliverable")).isEqualTo(review.key());
    }

    @Test
    void whereNobodyIsNamedItIsForTheFirstContact() {
        var client = cases.clientLike("BIRCH");
        assertThat(called(call(client, Map.of())).head().contact()).isEqualTo(ceo(client));
    }

    @Test
    void aCallerThatLeavesOutWhatItIsForIsToldSo() {
        var client = cases.clientLike("BIRCH");
        var before = register.openOfClient(client.code());
        var broken = new HashMap<String, Object>(Map.of("title", ""));
        broken.put("purpose", null);
        assertThat(Refused.by(() -> call(client, broken))).containsOnlyKeys("title", "purpose");
        assertThat(register.openOfClient(client.code())).isEqualTo(before);
    }

    private ProcessInstance call(Client client, Map<String, Object> more) {
        var variables = new HashMap<String, Object>(Map.of(
                "client", client.code(),
                "owner", "manager",
                "deliverableKind", LETTER,
                "title", "Letter of proposal",
                "purpose", "They sign."));
        variables.put("contact", null);
        variables.putAll(more);
        return engine.getRuntimeService().startProcessInstanceByKey(CALLER, "ONB-2027-00001", variables);
    }

    private Case called(ProcessInstance caller) {
        var review = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .superProcessInstanceId(caller.getId())
                .singleResult();
        return cases.find(register.ofInstance(review.getId()).orElseThrow().businessKey());
    }

    private Object left(ProcessInstance caller, String variable) {
        return engine.getHistoryService()
                .createHistoricVariableInstanceQuery()
                .processInstanceId(caller.getId())
                .variableName(variable)
                .singleResult()
                .getValue();
    }
}
