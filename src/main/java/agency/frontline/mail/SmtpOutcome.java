package agency.frontline.mail;

import agency.frontline.mail.Delivery.State;
import agency.frontline.text.SafeText;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a mail server made of a mail.
 *
 * @param recipients the recipients it was tried for: accepted, refused for good, or still waiting
 * @param problem what speaks for another try; null where there is none to make
 * @param serverAway nobody answered, so that other mails need not be tried now
 * @param unanswered all of it was handed over and nothing came back: it may have arrived
 */
record SmtpOutcome(
        List<QueuedMail.Recipient> recipients, @Nullable String problem, boolean serverAway, boolean unanswered) {

    private static final int PROBLEM_LENGTH = 300;

    /** What the server said about one recipient, by its reply code (RFC 5321, 4.2.1). */
    record Verdict(int code, String said) {

        static final Verdict ACCEPTED = new Verdict(250, "");

        QueuedMail.Recipient on(QueuedMail.Recipient recipient) {
            var why = SafeText.line(said, PROBLEM_LENGTH);
            if (code >= 200 && code < 300) {
                return recipient.with(State.SENT, null);
            }
            return code >= 500 && code < 600 ? recipient.with(State.FAILED, why) : recipient.with(State.PENDING, why);
        }
    }

    static SmtpOutcome of(
            List<QueuedMail.Recipient> tried, Function<QueuedMail.Recipient, Verdict> verdict, boolean serverAway) {
        var after = tried.stream()
                .map(recipient -> verdict.apply(recipient).on(recipient))
                .toList();
        var problem = after.stream()
                .map(QueuedMail.Recipient::problem)
                .filter(said -> said != null && !said.isEmpty())
                .findFirst()
                .orElse(null);
        return new SmtpOutcome(after, problem, serverAway, false);
    }

    static SmtpOutcome noAnswer(List<QueuedMail.Recipient> tried, String problem, boolean unanswered) {
        var all = of(tried, recipient -> new Verdict(0, problem), true);
        return new SmtpOutcome(all.recipients(), all.problem(), true, unanswered);
    }

    static SmtpOutcome unfit(List<QueuedMail.Recipient> tried, String problem) {
        return of(tried, recipient -> new Verdict(550, problem), false);
    }
}
