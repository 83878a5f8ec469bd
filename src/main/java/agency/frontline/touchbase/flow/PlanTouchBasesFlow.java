package agency.frontline.touchbase.flow;

import agency.frontline.engine.Variable;
import java.time.Instant;
import org.camunda.spin.json.SpinJsonNode;

/** What Java knows of {@code processes/plan-touch-bases.bpmn} and {@code processes/touch-base-rhythm.dmn}. */
final class PlanTouchBasesFlow {

    static final String KEY = "planTouchBases";

    static final Variable<Instant> TICK_AT = Variable.instant("tickAt");
    static final Variable<SpinJsonNode> CLIENTS_TO_LOOK_AT = Variable.json("clientsToLookAt");
    static final Variable<SpinJsonNode> CLIENT_TO_LOOK_AT = Variable.json("clientToLookAt");

    // What the table asks and answers
    static final Variable<String> TIER = Variable.text("tier");
    static final Variable<String> HEALTH = Variable.text("health");
    static final Variable<Integer> PLEDGED_DAYS = Variable.integer("pledgedDays");
    static final Variable<Integer> DAYS_SINCE_CONTACT = Variable.integer("daysSinceContact");
    static final Variable<Boolean> TOUCH_BASE_DUE = Variable.flag("touchBaseDue");

    private PlanTouchBasesFlow() {}
}
