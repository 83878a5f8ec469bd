package agency.frontline.deliverable.flow;

import static agency.frontline.deliverable.flow.DeliverableReviewFlow.*;

import agency.frontline.deliverable.Changes;
import agency.frontline.deliverable.Deliverables;
import agency.frontline.deliverable.Deliverables.Version;
import agency.frontline.engine.FormContext;
import agency.frontline.engine.Variable;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the forms of a review show beside their fields: the text, what has changed in it, what was said about it. */
@Component
class DeliverableFormContext implements FormContext {

    private final DeliverableDesk desk;
    private final Deliverables deliverables;

    DeliverableFormContext(DeliverableDesk desk, Deliverables deliverables) {
        this.desk = desk;
        this.deliverables = deliverables;
    }

    @Override
    public boolean serves(String processKey) {
        return processKey.startsWith(KEY);
    }

    @Override
    public Map<String, Function<DelegateTask, @Nullable Object>> values() {
        return Map.ofEntries(
                of(KIND_TEXT, this::kind),
                of(DRAFT_BY_TEXT, execution -> due(execution, DRAFT_BY, "It is due by ")),
                of(CHALLENGE_BY_TEXT, execution -> due(execution, CHALLENGE_BY, "It is wanted by ")),
                of(FOLLOW_UP_BY_TEXT, execution -> due(execution, FOLLOW_UP_BY, "An answer is expected by ")),
                of(WHAT_TO_CHANGE, desk::whatToChange),
                of(
                        JARGON_TEXT,
                        execution ->
                                String.join(", ", desk.client(execution).ethos().jargonToAvoid())),
                of(DRAFT_TEXT, execution -> newest(execution)
                        .map(version -> Deliverables.text(version.draft()))
                        .orElse(null)),
                of(SENT_TEXT, execution -> newest(execution)
                        .map(Version::sentAt)
                        .map(at -> desk.inWords(execution, at))
                        .orElse(null)),
                of(COMPROMISE_ROWS, this::compromises),
                of(CLIENT_PEOPLE, this::people),
                of(UNDISCUSSED, desk::isUndiscussed),
                // What has changed is told to colleagues from draft to draft, and to whoever sends it as the client
                // sees it.
                Map.entry(CHANGES_TEXT.name(), this::changes));
    }

    private static Map.Entry<String, Function<DelegateTask, @Nullable Object>> of(
            Variable<?> shown, Function<DelegateExecution, @Nullable Object> value) {
        return Map.entry(shown.name(), task -> value.apply(task.getExecution()));
    }

    private Optional<Version> newest(DelegateExecution execution) {
        return deliverables.newest(desk.key(execution));
    }

    private String kind(DelegateExecution execution) {
        var words = desk.deliverable(execution).kind().words();
        var next = desk.version(execution);
        return "%s for %s, %s"
                .formatted(
                        Character.toUpperCase(words.charAt(0)) + words.substring(1),
                        desk.client(execution).name(),
                        next == 0 ? "to be drafted" : "version " + next);
    }

    private @Nullable String due(DelegateExecution execution, Variable<Instant> by, String words) {
        return by.find(execution)
                .map(due -> words + desk.inWords(execution, due) + ".")
                .orElse(null);
    }

    private String changes(DelegateTask task) {
        var execution = task.getExecution();
        var number = desk.version(execution);
        Changes changes;
        if (number == 0) {
            changes = Changes.none();
        } else if (task.getTaskDefinitionKey().equals("challengeDeliverable")
                || task.getTaskDefinitionKey().equals("stateOpinion")) {
            changes = deliverables.changesOf(desk.key(execution), number);
        } else {
            changes = deliverables.changesForClient(desk.key(execution), number);
        }
        return changes.inWords();
    }

    private SpinJsonNode compromises(DelegateExecution execution) {
        var rows = Spin.JSON("[]");
        for (var compromise : deliverables.compromises(desk.key(execution))) {
            rows.append(Spin.JSON("{}")
                    .prop("givenUp", compromise.givenUp())
                    .prop("forWhat", compromise.forWhat())
                    .prop("agreedBy", compromise.agreedBy()));
        }
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
