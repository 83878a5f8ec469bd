package agency.frontline.touchbase.flow;

import static agency.frontline.touchbase.flow.TouchBaseFlow.*;

import agency.frontline.casefile.CaseRegister;
import agency.frontline.casefile.Promises;
import agency.frontline.client.ContactProfiles;
import agency.frontline.client.plan.Plans;
import agency.frontline.engine.FormContext;
import agency.frontline.health.ClientHealth;
import agency.frontline.health.LastPulse;
import agency.frontline.nextstep.NextSteps;
import agency.frontline.touchbase.PressureSignal;
import agency.frontline.touchbase.Thoughtfulness;
import agency.frontline.touchbase.TouchBases;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All that is open with the client, on one form, before somebody speaks with them (C-36, C-66, C-69). */
@Component
class TouchBaseFormContext implements FormContext {

    private static final int PRESSURE_DAYS = 60;
    private static final int COMING_DAYS = 30;
    private static final int SIGN_DAYS = 30;

    private final TouchBaseDesk desk;
    private final CaseRegister register;
    private final Promises promises;
    private final NextSteps steps;
    private final TouchBases touchBases;
    private final Thoughtfulness thoughtfulness;
    private final ClientHealth health;
    private final LastPulse lastPulse;
    private final Plans plans;
    private final ContactProfiles profiles;

    TouchBaseFormContext(
            TouchBaseDesk desk,
            CaseRegister register,
            Promises promises,
            NextSteps steps,
            TouchBases touchBases,
            Thoughtfulness thoughtfulness,
            ClientHealth health,
            LastPulse lastPulse,
            Plans plans,
            ContactProfiles profiles) {
        this.desk = desk;
        this.register = register;
        this.promises = promises;
        this.steps = steps;
        this.touchBases = touchBases;
        this.thoughtfulness = thoughtfulness;
        this.health = health;
        this.lastPulse = lastPulse;
        this.plans = plans;
        this.profiles = profiles;
    }

    @Override
    public boolean serves(String processKey) {
        return processKey.startsWith(KEY);
    }

    @Override
    public Map<String, Function<DelegateTask, @Nullable Object>> values() {
        return Map.ofEntries(
                Map.entry(WHEN_TEXT.name(), on(this::when)),
                Map.entry(HEALTH_TEXT.name(), on(execution -> health.of(CLIENT.in(execution))
                        .inWords())),
                Map.entry(
                        LAST_PULSE_TEXT.name(),
                        on(execution -> lastPulse.inWords(CLIENT.in(execution)).orElse(null))),
                Map.entry(PRESSURE_TEXT.name(), on(this::pressure)),
                Map.entry(THOUGHTFUL_TEXT.name(), on(this::thoughtful)),
                Map.entry(
                        CONTACT_LIKES.name(),
                        on(execution -> profiles.likes(
                                desk.client(execution), desk.partner(execution).email()))),
                Map.entry(PEOPLE.name(), on(execution -> people(execution, true))),
                Map.entry(STEP_OWNERS.name(), on(execution -> people(execution, true))),
                Map.entry(CLIENT_PEOPLE.name(), on(execution -> people(execution, false))),
                Map.entry(PLAN_SIGNS.name(), on(this::planSigns)),
                Map.entry(OPEN_CASES.name(), on(this::openCases)),
                Map.entry(WAITED_FOR_ROWS.name(), on(this::waitedFor)));
    }

    private static Function<DelegateTask, @Nullable Object> on(Function<DelegateExecution, @Nullable Object> value) {
        return task -> value.apply(task.getExecution());
    }

    private String when(DelegateExecution execution) {
        var planned = desk.touchBase(execution).plannedStart();
        return planned == null ? "at an hour that suits" : desk.inWords(execution, planned);
    }

    private @Nullable String pressure(DelegateExecution execution) {
        var signals = touchBases.signals(CLIENT.in(execution), PRESSURE_DAYS);
        return signals.isEmpty()
                ? null
                : signals.stream().distinct().map(TouchBaseFormContext::inWords).collect(Collectors.joining(", "));
    }

    static String inWords(PressureSignal signal) {
        return signal.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Days that come, and the kind idea that is open for somebody; nothing of it is ever sent by itself (C-66). */
    private @Nullable String thoughtful(DelegateExecution execution) {
        var client = desk.client(execution);
        var lines = new ArrayList<String>();
        thoughtfulness
                .coming(client.code(), desk.today(execution), COMING_DAYS)
                .forEach(day -> lines.add(name(execution, day.contact()) + ": " + day.what() + ", " + day.day()));
        client.contacts().forEach(contact -> thoughtfulness
                .open(contact.email())
                .ifPresent(idea -> lines.add("Idea for " + contact.name() + ": " + idea.idea()
                        + (idea.by() == null ? "" : ", by " + idea.by()))));
        return lines.isEmpty() ? null : String.join("\n", lines);
    }

    private String name(DelegateExecution execution, String address) {
        return desk.client(execution).contacts().stream()
                .filter(contact -> contact.email().equalsIgnoreCase(address))
                .findFirst()
                .map(contact -> contact.name())
                .orElse(address);
    }

    private SpinJsonNode people(DelegateExecution execution, boolean oursToo) {
        var client = desk.client(execution);
        var options = Spin.JSON("[]");
        var seen = new HashSet<String>();
        client.contacts().stream()
                .filter(contact -> seen.add(contact.email()))
                .forEach(contact -> options.append(Spin.JSON("{}")
                        .prop("label", contact.name() + " (" + client.code() + ")")
                        .prop("value", contact.email())));
        if (oursToo) {
            desk.colleagues(execution)
                    .forEach(person -> options.append(
                            Spin.JSON("{}").prop("label", person.name()).prop("value", person.id())));
        }
        return options;
    }

    /** By what both sides can tell, on the way, whether a goal is going to be reached (C-81). */
    private SpinJsonNode planSigns(DelegateExecution execution) {
        var rows = Spin.JSON("[]");
        var today = desk.today(execution);
        plans.latest(CLIENT.in(execution))
                .ifPresent(plan -> plan.signsBetween(today.minusDays(SIGN_DAYS), today.plusDays(SIGN_DAYS))
                        .forEach(sign -> rows.append(Spin.JSON("{}")
                                .prop("number", sign.id())
                                .prop("what", sign.what())
                                .prop("by", sign.day().toString()))));
        return rows;
    }

    private SpinJsonNode openCases(DelegateExecution execution) {
        var rows = Spin.JSON("[]");
        register.openOfClient(CLIENT.in(execution)).stream()
                .filter(head -> !head.businessKey().equals(desk.key(execution)))
                .forEach(head -> rows.append(Spin.JSON("{}")
                        .prop("number", head.businessKey())
                        .prop("about", head.subject())
                        .prop("since", desk.inWords(execution, head.startedAt()))
                        .prop(
                                "turn",
                                switch (head.status()) {
                                    case WAITING_FOR_CLIENT -> "theirs";
                                    default -> "ours";
                                })));
        return rows;
    }

    /** "Is there anything you are waiting for?" (C-69): promises and steps, ours and theirs. */
    private SpinJsonNode waitedFor(DelegateExecution execution) {
        var client = CLIENT.in(execution);
        var rows = Spin.JSON("[]");
        promises.openOfClient(client)
                .forEach(promise -> rows.append(Spin.JSON("{}")
                        .prop("what", promise.what())
                        .prop("who", desk.person(promise.owner()).name())
                        .prop("by", desk.inWords(execution, promise.due()))));
        steps.openOfClient(client)
                .forEach(step -> rows.append(Spin.JSON("{}")
                        .prop("what", step.what())
                        .prop("who", step.owner().name())
                        .prop("by", desk.inWords(execution, step.due()))));
        return rows;
    }
}
