package agency.frontline.notification;

import agency.frontline.client.plan.Plan;
import agency.frontline.client.plan.PlanChange;
import agency.frontline.client.plan.PlanChange.Aspect;
import agency.frontline.client.plan.PlanChanges;
import agency.frontline.client.plan.Premise;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a version of a plan changed, as the client reads it: in their language, without our numbers and without money. */
record PlanChangeWords(Language language) {

    List<String> of(Plan before, Plan after) {
        var lines = new LinkedHashSet<String>();
        for (var change : PlanChanges.between(before.content(), after.content()).all()) {
            var words = words(change, before, after);
            if (words != null) {
                lines.add(words);
            }
        }
        return List.copyOf(lines);
    }

    private @Nullable String words(PlanChange change, Plan before, Plan after) {
        var was = what(before, change.id());
        var now = what(after, change.id());
        if (was == null && now == null) {
            return whole(change, before, after);
        }
        if (was == null) {
            return say("new", Map.of("now", now));
        }
        if (now == null) {
            return say("gone", Map.of("was", was));
        }
        if (change.aspect() == Aspect.BUDGET) {
            // How hours and money are split up is between us; what was agreed in all is told once, below.
            return null;
        }
        var dayBefore = day(before, change.id());
        var dayAfter = day(after, change.id());
        if (dayBefore != null && dayAfter != null && !dayBefore.equals(dayAfter)) {
            return say("moved", Map.of("what", now, "was", day(dayBefore), "now", day(dayAfter)));
        }
        if (change.aspect() == Aspect.PREMISE) {
            return premise(after, change.id()).map(this::premise).orElse(null);
        }
        return was.equals(now) ? say("other", Map.of("what", now)) : say("reworded", Map.of("was", was, "now", now));
    }

    private @Nullable String whole(PlanChange change, Plan before, Plan after) {
        return switch (change.aspect()) {
            case SCHEDULE -> say("end", Map.of("was", day(before.endsOn()), "now", day(after.endsOn())));
            case BUDGET -> say("budget", Map.of());
            default -> null;
        };
    }

    private String premise(Premise premise) {
        return say(
                "premise." + premise.state(),
                Map.of("what", premise.what(), "because", Objects.requireNonNullElse(premise.because(), "")));
    }

    private static Optional<Premise> premise(Plan plan, String id) {
        return plan.premises().stream()
                .filter(premise -> premise.id().equals(id))
                .findFirst();
    }

    private static @Nullable String what(Plan plan, String id) {
        return plan.part(id).map(part -> part.substring(id.length() + 2)).orElse(null);
    }

    private static @Nullable LocalDate day(Plan plan, String id) {
        return plan.workItem(id)
                .map(item -> item.due())
                .or(() -> plan.goals().stream()
                        .flatMap(goal -> goal.signs().stream())
                        .filter(sign -> sign.id().equals(id))
                        .findFirst()
                        .map(sign -> sign.day()))
                .orElse(null);
    }

    private String day(LocalDate day) {
        return DateTimeFormatter.ofPattern(language.say("pattern.day"), language.locale())
                .format(day);
    }

    private String say(String key, Map<String, String> words) {
        return language.say("where.change." + key, words);
    }
}
