package agency.frontline.strategy.flow;

import static agency.frontline.strategy.flow.StrategyResetFlow.*;
import static java.util.Map.entry;

import agency.frontline.client.plan.Plan;
import agency.frontline.client.plan.Premise;
import agency.frontline.client.plan.PremiseState;
import agency.frontline.correction.TalksBefore;
import agency.frontline.engine.FormContext;
import agency.frontline.strategy.JudgedOption;
import agency.frontline.strategy.Mapped;
import agency.frontline.strategy.Option;
import agency.frontline.strategy.PlanImpact;
import agency.frontline.strategy.Resets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the forms of a strategy reset show beside their fields: the plan, what was heard, what is left, the options. */
@Component
class StrategyFormContext implements FormContext {

    private final StrategyDesk desk;
    private final TalksBefore talks;

    StrategyFormContext(StrategyDesk desk, TalksBefore talks) {
        this.desk = desk;
        this.talks = talks;
    }

    @Override
    public boolean serves(String processKey) {
        return processKey.startsWith(KEY);
    }

    @Override
    public Map<String, Function<DelegateTask, @Nullable Object>> values() {
        return Map.ofEntries(
                entry(PLAN_TEXT.name(), on(execution -> desk.findPlan(execution)
                        .map(StrategyFormContext::inWords)
                        .orElse(null))),
                entry(PLAN_PARTS.name(), on(execution -> desk.findPlan(execution)
                        .map(StrategyFormContext::parts)
                        .orElse(null))),
                entry(PREMISE_OPTIONS.name(), on(execution -> desk.findPlan(execution)
                        .map(StrategyFormContext::premises)
                        .orElse(null))),
                entry(
                        HEARD_TEXT.name(),
                        on(execution -> UNSAID.find(execution).isEmpty()
                                ? null
                                : desk.heard(execution).inWords())),
                entry(IMPACT_TEXT.name(), on(StrategyFormContext::impact)),
                entry(LEFT_TEXT.name(), on(this::left)),
                entry(CHANGE_TEXT.name(), on(this::change)),
                entry(
                        PURPOSE_TEXT.name(),
                        on(execution -> CLIENT_WORDS.find(execution).orElse(null))),
                entry(
                        PROGRESS_TEXT.name(),
                        on(execution -> "The client doubts a plan that was never written down; it comes first.")),
                entry(PLAN_FACTS_TEXT.name(), on(execution -> null)),
                entry(OPTION_ROWS.name(), on(this::optionRows)),
                entry(OPTION_CHOICES.name(), on(this::optionChoices)),
                entry(CLIENT_PEOPLE.name(), on(this::clientPeople)),
                entry(ATTENDEE_OPTIONS.name(), on(this::attendees)),
                entry(TOUCH_BASE_ROWS.name(), on(this::touchBases)),
                entry(
                        JARGON_TEXT.name(),
                        on(execution ->
                                String.join(", ", desk.client(execution).ethos().jargonToAvoid()))),
                entry(SIGNIFICANT.name(), on(desk::isSignificant)),
                entry(PLAN_CHANGES.name(), on(execution -> PLAN_IMPACT
                        .find(execution)
                        .filter(impact -> impact != PlanImpact.REASSURE)
                        .isPresent())));
    }

    private static Function<DelegateTask, @Nullable Object> on(Function<DelegateExecution, @Nullable Object> value) {
        return task -> value.apply(task.getExecution());
    }

    private static String inWords(Plan plan) {
        return Stream.of(
                        Stream.of("Version %d: %s, until %s"
                                .formatted(plan.version(), plan.budget().inWords(), plan.endsOn())),
                        plan.goals().stream().map(goal -> "%s Goal: %s".formatted(goal.id(), goal.what())),
                        plan.premises().stream().map(StrategyFormContext::inWords),
                        plan.sections().stream().map(section -> "%s %s%s"
                                .formatted(
                                        section.id(),
                                        section.title(),
                                        section.text().isEmpty() ? "" : ": " + section.text())),
                        plan.workItems().stream()
                                .map(item -> "%s %s, by %s".formatted(item.id(), item.what(), item.due())),
                        plan.scopeIn().stream().map(item -> "%s In: %s".formatted(item.id(), item.what())),
                        plan.scopeOut().stream().map(item -> "%s Out: %s%s"
                                .formatted(
                                        item.id(),
                                        item.what(),
                                        item.because() == null ? "" : " (" + item.because() + ")")))
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n"));
    }

    private static String inWords(Premise premise) {
        return "%s Rests on: %s%s"
                .formatted(
                        premise.id(),
                        premise.what(),
                        premise.state() == PremiseState.HOLDS
                                ? ""
                                : " (%s: %s)"
                                        .formatted(premise.state().name().toLowerCase(Locale.ROOT), premise.because()));
    }

    private static SpinJsonNode parts(Plan plan) {
        var options = Spin.JSON("[]");
        plan.goals().forEach(goal -> option(options, goal.id() + " Goal: " + goal.what(), goal.id()));
        plan.sections().forEach(section -> option(options, section.id() + " " + section.title(), section.id()));
        plan.workItems().forEach(item -> option(options, item.id() + " " + item.what(), item.id()));
        plan.scopeIn().forEach(item -> option(options, item.id() + " In: " + item.what(), item.id()));
        plan.scopeOut().forEach(item -> option(options, item.id() + " Out: " + item.what(), item.id()));
        plan.premises()
                .forEach(premise -> option(options, premise.id() + " Rests on: " + premise.what(), premise.id()));
        return options;
    }

    private static SpinJsonNode premises(Plan plan) {
        var options = Spin.JSON("[]");
        plan.premises().forEach(premise -> option(options, premise.id() + " " + premise.what(), premise.id()));
        option(options, "nothing the plan rests on", Mapped.NO_PREMISE);
        return options;
    }

    private static @Nullable String impact(DelegateExecution execution) {
        return PLAN_IMPACT
                .find(execution)
                .map(impact -> Resets.inWords(impact.name()) + ": " + PLAN_IMPACT_WHY.in(execution))
                .orElse(null);
    }

    private @Nullable String left(DelegateExecution execution) {
        return desk.use(execution)
                .map(use -> "%s hours and %s %s are left; %s."
                        .formatted(
                                Option.plain(use.hoursLeft()),
                                Option.plain(use.moneyLeft()),
                                use.plan().budget().currency().getCurrencyCode(),
                                use.inWords()))
                .orElse(null);
    }

    /** The change alone (F11). */
    private @Nullable String change(DelegateExecution execution) {
        return CHANGE_ORDER
                .find(execution)
                .map(node -> {
                    Map<String, @Nullable Object> row = new LinkedHashMap<>();
                    node.fieldNames()
                            .forEach(name -> row.put(name, node.prop(name).value()));
                    var option = Option.of(row);
                    return "Option %s: %s\nIt takes %s beside what was agreed.\nScope: %s\nDates: %s\n%s"
                            .formatted(
                                    option.id(),
                                    option.what(),
                                    option.cost(currency(execution)),
                                    option.onScope(),
                                    option.onSchedule(),
                                    row.get(SCOPE_VERDICT_WHY.name()));
                })
                .orElse(null);
    }

    private String currency(DelegateExecution execution) {
        return desk.plan(execution).budget().currency().getCurrencyCode();
    }

    /** Before their scope is checked as they are proposed, afterwards those that stand. */
    private List<Option> options(DelegateExecution execution) {
        var judged = JUDGED_OPTIONS.find(execution).isEmpty() ? List.<JudgedOption>of() : desk.judged(execution);
        if (!judged.isEmpty()) {
            return desk.standing(execution).stream().map(JudgedOption::option).toList();
        }
        return OPTIONS.find(execution).isEmpty() ? List.of() : desk.proposed(execution);
    }

    private @Nullable SpinJsonNode optionRows(DelegateExecution execution) {
        var rows = new ArrayList<Map<String, Object>>();
        for (var option : options(execution)) {
            var row = new LinkedHashMap<>(option.row());
            row.put("cost", option.cost(currency(execution)));
            rows.add(row);
        }
        return rows.isEmpty() ? null : StrategyDesk.json(rows);
    }

    private @Nullable SpinJsonNode optionChoices(DelegateExecution execution) {
        var choices = Spin.JSON("[]");
        options(execution).forEach(option -> option(choices, option.id() + ": " + option.what(), option.id()));
        return choices;
    }

    private SpinJsonNode clientPeople(DelegateExecution execution) {
        var options = Spin.JSON("[]");
        desk.client(execution).contacts().forEach(contact -> option(options, contact.name(), contact.email()));
        return options;
    }

    private SpinJsonNode attendees(DelegateExecution execution) {
        var options = clientPeople(execution);
        desk.colleagues(execution).forEach(person -> option(options, person.name(), person.id()));
        return options;
    }

    private @Nullable SpinJsonNode touchBases(DelegateExecution execution) {
        var rows = talks.of(CLIENT.in(execution), desk.theCase(execution).startedAt()).stream()
                .map(talk -> Map.of("day", talk.day().toString(), "how", talk.how(), "what", talk.putRightInWords()))
                .toList();
        return rows.isEmpty() ? null : StrategyDesk.json(rows);
    }

    private static void option(SpinJsonNode options, String label, String value) {
        options.append(Spin.JSON("{}").prop("label", label).prop("value", value));
    }
}
