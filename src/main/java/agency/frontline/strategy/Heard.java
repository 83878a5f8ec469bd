package agency.frontline.strategy;

import agency.frontline.text.Answers;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the account manager heard before judging any of it (C-79, C-84).
 *
 * @param fears in the client's words
 * @param unsaid what was not said; "none heard" where that is so, never blank (C-52)
 */
public record Heard(List<String> fears, List<String> questions, List<News> news, String unsaid) {

    public Heard {
        fears = List.copyOf(fears);
        questions = List.copyOf(questions);
        news = List.copyOf(news);
    }

    /** Something that is known now (C-78). */
    public record News(String what, String source) {}

    /**
     * Reads the fields {@code fears}, {@code questions} (rows of {@code what}), {@code newInformation} (rows of
     * {@code what}, {@code source}) and {@code unsaid}.
     *
     * @throws agency.frontline.text.Refusal with each missing part
     */
    public static Heard from(Answers answers) {
        var fears = words(answers, "fears");
        var questions = words(answers, "questions");
        var news = Rows.read(
                answers,
                "newInformation",
                "what",
                (row, place) -> new News(
                        Rows.required(answers, row, "what", "say what we know now.", "newInformation", place),
                        Rows.required(
                                answers,
                                row,
                                "source",
                                "say where it comes from; what has no source is a rumour.",
                                "newInformation",
                                place)));
        if (fears.isEmpty() && questions.isEmpty() && news.isEmpty()) {
            answers.refuse(
                    "fears",
                    "Write down at least one fear, question or piece of news; if there is none, nobody doubts the plan.");
        }
        var unsaid = Rows.required(answers, "unsaid", "Say what was not said; \"none heard\" will do.");
        answers.done();
        return new Heard(fears, questions, news, unsaid);
    }

    private static List<String> words(Answers answers, String field) {
        return Rows.read(
                        answers,
                        field,
                        "what",
                        (row, place) -> Rows.required(answers, row, "what", "write it in their words.", field, place))
                .stream()
                .distinct()
                .toList();
    }

    /** Fears and questions: what the client needs an answer to (C-85). */
    public List<String> needs() {
        return Stream.concat(fears.stream(), questions.stream()).distinct().toList();
    }

    /** For a colleague, a line each. */
    public String inWords() {
        return Stream.of(
                        fears.stream().map(fear -> "Fears: " + fear),
                        questions.stream().map(question -> "Asks: " + question),
                        news.stream().map(one -> "New: " + one.what() + " (from " + one.source() + ")"),
                        Stream.of("Unsaid: " + unsaid))
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n"));
    }
}
