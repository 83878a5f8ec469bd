package agency.frontline.strategy.flow;

import static agency.frontline.strategy.flow.StrategyResetFlow.*;

import agency.frontline.casefile.CaseRegister;
import agency.frontline.client.Clients;
import agency.frontline.client.Contact;
import agency.frontline.client.plan.Plan;
import agency.frontline.client.plan.PlanDraft;
import agency.frontline.client.plan.PlanUse;
import agency.frontline.client.plan.Plans;
import agency.frontline.engine.FormAnswers;
import agency.frontline.flow.CaseDesk;
import agency.frontline.notification.Colleagues;
import agency.frontline.notification.DecisionWords;
import agency.frontline.notification.DecisionWords.Answered;
import agency.frontline.notification.Letter;
import agency.frontline.strategy.AnswerSheet;
import agency.frontline.strategy.Decided;
import agency.frontline.strategy.Heard;
import agency.frontline.strategy.JudgedOption;
import agency.frontline.strategy.Mapped;
import agency.frontline.strategy.NextVersion;
import agency.frontline.strategy.Option;
import agency.frontline.strategy.PlanImpact;
import agency.frontline.strategy.PlanMoves;
import agency.frontline.text.Answers;
import agency.frontline.text.Mailbox;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;
import org.springframework.stereotype.Component;

/** What the steps of a strategy reset need to know: the plan, what was heard, which options stand. */
@Component
class StrategyDesk extends CaseDesk {

    /** How long the next step may take; business days. */
    private static final int STEP_DAYS = 2;

    private static final EnumSet<PlanImpact> SIGNIFICANT_ONES = EnumSet.of(PlanImpact.OPTIONS, PlanImpact.RESET);

    private final Plans plans;

    StrategyDesk(CaseRegister register, Clients clients, Colleagues colleagues, Plans plans, Clock clock) {
        super(register, clients, colleagues, clock);
        this.plans = plans;
    }

    /** A step is done; the next one has its days. */
    void done(DelegateExecution execution) {
        STEP_BY.set(execution, calendar(execution).plusBusinessDays(now(), STEP_DAYS));
    }

    Optional<Plan> findPlan(DelegateExecution execution) {
        return plans.latest(CLIENT.in(execution));
    }

    Plan plan(DelegateExecution execution) {
        return findPlan(execution).orElseThrow();
    }

    Optional<PlanUse> use(DelegateExecution execution) {
        return plans.use(CLIENT.in(execution));
    }

    PlanDraft.Room room(DelegateExecution execution) {
        return plans.room(client(execution));
    }

    Heard heard(DelegateExecution execution) {
        return Heard.from(FormAnswers.in(execution));
    }

    Mapped mapped(DelegateExecution execution, Answers answers) {
        return Mapped.from(answers, heard(execution), plan(execution));
    }

    AnswerSheet answerSheet(DelegateExecution execution, Answers answers) {
        return AnswerSheet.from(answers, heard(execution).needs(), plan(execution));
    }

    Decided decided(DelegateExecution execution, Answers answers) {
        return Decided.from(
                answers,
                heard(execution).fears(),
                client(execution).contacts(),
                isSignificant(execution),
                today(execution));
    }

    boolean isSignificant(DelegateExecution execution) {
        return PLAN_IMPACT.find(execution).filter(SIGNIFICANT_ONES::contains).isPresent();
    }

    /** The options as they were proposed and lettered. */
    List<Option> proposed(DelegateExecution execution) {
        return FormAnswers.in(execution).rows(OPTIONS.name()).stream()
                .filter(row -> row.get("optionId") != null)
                .map(Option::of)
                .toList();
    }

    /** The options with what was judged of them, in their order. */
    List<JudgedOption> judged(DelegateExecution execution) {
        return JudgedOption.list(FormAnswers.in(execution), JUDGED_OPTIONS.name());
    }

    /** The options the client may hear of (F11). */
    List<JudgedOption> standing(DelegateExecution execution) {
        return judged(execution).stream().filter(JudgedOption::stands).toList();
    }

    /** The plan after the decision, as far as it is known. */
    NextVersion nextVersion(DelegateExecution execution, Answers answers) {
        var isChosen = isSignificant(execution);
        var chosen = CHOSEN_OPTION.find(execution).filter(id -> isChosen).orElse("");
        var textChanges = answers.flag(PLAN_TEXT_CHANGES.name());
        return new NextVersion(
                plan(execution),
                answers.text(DECISION_TEXT.name()),
                answers.text(DECIDED_BY.name()),
                mapped(execution, FormAnswers.in(execution)),
                PREMISES_REWRITTEN.in(execution) ? FormAnswers.in(execution).rows(PREMISES.name()) : null,
                standing(execution).stream()
                        .filter(option -> option.option().id().equals(chosen))
                        .findFirst()
                        .orElse(null),
                textChanges ? answers.text(ADD_TO_SCOPE.name()) : "",
                textChanges ? answers.text(TAKE_OUT_OF_SCOPE.name()) : "",
                textChanges ? answers.day(ENDS_ON.name()) : null);
    }

    /** To whoever doubted the plan; whoever decided gets it as well where that is somebody else. */
    Letter letter(DelegateExecution execution) {
        var contact = contact(execution);
        return new Letter(
                passage(execution),
                theCase(execution),
                client(execution),
                contact,
                person(OWNER.in(execution)),
                client(execution).contacts().stream()
                        .filter(person -> person.email().equalsIgnoreCase(DECIDED_BY.in(execution)))
                        .filter(person -> !person.email().equalsIgnoreCase(contact.email()))
                        .map(person -> new Mailbox(person.email(), person.name()))
                        .toList());
    }

    /**
     * What was decided, as the client reads it. It was let through when it was recorded and is not judged again: by now
     * the plan is another one, and the days that it names may have come.
     */
    DecisionWords decision(DelegateExecution execution, Answers answers) {
        var plan = plan(execution);
        var isNew = key(execution).equals(plan.agreedIn());
        var moves = isNew
                ? plans.version(CLIENT.in(execution), plan.version() - 1)
                        .map(before -> PlanMoves.between(before, plan))
                        .orElse(PlanMoves.none())
                : PlanMoves.none();
        var decidedBy = DECIDED_BY.in(execution);
        return new DecisionWords(
                answered(answers, FEAR_ANSWERS.name(), "answer"),
                questions(execution, answers),
                DECISION_TEXT.in(execution),
                client(execution).contacts().stream()
                        .filter(person -> person.email().equalsIgnoreCase(decidedBy))
                        .map(Contact::name)
                        .findFirst()
                        .orElse(decidedBy),
                isNew,
                moves.comesIn(),
                moves.goesOut(),
                moves.endsOn(),
                answers.day(REVIEW_ON.name()));
    }

    /** Where the plan holds, each question was met by a part of it (C-85); elsewhere the options were the answer. */
    private List<Answered> questions(DelegateExecution execution, Answers answers) {
        if (isSignificant(execution)) {
            return List.of();
        }
        var asked = heard(execution).questions();
        return answered(answers, ANSWER_SHEET.name(), "how").stream()
                .filter(line -> asked.contains(line.what()))
                .toList();
    }

    private static List<Answered> answered(Answers answers, String field, String how) {
        return answers.rows(field).stream()
                .map(row -> new Answers(row::get))
                .filter(row -> !row.text("what").isEmpty())
                .map(row -> new Answered(row.text("what"), row.text(how)))
                .toList();
    }

    static SpinJsonNode json(List<? extends Map<String, ?>> rows) {
        var list = Spin.JSON("[]");
        for (var row : rows) {
            var node = Spin.JSON("{}");
            row.forEach((name, value) -> {
                if (value instanceof Boolean flag) {
                    node.prop(name, flag);
                } else {
                    node.prop(name, value == null ? "" : value.toString());
                }
            });
            list.append(node);
        }
        return list;
    }

    static List<Map<String, Object>> rows(List<Option> options) {
        return options.stream().map(Option::row).toList();
    }
}
