package agency.frontline.strategy;

import agency.frontline.client.plan.Plan;
import agency.frontline.text.Answers;
import java.util.List;

/** Each fear and each need with the part of the plan that meets it (C-85). */
public record AnswerSheet(List<Line> lines) {

    public AnswerSheet {
        lines = List.copyOf(lines);
    }

    /**
     * One of them.
     *
     * @param place number of a part of the plan
     * @param how as it is said to the client
     */
    public record Line(String need, String place, String how) {}

    /**
     * Reads {@code answerSheet}: rows of {@code what}, {@code place} and {@code how}.
     *
     * @throws agency.frontline.text.Refusal with each fear and need that nothing meets yet
     */
    public static AnswerSheet from(Answers answers, List<String> needs, Plan plan) {
        var field = "answerSheet";
        var lines = Rows.read(answers, field, "what", (row, place) -> {
            var part = row.text("place");
            if (plan.part(part).isEmpty()) {
                answers.refuse(field, place + "choose the part of the plan that meets it.");
            }
            return new Line(
                    row.text("what"),
                    part,
                    Rows.required(answers, row, "how", "say how, as you would say it to them.", field, place));
        });
        if (!Rows.name(answers, field, needs)) {
            answers.refuse(field, "Answer each fear and each need that you heard.");
        }
        answers.done();
        return new AnswerSheet(lines);
    }
}
