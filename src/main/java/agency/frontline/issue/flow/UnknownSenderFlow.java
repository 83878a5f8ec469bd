package agency.frontline.issue.flow;

import agency.frontline.engine.Variable;
import agency.frontline.issue.SenderIs;
import org.camunda.spin.json.SpinJsonNode;

/** What Java knows of {@code processes/unknown-sender.bpmn}; the rest is as in {@link ClientIssueFlow}. */
final class UnknownSenderFlow {

    static final String KEY = "unknownSender";

    static final Variable<String> SENDER_ADDRESS = Variable.text("senderAddress");
    static final Variable<String> SENDER_NAME = Variable.text("senderName");
    static final Variable<String> SENDER_HINT = Variable.text("senderHint");
    static final Variable<SpinJsonNode> CLIENTS = Variable.json("clients");
    static final Variable<SenderIs> SENDER_IS = Variable.choice("senderIs", SenderIs.class);
    static final Variable<String> CASE_NUMBER = Variable.text("caseNumber");
    static final Variable<String> OUTCOME = Variable.text("unknownSenderOutcome");

    private UnknownSenderFlow() {}
}
