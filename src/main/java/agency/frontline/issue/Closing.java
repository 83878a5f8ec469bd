package agency.frontline.issue;

import agency.frontline.text.Answers;
import org.jspecify.annotations.Nullable;

/** What the client says in the end, or that they said nothing (C-50, C-51, C-72, F7). */
public record Closing(
        Resolution resolution,
        @Nullable PurposeMet purposeMet,
        @Nullable Integer moodBefore,
        @Nullable Integer moodAfter,
        String unconfirmedReason) {

    /**
     * Reads the form.
     *
     * @param kind null only for cases whose model left it out; then the mood is not asked
     * @param clientSpoke whether the client has said anything since our last answer; without it nothing is confirmed
     * @throws agency.frontline.text.Refusal with each missing part
     */
    public static Closing from(Answers answers, @Nullable IssueKind kind, boolean clientSpoke) {
        var resolution = answers.requiredChoice("resolution", Resolution.class, "Say what the client says.");
        var ends = resolution != null && resolution.ends();
        if (resolution == Resolution.CONFIRMED && !clientSpoke) {
            answers.refuse(
                    "resolution",
                    "The client has said nothing since our answer. Log what they told you (case page, \"The client"
                            + " said\"), or close it UNCONFIRMED with a reason.");
        }
        if (resolution == Resolution.UNCONFIRMED) {
            answers.required("unconfirmedReason", "Say why it closes without the client's word.");
        }
        var purposeMet = ends
                ? answers.requiredChoice(
                        "purposeMet", PurposeMet.class, "Say whether the client got what they really needed.")
                : answers.choice("purposeMet", PurposeMet.class);
        var before = answers.score("moodBefore");
        var after = answers.score("moodAfter");
        if (ends && kind != null && kind.moodMatters()) {
            if (answers.text("moodBefore").isEmpty()) {
                answers.refuse("moodBefore", "Say how the client felt at first, from 1 to 5.");
            }
            if (answers.text("moodAfter").isEmpty()) {
                answers.refuse("moodAfter", "Say how the client feels now, from 1 to 5.");
            }
        }
        answers.done();
        return new Closing(resolution, purposeMet, before, after, answers.text("unconfirmedReason"));
    }
}
