package agency.frontline.strategy;

import agency.frontline.text.Answers;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An option after its scope was checked.
 *
 * @param why the reason of the rule that spoke
 * @param changeOrder what the director decided; null where no change order is needed, or while nobody has
 */
public record JudgedOption(Option option, ScopeVerdict verdict, String why, @Nullable ChangeOrderDecision changeOrder) {

    /** Those of a list of options with {@code scopeVerdict}, {@code scopeVerdictWhy} and {@code changeOrderDecision}. */
    public static List<JudgedOption> list(Answers answers, String field) {
        return answers.rows(field).stream()
                .map(row -> {
                    var judged = new Answers(row::get);
                    return new JudgedOption(
                            Option.of(row),
                            ScopeVerdict.valueOf(judged.text("scopeVerdict")),
                            judged.text("scopeVerdictWhy"),
                            judged.choice("changeOrderDecision", ChangeOrderDecision.class));
                })
                .toList();
    }

    /** Whether the client may hear of it: one that needs a change order or a waiver has it (F11). */
    public boolean stands() {
        return verdict != ScopeVerdict.CHANGE_ORDER
                || changeOrder == ChangeOrderDecision.APPROVED
                || changeOrder == ChangeOrderDecision.WAIVED;
    }
}
