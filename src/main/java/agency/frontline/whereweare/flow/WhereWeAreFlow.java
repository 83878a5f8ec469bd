package agency.frontline.whereweare.flow;

import agency.frontline.engine.Variable;
import agency.frontline.flow.CaseDesk;
import org.camunda.spin.json.SpinJsonNode;

/** What Java knows of {@code processes/where-we-are.bpmn}. */
final class WhereWeAreFlow {

    static final String KEY = "whereWeAre";

    // Start
    static final Variable<String> CLIENT = CaseDesk.CLIENT;
    static final Variable<String> OWNER = CaseDesk.OWNER;
    static final Variable<Integer> PLAN_VERSION = Variable.integer("planVersion");
    static final Variable<SpinJsonNode> READERS = Variable.json("readers");
    static final Variable<Boolean> SEND_NOW = Variable.flag("sendNow");

    private WhereWeAreFlow() {}
}
