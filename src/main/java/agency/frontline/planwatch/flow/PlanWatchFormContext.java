package agency.frontline.planwatch.flow;

import static agency.frontline.planwatch.flow.PlanWatchFlow.*;

import agency.frontline.client.plan.PlanUse;
import agency.frontline.engine.FormContext;
import java.util.Map;
import java.util.function.Function;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is used, what is late and who may read the letter, as of the moment the form is opened. */
@Component
class PlanWatchFormContext implements FormContext {

    private final PlanWatchDesk desk;

    PlanWatchFormContext(PlanWatchDesk desk) {
        this.desk = desk;
    }

    @Override
    public boolean serves(String processKey) {
        return processKey.startsWith(KEY);
    }

    @Override
    public Map<String, Function<DelegateTask, @Nullable Object>> values() {
        return Map.of(
                USE_TEXT.name(),
                task -> desk.use(execution(task)).map(PlanUse::inWords).orElse(null),
                LATE_ROWS.name(),
                task -> late(execution(task)),
                CLIENT_PEOPLE.name(),
                task -> people(execution(task)));
    }

    private static DelegateExecution execution(DelegateTask task) {
        return task.getExecution();
    }

    private SpinJsonNode late(DelegateExecution execution) {
        var rows = Spin.JSON("[]");
        desk.use(execution).ifPresent(use -> {
            use.late()
                    .forEach(late -> rows.append(Spin.JSON("{}")
                            .prop("what", late.item().id() + ": " + late.item().what())
                            .prop("agreed", late.item().due().toString())
                            .prop("forecast", late.forecast().toString())));
            if (use.endsLate()) {
                rows.append(Spin.JSON("{}")
                        .prop("what", "The plan as a whole")
                        .prop("agreed", use.plan().endsOn().toString())
                        .prop("forecast", use.forecast().toString()));
            }
        });
        return rows;
    }

    private SpinJsonNode people(DelegateExecution execution) {
        var options = Spin.JSON("[]");
        desk.client(execution)
                .contacts()
                .forEach(contact -> options.append(
                        Spin.JSON("{}").prop("label", contact.name()).prop("value", contact.email())));
        return options;
    }
}
