package agency.frontline.audit;

import agency.frontline.audit.CaseStory.Step;
import agency.frontline.audit.CaseStory.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** Whose turn it was, and for how long. */
final class Ball {

    private static final List<String> MANAGERS = List.of("account-managers", "account-directors");

    private Ball() {}

    /**
     * @param groups whose task a step is, as the model says
     * @param now the end of what is still open
     */
    static Waiting shares(List<Step> steps, Function<Step, List<String>> groups, Instant now) {
        Predicate<Step> managers =
                step -> step.isTask() && groups.apply(step).stream().anyMatch(MANAGERS::contains);
        return new Waiting(
                // The flow waits for the client where it stands before "they answer, or they do not".
                time(steps, step -> step.type().equals("eventBasedGateway"), now),
                time(steps, managers, now),
                time(steps, step -> step.isTask() && !managers.test(step), now));
    }

    private static Duration time(List<Step> steps, Predicate<Step> side, Instant now) {
        var spans = new ArrayList<>(steps.stream().filter(side).toList());
        spans.sort(Comparator.comparing(Step::startedAt));
        var sum = Duration.ZERO;
        Instant counted = Instant.MIN;
        for (var step : spans) {
            var from = step.startedAt().isAfter(counted) ? step.startedAt() : counted;
            var to = step.endedAt() == null ? now : step.endedAt();
            if (to.isAfter(from)) {
                sum = sum.plus(Duration.between(from, to));
                counted = to;
            }
        }
        return sum;
    }
}
