package agency.frontline.lesson;

import agency.frontline.text.Answers;
import org.jspecify.annotations.Nullable;

/** What a closed case leaves for the next similar one; a cause, never a person (C-17, C-27). */
public record Learned(Cause cause, String sign, String whatToDo, @Nullable Integer effortFelt) {

    /** @throws agency.frontline.text.Refusal with each missing part */
    public static Learned from(Answers answers) {
        var cause = answers.requiredChoice("cause", Cause.class, "Say where it came from.");
        var sign = answers.required("sign", "Say what to look for next time.");
        var whatToDo = answers.required("whatToDo", "Say what to do then.");
        var effort = answers.score("effortFelt");
        answers.done();
        return new Learned(cause, sign, whatToDo, effort);
    }
}
