package agency.frontline.audit;

import agency.frontline.casefile.CaseFacts.Fact;
import agency.frontline.casefile.CaseHead;
import agency.frontline.casefile.CaseNotes.Note;
import agency.frontline.casefile.Deadline;
import agency.frontline.casefile.Message;
import agency.frontline.casefile.Promises.Promise;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A case told whole: who did what and when, on which version of the process, what was said, decided and promised.
 *
 * @param processName as the model calls itself
 * @param version of the process definition the case runs on, or ran on
 * @param versionTag null if the model has none
 * @param steps every step that began, oldest first
 * @param acts what people did beside completing tasks, oldest first: took one, gave it back, repaired something
 */
public record CaseStory(
        CaseHead head,
        String processName,
        int version,
        @Nullable String versionTag,
        List<Message> messages,
        List<Step> steps,
        List<DecisionMade> decisions,
        List<Deadline> deadlines,
        List<Promise> promises,
        List<Note> notes,
        List<Act> acts,
        List<Related> related,
        List<Fact> facts,
        Waiting waiting) {

    /**
     * A field and what stood in it, with the words of its form or table.
     *
     * @param value plain text, number, truth, moment, list or map; null only where a table knew nothing
     */
    public record Entry(String field, String label, @Nullable Object value, String text) {}

    /**
     * A step of the process.
     *
     * @param id of the element in the model
     * @param type as BPMN names it, such as {@code userTask}
     * @param who user id of who did it, or is to do it; {@code system} for what Frontline did itself; null while nobody has it
     * @param forWhom user id of whose task it is, where somebody else did it for them or is to (F13); null where nobody did
     * @param offeredTo groups that may take it, while it is open
     * @param cancelled it was taken back before it was done
     */
    public record Step(
            String id,
            String label,
            String type,
            @Nullable String who,
            @Nullable String forWhom,
            List<String> offeredTo,
            Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable Instant due,
            boolean cancelled,
            List<Entry> wrote) {

        /** "bea for ann" where somebody stands in; null while nobody has it. */
        public @Nullable String who(UnaryOperator<String> name) {
            if (who == null) {
                return null;
            }
            return forWhom == null ? name.apply(who) : name.apply(who) + " for " + name.apply(forWhom);
        }

        public boolean isTask() {
            return type.equals("userTask");
        }

        public boolean isOpen() {
            return endedAt == null;
        }

        /** What was entered in a field, in the words of the form; null if nothing. */
        public @Nullable String said(String field) {
            return wrote.stream()
                    .filter(entry -> entry.field().equals(field))
                    .map(Entry::text)
                    .findFirst()
                    .orElse(null);
        }
    }

    /**
     * What a table decided.
     *
     * @param step element that asked the table
     * @param rule the description of the rule that spoke, or its number where the table has none
     */
    public record DecisionMade(
            String table,
            String name,
            int version,
            @Nullable String step,
            @Nullable String ruleId,
            @Nullable String rule,
            List<Entry> inputs,
            List<Entry> outputs,
            Instant at) {}

    /** Something a person did to a task or to the case beside its steps. */
    public record Act(Instant at, String who, String what) {}

    /** Another case that this one has to do with. */
    public record Related(String businessKey, String subject, How how) {

        public enum How {
            REOPENS,
            REOPENED_BY,
            MERGED_INTO,
            MERGED_HERE
        }
    }

    /** How long the ball was whose; overlaps within a side count once. */
    public record Waiting(Duration client, Duration accountManager, Duration specialists) {}

    /** The steps that are open now. */
    public List<Step> standing() {
        return steps.stream()
                .filter(step -> step.isOpen() && !step.type().equals("subProcess"))
                .toList();
    }
}
