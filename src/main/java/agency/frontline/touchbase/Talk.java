package agency.frontline.touchbase;

import agency.frontline.client.Channel;
import agency.frontline.correction.Noted;
import agency.frontline.nextstep.Agreed;
import agency.frontline.nextstep.NextStep;
import agency.frontline.nextstep.StepOwner;
import agency.frontline.text.Answers;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A touch-base as whoever held it leaves it: how and with whom, what was put right, who does what by when, and what
 * presses on the client.
 *
 * @param worry what worries the client, in their words; empty for nothing: it becomes an issue of its own
 * @param summary "where we are, what is next, what is normal now" (C-80); empty where nothing is sent
 */
public record Talk(
        Channel channel,
        List<StepOwner> present,
        String clientSaid,
        List<Noted> corrections,
        List<Agreed> steps,
        List<PressureSignal> signals,
        String worry,
        String summary,
        @Nullable Milestone milestone,
        String touchIdea,
        @Nullable LocalDate touchBy,
        boolean touchDone) {

    private static final int LONGEST = 1000;

    /** A day that matters to somebody at the client's. */
    public record Milestone(String what, LocalDate day, boolean eachYear) {}

    /** What the form can refer to. */
    public record Room(
            Function<String, @Nullable StepOwner> known, List<NextStep> standing, LocalDate today, Instant now) {

        /** For what was let through already and is carried out later: the days that it names may have come since. */
        public Room later() {
            return new Room(known, standing, LocalDate.MIN, Instant.MIN);
        }
    }

    /**
     * Reads the form.
     *
     * @throws agency.frontline.text.Refusal with each missing part
     */
    public static Talk from(Answers answers, Room room) {
        var channel = answers.requiredChoice("channel", Channel.class, "Say how you spoke.");
        var present = new ArrayList<StepOwner>();
        for (var id : new LinkedHashSet<>(answers.list("attendees"))) {
            var known = room.known().apply(id);
            if (known == null) {
                answers.refuse("attendees", "There is nobody '" + id + "' at the client or on its team.");
            } else {
                present.add(known);
            }
        }
        if (present.stream().allMatch(StepOwner::ours)) {
            answers.refuse("attendees", "Say whom at the client you spoke with.");
        }
        if (present.stream().noneMatch(StepOwner::ours)) {
            answers.refuse("attendees", "Say who of us spoke with them.");
        }
        var clientSaid = answers.required("clientSaid", "Write down what the client said, in their words.");
        var corrections = Noted.rows(answers, "corrections");
        var steps = Agreed.from(answers, "nextSteps", room.known(), room.standing(), room.today());
        var signals = signals(answers);
        var milestone = milestone(answers);
        var idea = answers.text("touchIdea");
        if (idea.length() > LONGEST) {
            answers.refuse("touchIdea", "Say it in at most " + LONGEST + " characters.");
        }
        var talk = new Talk(
                channel,
                present,
                clientSaid,
                corrections,
                steps,
                signals,
                answers.text("worry"),
                answers.flag("sendSummary")
                        ? answers.required("summary", "Write what the client is to read, or do not send it.")
                        : "",
                milestone,
                idea,
                answers.day("touchOn"),
                answers.flag("touchDone"));
        answers.done();
        return talk;
    }

    private static List<PressureSignal> signals(Answers answers) {
        var signals = new ArrayList<PressureSignal>();
        for (var name : new LinkedHashSet<>(answers.list("pressureSignals"))) {
            Arrays.stream(PressureSignal.values())
                    .filter(known -> known.name().equals(name))
                    .findFirst()
                    .ifPresentOrElse(
                            signals::add,
                            () -> answers.refuse(
                                    "pressureSignals",
                                    "Choose among "
                                            + Arrays.stream(PressureSignal.values())
                                                    .map(Enum::name)
                                                    .collect(Collectors.joining(", "))
                                            + "."));
        }
        return signals;
    }

    private static @Nullable Milestone milestone(Answers answers) {
        var what = answers.text("milestoneWhat");
        var day = answers.day("milestoneDay");
        if (what.isEmpty() && day == null) {
            return null;
        }
        if (what.isEmpty() || what.length() > 400) {
            answers.refuse("milestoneWhat", "Say in at most 400 characters what the day is.");
        }
        if (day == null && answers.text("milestoneDay").isEmpty()) {
            answers.refuse("milestoneDay", "Give the day.");
        }
        return day == null ? null : new Milestone(what, day, answers.flag("milestoneEachYear"));
    }
}
