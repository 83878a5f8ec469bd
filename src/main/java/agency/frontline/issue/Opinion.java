package agency.frontline.issue;

import agency.frontline.text.Answers;

/** What a specialist says of the account manager's diagnosis; both versions are kept (C-06). */
public record Opinion(Verdict verdict, String finding, String recommendation) {

    /** @throws agency.frontline.text.Refusal with each missing part */
    public static Opinion from(Answers answers) {
        var verdict = answers.requiredChoice("verdict", Verdict.class, "Say whether the diagnosis holds.");
        var finding = answers.required(
                "finding",
                verdict == Verdict.UNCLEAR
                        ? "Say what is unclear, so that the account manager can mend it."
                        : "Say what you found.");
        if (verdict != null && verdict != Verdict.UNCLEAR) {
            answers.required("recommendation", "Say what you recommend.");
        }
        answers.done();
        return new Opinion(verdict, finding, answers.text("recommendation"));
    }
}
