package agency.frontline.rescue.flow;

import static agency.frontline.rescue.flow.AccountRescueFlow.*;

import agency.frontline.engine.FormContext;
import agency.frontline.notification.Person;
import agency.frontline.rescue.Rescues;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who may be chosen, what was agreed and how it stood at each review. */
@Component
class RescueFormContext implements FormContext {

    private final RescueDesk desk;
    private final Rescues rescues;

    RescueFormContext(RescueDesk desk, Rescues rescues) {
        this.desk = desk;
        this.rescues = rescues;
    }

    @Override
    public boolean serves(String processKey) {
        return processKey.startsWith(KEY);
    }

    @Override
    public Map<String, Function<DelegateTask, @Nullable Object>> values() {
        return Map.of(
                DIRECTOR_OPTIONS.name(), task -> options(desk.directors()),
                RESCUE_PEOPLE.name(), task -> options(desk.people(execution(task))),
                SAVE_PLAN_ROWS.name(), task -> plan(execution(task)),
                VISIT_BY_TEXT.name(),
                        task -> VISIT_BY.find(execution(task))
                                .map(due -> desk.inWords(execution(task), due))
                                .orElse(null),
                REVIEWS_TEXT.name(), task -> reviews(execution(task)));
    }

    private static DelegateExecution execution(DelegateTask task) {
        return task.getExecution();
    }

    private static SpinJsonNode options(List<Person> people) {
        var options = Spin.JSON("[]");
        people.forEach(person ->
                options.append(Spin.JSON("{}").prop("label", person.name()).prop("value", person.id())));
        return options;
    }

    private SpinJsonNode plan(DelegateExecution execution) {
        var rows = Spin.JSON("[]");
        rescues.steps(desk.key(execution))
                .forEach(step -> rows.append(Spin.JSON("{}")
                        .prop("what", step.what())
                        .prop("who", desk.person(step.who()).name())
                        .prop("by", step.due().toString())));
        return rows;
    }

    private @Nullable String reviews(DelegateExecution execution) {
        var reviews = rescues.reviews(desk.key(execution));
        return reviews.isEmpty()
                ? null
                : reviews.stream()
                        .map(review ->
                                "Not yet clear, to be looked at on " + review.reviewOn() + ": " + review.reason())
                        .collect(Collectors.joining("\n"));
    }
}
