package agency.frontline.notification;

import agency.frontline.client.Client;
import agency.frontline.client.plan.BuyIn;
import agency.frontline.client.plan.EarlySign;
import agency.frontline.client.plan.Goal;
import agency.frontline.client.plan.Plan;
import agency.frontline.client.plan.SignState;
import agency.frontline.text.SafeText;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** "Where we are, what is next, what is normal now" with every word that the reader sees, in their language (C-80). */
public record WhereWeArePage(
        String language,
        String title,
        String asOf,
        @Nullable String old,
        String normalHeading,
        List<List<String>> normal,
        TimeLine line,
        String goalsHeading,
        List<GoalPart> goals,
        String nextHeading,
        List<StepPart> steps,
        @Nullable String nothingNext,
        @Nullable String talk,
        String workHeading,
        List<WorkPart> work,
        String inHeading,
        List<String> in,
        List<SectionPart> sections,
        String outHeading,
        List<OutPart> out,
        String outWhy,
        String changedHeading,
        List<VersionPart> versions,
        String ask,
        String signedBy) {

    /** The way from the first day to the last; positions are per cent of it. */
    public record TimeLine(
            String label,
            List<Mark> marks,
            List<Tick> ticks,
            int today,
            String todayWord,
            int lanes,
            boolean showsToday) {}

    /**
     * Something on the way; {@code number} stands beside its words below.
     *
     * @param mark class that colours it
     * @param lane from 0, so that two that are near do not hide each other
     */
    public record Mark(int number, int at, int lane, String mark, boolean sign) {}

    public record Tick(int at, String word) {}

    /** @param ended how both sides judged it; null before the end */
    public record GoalPart(
            String id,
            String what,
            String measure,
            List<SignPart> signs,
            @Nullable String noSigns,
            @Nullable String ended) {}

    /** @param mark class that colours its state */
    public record SignPart(String id, int number, String what, String state, String mark) {}

    /** What one side does; nobody's list is empty. */
    public record StepPart(String heading, List<StepLine> steps) {}

    public record StepLine(String what, String who, String day) {}

    public record WorkPart(int number, String what, String state, String mark) {}

    public record SectionPart(String title, List<List<String>> text) {}

    public record OutPart(String what, @Nullable String why) {}

    public record VersionPart(String heading, String why, String agreed, List<String> changes) {}

    private static final int NEAR = 9;
    private static final int TICKS = 6;

    static WhereWeArePage of(WhereWeAre where, Language language, Client client, Instant now, String signedBy) {
        return new Writer(where, language, client, now).write(signedBy);
    }

    static String title(Language language, Client client) {
        return language.say("where.title", Map.of("client", SafeText.line(client.name(), 120)));
    }

    /** All that was written for this client, line by line: what their list of words to avoid is held against (C-71). */
    public List<String> written() {
        var lines = new ArrayList<String>();
        normal.forEach(lines::addAll);
        goals.forEach(goal -> {
            lines.add(goal.what());
            lines.add(goal.measure());
            goal.signs().forEach(sign -> lines.add(sign.what()));
        });
        steps.forEach(part -> part.steps().forEach(step -> lines.add(step.what())));
        work.forEach(item -> lines.add(item.what()));
        lines.addAll(in);
        sections.forEach(section -> {
            lines.add(section.title());
            section.text().forEach(lines::addAll);
        });
        out.forEach(item -> {
            lines.add(item.what());
            if (item.why() != null) {
                lines.add(item.why());
            }
        });
        versions.forEach(version -> {
            lines.add(version.why());
            lines.addAll(version.changes());
        });
        return lines.stream().filter(line -> !line.isBlank()).distinct().toList();
    }

    /** What is put together for one reader. */
    private record Writer(WhereWeAre where, Language language, Client client, Instant now) {

        WhereWeArePage write(String signedBy) {
            var plan = where.plan();
            var numbers = numbers();
            var steps = steps();
            return new WhereWeArePage(
                    language.tag(),
                    title(language, client),
                    say("asOf", Map.of("day", day(where.today()), "version", String.valueOf(plan.version()))),
                    where.isNewest()
                            ? null
                            : say(
                                    "old",
                                    Map.of(
                                            "version", String.valueOf(plan.version()),
                                            "newest", String.valueOf(where.newest()))),
                    say("normal"),
                    paragraphs(where.normal() == null ? say("normal." + where.phase()) : where.normal()),
                    line(numbers),
                    say("goals"),
                    plan.goals().stream().map(goal -> goal(goal, numbers)).toList(),
                    say("next"),
                    steps,
                    steps.isEmpty() ? say("next.nothing") : null,
                    where.talk() == null
                            ? null
                            : say(
                                    "next.talk",
                                    Map.of("at", new Moments(language, client.timeZone(), now).at(where.talk()))),
                    say("work"),
                    where.work().stream().map(work -> work(work, numbers)).toList(),
                    say("in"),
                    plan.scopeIn().stream().map(item -> item.what()).toList(),
                    plan.sections().stream()
                            .map(section -> new SectionPart(section.title(), paragraphs(section.text())))
                            .toList(),
                    say("out"),
                    plan.scopeOut().stream()
                            .map(item -> new OutPart(item.what(), item.because()))
                            .toList(),
                    say("out.why"),
                    say("changed"),
                    versions(),
                    say("ask"),
                    signedBy);
        }

        /** Signs and work items by their days, counted from 1. */
        private Map<String, Integer> numbers() {
            record Dated(String id, LocalDate day) {}
            var dated = Stream.concat(
                            where.plan().goals().stream()
                                    .flatMap(goal -> goal.signs().stream())
                                    .map(sign -> new Dated(sign.id(), sign.day())),
                            where.work().stream()
                                    .map(work -> new Dated(
                                            work.item().id(), work.item().due())))
                    .sorted(Comparator.comparing(Dated::day).thenComparing(Dated::id))
                    .toList();
            var numbers = new HashMap<String, Integer>();
            dated.forEach(one -> numbers.put(one.id(), numbers.size() + 1));
            return numbers;
        }

        private TimeLine line(Map<String, Integer> numbers) {
            var from = where.begins();
            var to = Stream.of(
                            Stream.of(where.plan().endsOn()),
                            where.plan().goals().stream()
                                    .flatMap(goal -> goal.signs().stream())
                                    .map(EarlySign::day),
                            where.work().stream().map(work -> work.item().due()))
                    .flatMap(days -> days)
                    .max(Comparator.naturalOrder())
                    .orElse(where.plan().endsOn());
            var unplaced = new ArrayList<Mark>();
            for (var goal : where.plan().goals()) {
                for (var sign : goal.signs()) {
                    unplaced.add(
                            new Mark(numbers.get(sign.id()), at(from, to, sign.day()), 0, mark(state(sign)), true));
                }
            }
            for (var work : where.work()) {
                unplaced.add(new Mark(
                        numbers.get(work.item().id()), at(from, to, work.item().due()), 0, workMark(work), false));
            }
            unplaced.sort(Comparator.comparing(Mark::number));
            var marks = placed(unplaced);
            var lanes = marks.stream().mapToInt(Mark::lane).max().orElse(0) + 1;
            return new TimeLine(
                    say("line", Map.of("from", day(from), "to", day(where.plan().endsOn()))),
                    marks,
                    ticks(from, to),
                    at(from, to, where.today()),
                    say("today"),
                    lanes,
                    !where.today().isBefore(from) && !where.today().isAfter(to));
        }

        private static List<Mark> placed(List<Mark> unplaced) {
            var lastInLane = new ArrayList<Integer>();
            var placed = new ArrayList<Mark>();
            for (var mark : unplaced) {
                var lane = 0;
                while (lane < lastInLane.size() && mark.at() - lastInLane.get(lane) < NEAR) {
                    lane++;
                }
                if (lane == lastInLane.size()) {
                    lastInLane.add(mark.at());
                } else {
                    lastInLane.set(lane, mark.at());
                }
                placed.add(new Mark(mark.number(), mark.at(), lane, mark.mark(), mark.sign()));
            }
            return placed;
        }

        private List<Tick> ticks(LocalDate from, LocalDate to) {
            var months = ChronoUnit.MONTHS.between(from.withDayOfMonth(1), to.withDayOfMonth(1));
            var every = Math.max(1, (months + TICKS - 1) / TICKS);
            var word = DateTimeFormatter.ofPattern(every > 11 ? "uuuu" : "LLL", language.locale());
            var ticks = new ArrayList<Tick>();
            for (var month = from.withDayOfMonth(1).plusMonths(every);
                    !month.isAfter(to);
                    month = month.plusMonths(every)) {
                ticks.add(new Tick(at(from, to, month), word.format(month)));
            }
            return ticks;
        }

        private static int at(LocalDate from, LocalDate to, LocalDate day) {
            var length = Math.max(1, ChronoUnit.DAYS.between(from, to));
            var gone = ChronoUnit.DAYS.between(from, day);
            return (int) Math.max(0, Math.min(100, Math.round(100.0 * gone / length)));
        }

        private GoalPart goal(Goal goal, Map<String, Integer> numbers) {
            var ending = where.endings().get(goal.id());
            return new GoalPart(
                    goal.id(),
                    goal.what(),
                    say("measure", Map.of("measure", goal.measure())),
                    goal.signs().stream()
                            .map(sign -> new SignPart(
                                    sign.id(),
                                    numbers.get(sign.id()),
                                    sign.what(),
                                    stateWords(sign),
                                    mark(state(sign))))
                            .toList(),
                    goal.signs().isEmpty() ? say("signs.none") : null,
                    ending == null
                            ? null
                            : say(
                                    "ended",
                                    Map.of(
                                            "agency", say("verdict." + ending.agency()),
                                            "client", say("verdict." + ending.client()))));
        }

        private SignState state(EarlySign sign) {
            return SignState.of(sign, where.looks().get(sign.id()), where.today());
        }

        private String stateWords(EarlySign sign) {
            var look = where.looks().get(sign.id());
            var state = state(sign);
            var on = state == SignState.SEEN && look != null ? look.day() : sign.day();
            var words = say("sign." + state, Map.of("day", day(on)));
            return look == null || look.seen()
                    ? words
                    : words + "; " + say("sign.looked", Map.of("day", day(look.day())));
        }

        private static String mark(SignState state) {
            return switch (state) {
                case SEEN -> "kept";
                case LATE -> "late";
                case SOON -> "soon";
                case AHEAD -> "ahead";
            };
        }

        private WorkPart work(WhereWeAre.Work work, Map<String, Integer> numbers) {
            return new WorkPart(numbers.get(work.item().id()), work.item().what(), workWords(work), workMark(work));
        }

        private String workWords(WhereWeAre.Work work) {
            var agreed = day(work.item().due());
            if (work.done()) {
                return say("work.done");
            }
            return isLate(work)
                    ? say("work.late", Map.of("day", agreed, "forecast", day(work.forecast())))
                    : say("work.due", Map.of("day", agreed));
        }

        private static boolean isLate(WhereWeAre.Work work) {
            return !work.done() && work.forecast().isAfter(work.item().due());
        }

        private static String workMark(WhereWeAre.Work work) {
            return work.done() ? "kept" : isLate(work) ? "late" : "ahead";
        }

        private List<StepPart> steps() {
            var parts = new ArrayList<StepPart>();
            for (var ours : List.of(true, false)) {
                var lines = where.steps().stream()
                        .filter(step -> step.ours() == ours)
                        .map(step -> new StepLine(step.what(), step.who(), say("by", Map.of("day", day(step.day())))))
                        .toList();
                if (!lines.isEmpty()) {
                    parts.add(new StepPart(say(ours ? "next.us" : "next.you"), lines));
                }
            }
            return parts;
        }

        /** The newest first: that is what a reader looks for. */
        private List<VersionPart> versions() {
            var parts = new ArrayList<VersionPart>();
            for (int i = where.versions().size() - 1; i >= 0; i--) {
                var version = where.versions().get(i);
                var recorded = LocalDate.ofInstant(version.recordedAt(), client.timeZone());
                parts.add(new VersionPart(
                        say("version", Map.of("version", String.valueOf(version.version()), "day", day(recorded))),
                        i == 0 ? say("baseline") : version.content().reason(),
                        agreed(version),
                        i == 0
                                ? List.of()
                                : new PlanChangeWords(language)
                                        .of(where.versions().get(i - 1), version)));
            }
            return parts;
        }

        private String agreed(Plan version) {
            var said = version.buyIns().stream().map(this::agreed).toList();
            return said.isEmpty() ? say("agreed.nobody") : say("agreed", Map.of("who", language.list(said)));
        }

        private String agreed(BuyIn buyIn) {
            return buyIn.name() + " (" + day(buyIn.day()) + ")";
        }

        private static List<List<String>> paragraphs(String text) {
            var prose = Prose.of(text);
            return prose == null ? List.of() : prose.paragraphs();
        }

        private String day(LocalDate day) {
            return DateTimeFormatter.ofPattern(language.say("pattern.day"), language.locale())
                    .format(day);
        }

        private String say(String key) {
            return language.say("where." + key);
        }

        private String say(String key, Map<String, String> words) {
            return language.say("where." + key, words);
        }
    }
}
