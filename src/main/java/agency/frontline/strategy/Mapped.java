package agency.frontline.strategy;

import agency.frontline.client.plan.Plan;
import agency.frontline.client.plan.PremiseState;
import agency.frontline.correction.Effect;
import agency.frontline.text.Answers;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the client asked and what is new, held against the plan (C-77, C-78). */
public record Mapped(List<Answered> questions, List<Weighed> news, Effect scope, Effect budget, Effect schedule) {

    /** Stands for a premise where something new touches none of them. */
    public static final String NO_PREMISE = "NONE";

    public Mapped {
        questions = List.copyOf(questions);
        news = List.copyOf(news);
    }

    /**
     * A question and where it stands.
     *
     * @param place number of a part of the plan; null where it stands nowhere
     * @param because why it was left out, or what it is called; may be empty
     */
    public record Answered(String question, Whereabouts answer, @Nullable String place, String because) {}

    /**
     * Something new and what it does to a premise.
     *
     * @param premise its number; {@link #NO_PREMISE} where it touches none
     */
    public record Weighed(String what, String source, String premise, PremiseState state, String because) {}

    /**
     * Reads {@code mappedQuestions} (rows of {@code what}, {@code answer}, {@code place}, {@code because}),
     * {@code weighedInformation} (rows of {@code what}, {@code source}, {@code premise}, {@code state}, {@code because}),
     * {@code scopeEffect}, {@code budgetEffect} and {@code scheduleEffect}.
     *
     * @throws agency.frontline.text.Refusal with each question and each piece of news that is not judged yet
     */
    public static Mapped from(Answers answers, Heard heard, Plan plan) {
        var questions =
                Rows.read(answers, "mappedQuestions", "what", (row, place) -> answered(answers, row, place, plan));
        var news = Rows.read(answers, "weighedInformation", "what", (row, place) -> weighed(answers, row, place, plan));
        if (!Rows.name(answers, "mappedQuestions", heard.questions())) {
            answers.refuse("mappedQuestions", "Say of each question that was asked where it stands in the plan.");
        }
        if (!Rows.name(
                answers,
                "weighedInformation",
                heard.news().stream().map(Heard.News::what).toList())) {
            answers.refuse("weighedInformation", "Say of each new thing what it does to the plan.");
        }
        var scope = effect(answers, "scopeEffect", "Say whether the work would change.");
        var budget = effect(answers, "budgetEffect", "Say whether the money would change.");
        var schedule = effect(answers, "scheduleEffect", "Say whether the dates would change.");
        if (scope == Effect.NONE && questions.stream().anyMatch(one -> one.answer() == Whereabouts.MISSING)) {
            answers.refuse(
                    "scopeEffect",
                    "Something they ask for is missing, so the work would change; or say it was left out, and why.");
        }
        answers.done();
        return new Mapped(questions, news, scope, budget, schedule);
    }

    private static Effect effect(Answers answers, String field, String remedy) {
        var effect = answers.requiredChoice(field, Effect.class, remedy);
        return effect == null ? Effect.NONE : effect;
    }

    private static @Nullable Answered answered(Answers answers, Answers row, String place, Plan plan) {
        var field = "mappedQuestions";
        var answer = Rows.choice(
                answers,
                row,
                "answer",
                Whereabouts.class,
                "say whether it is IN_PLAN, UNDER_ANOTHER_NAME, LEFT_OUT or MISSING.",
                field,
                place);
        var part = row.text("place");
        var because = Rows.words(answers, row, "because", field, place);
        if (!part.isEmpty() && plan.part(part).isEmpty()) {
            answers.refuse(field, place + "choose a part of the plan; there is no " + part + ".");
        } else if (part.isEmpty() && (answer == Whereabouts.IN_PLAN || answer == Whereabouts.UNDER_ANOTHER_NAME)) {
            answers.refuse(field, place + "choose the place in the plan.");
        }
        if (answer == Whereabouts.LEFT_OUT && because.isEmpty()) {
            answers.refuse(field, place + "say why it was left out.");
        }
        return answer == null ? null : new Answered(row.text("what"), answer, part.isEmpty() ? null : part, because);
    }

    private static @Nullable Weighed weighed(Answers answers, Answers row, String place, Plan plan) {
        var field = "weighedInformation";
        var premise = row.text("premise");
        var known = plan.premises().stream().anyMatch(one -> one.id().equals(premise));
        if (!known && !premise.equals(NO_PREMISE)) {
            answers.refuse(field, place + "choose what it touches, or that it touches nothing the plan rests on.");
        }
        var state = Rows.choice(
                answers,
                row,
                "state",
                PremiseState.class,
                "say whether that HOLDS, is WEAKENED or FAILS.",
                field,
                place);
        if (premise.equals(NO_PREMISE) && state != null && state != PremiseState.HOLDS) {
            answers.refuse(field, place + "choose the premise that it weakens.");
        }
        var because = Rows.required(answers, row, "because", "say why.", field, place);
        return state == null ? null : new Weighed(row.text("what"), row.text("source"), premise, state, because);
    }

    /** The premise that is worst off, with what was already said of it in the plan; HOLDS where all do. */
    public PremiseState worst() {
        return news.stream().map(Weighed::state).max(Comparator.naturalOrder()).orElse(PremiseState.HOLDS);
    }

    /** What was learned of a premise: the worst of it; empty where nothing new touches it. */
    public Optional<Weighed> of(String premise) {
        return news.stream().filter(one -> one.premise().equals(premise)).max(Comparator.comparing(Weighed::state));
    }
}
