package agency.frontline.deliverable;

import agency.frontline.deliverable.Deliverables.Raised;
import agency.frontline.text.Answers;
import agency.frontline.text.SafeText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the account manager stands after the discussion: each challenge answered, a decision, and what was given up (C-47,
 * C-49).
 *
 * @param decision never null once the form was let through
 */
public record Statement(
        List<Reply> replies, String opinion, @Nullable OpinionDecision decision, List<Compromise> compromises) {

    private static final int LONGEST = 2000;
    private static final int LONGEST_OPINION = 4000;

    /**
     * What becomes of one challenge.
     *
     * @param id of the challenge, as people say it: {@code DLV-2026-00004/2}
     * @param answer why; empty where it simply goes in
     */
    public record Reply(String id, ChallengeVerdict verdict, String answer) {}

    /** What was given up, for what, and who agreed (C-47). */
    public record Compromise(String givenUp, String forWhat, String agreedBy) {}

    /**
     * Reads the form.
     *
     * @param raised the challenges of this version that wait for an answer
     * @throws agency.frontline.text.Refusal with each one that has none; a must stays out only if its source says that it is
     *     none, and what was let in has to stand in the text before it goes on
     */
    public static Statement from(Answers answers, List<Raised> raised) {
        var replies = replies(answers, raised);
        var opinion = answers.required("opinion", "Say where you stand; your opinion is what the team works with.");
        if (opinion.length() > LONGEST_OPINION) {
            answers.refuse("opinion", "Say it in at most %,d characters.".formatted(LONGEST_OPINION));
        }
        var decision =
                answers.requiredChoice("opinionDecision", OpinionDecision.class, "Say whether it goes on or changes.");
        var letIn = replies.stream()
                .filter(reply -> reply.verdict() == ChallengeVerdict.ACCEPTED)
                .count();
        if (decision == OpinionDecision.GO_ON && letIn > 0) {
            answers.refuse(
                    "opinionDecision",
                    "You let in %s that does not stand in the text yet. Choose REVISE, so that it is drafted."
                            .formatted(letIn == 1 ? "one challenge" : letIn + " challenges"));
        }
        var compromises = compromises(answers);
        answers.done();
        return new Statement(replies, SafeText.clean(opinion), decision, compromises);
    }

    private static List<Reply> replies(Answers answers, List<Raised> raised) {
        Map<String, Answers> rows = new HashMap<>();
        for (var row : answers.rows("challengeAnswers")) {
            var of = new Answers(row::get);
            rows.put(of.text("challengeId"), of);
        }
        var replies = new ArrayList<Reply>();
        for (var challenge : raised) {
            var reply = reply(answers, challenge, rows.getOrDefault(challenge.id(), new Answers(field -> null)));
            if (reply != null) {
                replies.add(reply);
            }
        }
        return replies;
    }

    private static @Nullable Reply reply(Answers answers, Raised challenge, Answers of) {
        var words = of.text("answer");
        ChallengeVerdict verdict = null;
        for (var known : ChallengeVerdict.values()) {
            if (known.name().equals(of.text("verdict"))) {
                verdict = known;
            }
        }
        if (verdict == null) {
            refuse(answers, challenge, "say whether it goes in: ACCEPTED or DECLINED.");
            return null;
        }
        var must = challenge.challenge().weight() == Weight.MUST;
        if (must && verdict == ChallengeVerdict.DECLINED) {
            refuse(
                    answers,
                    challenge,
                    "it is a must of %s and does not stay out. Let it in; or, if they say that it is none, choose NO_MUST and write who said so."
                            .formatted(challenge.challenge().source()));
        }
        if (verdict != ChallengeVerdict.ACCEPTED && words.isEmpty()) {
            refuse(answers, challenge, "answer it: say why it stays out.");
        }
        if (words.length() > LONGEST) {
            refuse(answers, challenge, "answer it in at most %,d characters.".formatted(LONGEST));
        }
        return new Reply(challenge.id(), verdict, SafeText.clean(words));
    }

    private static void refuse(Answers answers, Raised challenge, String remedy) {
        answers.refuse(
                "challengeAnswers",
                "\"%s\" (%s): %s".formatted(SafeText.line(challenge.challenge().what(), 60), challenge.id(), remedy));
    }

    private static List<Compromise> compromises(Answers answers) {
        var compromises = new ArrayList<Compromise>();
        int number = 0;
        for (var row : answers.rows("compromises")) {
            number++;
            var of = new Answers(row::get);
            var compromise = new Compromise(line(of, "givenUp"), line(of, "forWhat"), line(of, "agreedBy"));
            if (compromise.givenUp().isEmpty()
                    || compromise.forWhat().isEmpty()
                    || compromise.agreedBy().isEmpty()) {
                answers.refuse(
                        "compromises",
                        "Compromise %d: say what was given up, for what, and who agreed; or take the row away."
                                .formatted(number));
            } else {
                compromises.add(compromise);
            }
        }
        return compromises;
    }

    private static String line(Answers of, String field) {
        return SafeText.line(of.text(field), 1000);
    }
}
