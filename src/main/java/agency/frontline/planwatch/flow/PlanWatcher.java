package agency.frontline.planwatch.flow;

import static agency.frontline.planwatch.flow.PlanWatchFlow.*;

import agency.frontline.client.plan.PlanMoved;
import agency.frontline.client.plan.PlanUse;
import agency.frontline.client.plan.PlanUse.ItemUse;
import agency.frontline.client.plan.Plans;
import agency.frontline.engine.AsSystem;
import agency.frontline.planwatch.PlanWarning;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Looks at a plan whenever something new is known of it, in the transaction that notes it, and opens a case for whatever
 * is to be said: each thing once for a version of the plan (F11). A date that has slipped once is told once; the next word
 * is a new version of the plan with a date that holds.
 */
@Component
class PlanWatcher {

    private final BudgetBurnTable table;
    private final Plans plans;
    private final AsSystem asSystem;
    private final RuntimeService runtime;

    PlanWatcher(BudgetBurnTable table, Plans plans, AsSystem asSystem, @Lazy RuntimeService runtime) {
        this.table = table;
        this.plans = plans;
        this.asSystem = asSystem;
        this.runtime = runtime;
    }

    @EventListener
    void on(PlanMoved moved) {
        var use = moved.use();
        table.judge(use).ifPresent(verdict -> burn(use, verdict));
        use.late().forEach(late -> late(use, late));
        if (use.late().isEmpty() && use.endsLate()) {
            lateAsAWhole(use);
        }
    }

    private void burn(PlanUse use, BudgetBurnTable.Verdict verdict) {
        if (plans.warnOnce(use.plan(), verdict.warning().name())) {
            var about = about(use, verdict.warning(), verdict.sentence());
            about.put(TASK_OWED.name(), verdict.taskOwed());
            about.put(DIRECTOR_TOLD.name(), verdict.directorTold());
            start(about);
        }
    }

    private void late(PlanUse use, ItemUse late) {
        if (plans.warnOnce(use.plan(), PlanWarning.ITEM_LATE + "_" + late.item().id())) {
            var about = about(
                    use,
                    PlanWarning.ITEM_LATE,
                    "%s \"%s\" is agreed for %s and looks like %s."
                            .formatted(
                                    late.item().id(),
                                    late.item().what(),
                                    late.item().due(),
                                    late.forecast()));
            about.put(WORK_ITEM.name(), late.item().id());
            start(about);
        }
    }

    private void lateAsAWhole(PlanUse use) {
        if (plans.warnOnce(use.plan(), PlanWarning.PLAN_LATE.name())) {
            start(about(
                    use,
                    PlanWarning.PLAN_LATE,
                    "The plan is agreed to end on %s and looks like %s."
                            .formatted(use.plan().endsOn(), use.forecast())));
        }
    }

    private static Map<String, Object> about(PlanUse use, PlanWarning warning, String sentence) {
        var about = new HashMap<String, Object>();
        about.put(CLIENT.name(), use.plan().client());
        about.put(PLAN_WARNING.name(), warning.name());
        about.put(PLAN_VERSION.name(), use.plan().version());
        about.put(WARNING_TEXT.name(), sentence);
        about.put(USED_PERCENT.name(), use.usedPercent());
        about.put(PROGRESS_PERCENT.name(), use.progress());
        about.put(TASK_OWED.name(), true);
        about.put(DIRECTOR_TOLD.name(), false);
        return about;
    }

    private void start(Map<String, Object> about) {
        asSystem.perform(() -> runtime.startProcessInstanceByKey(KEY, about));
    }
}
