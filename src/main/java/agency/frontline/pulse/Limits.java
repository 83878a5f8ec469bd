package agency.frontline.pulse;

import agency.frontline.casefile.OpenMatters.Matter;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The facts on which the table {@code pulseLimits} decides whether a contact may be asked now (F8, C-35).
 *
 * @param daysSinceLast whole days since they were asked before; null if they never were
 * @param lastAsked the case in which that was
 * @param open what is open at their client
 */
public record Limits(@Nullable Integer daysSinceLast, @Nullable String lastAsked, List<Matter> open) {

    /** What the table answers where the question may go out. */
    public static final String SEND = "SEND";

    private static final String ASKED_LATELY = "ASKED_LATELY";
    private static final String ISSUE_OPEN = "ISSUE_OPEN";

    /** The kinds of what is open, each once, as the table reads them: "ANGER, QUESTION"; empty for none. */
    public String openKinds() {
        return open.stream().map(Matter::kind).distinct().sorted().collect(Collectors.joining(", "));
    }

    /** The table's answer with the facts behind it, for whoever wonders later why nobody was asked. */
    public String why(String verdict) {
        return switch (verdict) {
            case ASKED_LATELY -> "They were asked %d days ago, in %s.".formatted(daysSinceLast, lastAsked);
            case ISSUE_OPEN ->
                "Open at this client: "
                        + open.stream()
                                .map(matter -> matter.businessKey() + " (" + matter.kind() + ")")
                                .collect(Collectors.joining(", "))
                        + ".";
            default -> "The table of limits says " + verdict + ".";
        };
    }
}
