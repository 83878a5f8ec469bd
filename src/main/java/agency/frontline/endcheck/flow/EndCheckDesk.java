package agency.frontline.endcheck.flow;

import static agency.frontline.endcheck.flow.PlanEndCheckFlow.*;

import agency.frontline.casefile.CaseRegister;
import agency.frontline.client.Clients;
import agency.frontline.client.plan.Plan;
import agency.frontline.endcheck.EndCheck;
import agency.frontline.endcheck.EndChecks;
import agency.frontline.flow.CaseDesk;
import agency.frontline.notification.Colleagues;
import agency.frontline.notification.Letter;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;
import org.springframework.stereotype.Component;

/** What the steps at the end of a plan need to know: whose goals, who is asked, what was said. */
@Component
class EndCheckDesk extends CaseDesk {

    private final EndChecks checks;

    EndCheckDesk(CaseRegister register, Clients clients, Colleagues colleagues, EndChecks checks, Clock clock) {
        super(register, clients, colleagues, clock);
        this.checks = checks;
    }

    EndCheck check(DelegateExecution execution) {
        return checks.find(key(execution)).orElseThrow();
    }

    EndCheck check(DelegateTask task) {
        return checks.find(key(task)).orElseThrow();
    }

    Plan plan(DelegateExecution execution) {
        return checks.planOf(check(execution));
    }

    Plan plan(DelegateTask task) {
        return checks.planOf(check(task));
    }

    Letter letter(DelegateExecution execution) {
        return new Letter(
                passage(execution),
                theCase(execution),
                client(execution),
                contact(execution),
                person(OWNER.in(execution)));
    }

    /** A row for each goal, for somebody to judge it. */
    static SpinJsonNode rows(Plan plan) {
        return json(plan.goals().stream()
                .map(goal -> {
                    var row = new LinkedHashMap<String, Object>();
                    row.put("goalId", goal.id());
                    row.put("what", goal.what() + " (" + goal.measure() + ")");
                    return row;
                })
                .toList());
    }

    static SpinJsonNode json(List<? extends Map<String, Object>> rows) {
        var list = Spin.JSON("[]");
        rows.forEach(row -> {
            var node = Spin.JSON("{}");
            row.forEach((name, value) -> node.prop(name, value.toString()));
            list.append(node);
        });
        return list;
    }
}
