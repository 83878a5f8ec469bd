package agency.frontline.issue;

import agency.frontline.text.Answers;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The account manager's own view, formed before anything is passed on (C-05, C-45, C-52); with the hand-over if
 * specialists are asked (C-42).
 *
 * @param handOver null unless {@code course} is CONSULT
 */
public record Diagnosis(
        IssueKind kind,
        String askedFor,
        String reallyNeeds,
        String unsaid,
        String diagnosis,
        String view,
        Confidence confidence,
        Course course,
        @Nullable HandOver handOver) {

    /** The groups whose view can be asked for (processes.md, Groups). */
    public static final Set<String> SPECIALISTS =
            Set.of("planners", "media-specialists", "writers", "art-directors", "project-managers", "producers");

    /**
     * What specialists get (C-42); the client's words and the view are the other two parts.
     *
     * @param neededBy null: the usual time
     * @param alreadyTold the client heard the first view by phone or visit, so nothing is mailed
     */
    public record HandOver(
            List<String> specialists,
            String whatINeed,
            @Nullable LocalDate neededBy,
            String toldClient,
            boolean alreadyTold) {}

    /**
     * Reads the form.
     *
     * @param clientWords every message of the client so far
     * @param today the day at the client's
     * @throws agency.frontline.text.Refusal with each missing part, its field and what would do
     */
    public static Diagnosis from(Answers answers, Collection<String> clientWords, LocalDate today) {
        var kind = answers.requiredChoice("issueKind", IssueKind.class, "Say what kind of issue this is.");
        var reallyNeeds = answers.required(
                "reallyNeeds", "Say what the client really needs; it may differ from what they asked.");
        var unsaid = answers.required("unsaid", "Say what the client did not say; \"none heard\" will do.");
        var diagnosis = answers.required("diagnosis", "Say what is behind it, as far as you can tell.");
        var view = answers.required(
                "view", "Say what you would tell the client now; nobody is asked before you have a view.");
        var course = answers.requiredChoice("course", Course.class, "Say what happens next.");
        if (course == Course.RESET_STRATEGY && answers.flag("emergency")) {
            answers.refuse("course", "Answer the emergency first; the plan is gone over when it is out of the way.");
        }
        for (var own : List.of("reallyNeeds", "diagnosis", "view", "unsaid")) {
            if (OwnWords.isCopy(answers.text(own), clientWords)) {
                answers.refuse(own, "These are the client's words; say it in your own.");
            }
        }
        var confidence = answers.choice("confidence", Confidence.class);
        answers.choice("urgency", Urgency.class);
        answers.list("disciplines").stream()
                .filter(tag -> !isOneOf(Discipline.class, tag))
                .forEach(tag -> answers.refuse("disciplines", "Choose among STRATEGY, MEDIA, CREATIVE, PRODUCTION."));
        var handOver = course == Course.CONSULT ? handOver(answers, today) : null;
        answers.done();
        return new Diagnosis(
                kind,
                answers.text("askedFor"),
                reallyNeeds,
                unsaid,
                diagnosis,
                view,
                confidence == null ? Confidence.MEDIUM : confidence,
                course,
                handOver);
    }

    /** The hand-over of a diagnosis that has passed {@link #from} before. */
    public static HandOver handOverIn(Answers answers) {
        return new HandOver(
                answers.list("specialists"),
                answers.text("whatINeed"),
                answers.day("neededBy"),
                answers.text("toldClient"),
                answers.flag("alreadyTold"));
    }

    /**
     * Reads the two questions of a triage: who is needed, and for what (C-07).
     *
     * @throws agency.frontline.text.Refusal as {@link #from}
     */
    public static HandOver triage(Answers answers, LocalDate today) {
        referral(answers, today);
        answers.done();
        return handOverIn(answers);
    }

    private static HandOver handOver(Answers answers, LocalDate today) {
        referral(answers, today);
        answers.required("toldClient", "Say what the client hears meanwhile: your first view, whom you ask, by when.");
        return handOverIn(answers);
    }

    private static void referral(Answers answers, LocalDate today) {
        var specialists = answers.list("specialists");
        if (specialists.isEmpty()) {
            answers.refuse("specialists", "Choose whose view you need.");
        }
        for (var group : specialists) {
            if (!SPECIALISTS.contains(group)) {
                answers.refuse("specialists", "There is no group of specialists called '" + group + "'.");
            }
        }
        if (Set.copyOf(specialists).size() != specialists.size()) {
            answers.refuse("specialists", "Name each group once.");
        }
        answers.required("whatINeed", "Say what you need from them.");
        var neededBy = answers.day("neededBy");
        if (neededBy != null && neededBy.isBefore(today)) {
            answers.refuse("neededBy", "Choose today or a later day.");
        }
    }

    private static <E extends Enum<E>> boolean isOneOf(Class<E> type, String name) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(name)) {
                return true;
            }
        }
        return false;
    }
}
