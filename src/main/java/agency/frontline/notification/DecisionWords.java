package agency.frontline.notification;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was decided about a plan that was doubted, as the client reads it: their fears first (C-84).
 *
 * @param questions what they asked, with the part of the plan that meets it; empty where options were the answer
 * @param decidedBy name of whoever decided at the client's
 * @param planChanges whether there is a new version of the plan
 * @param comesIn what they get now and did not get before
 * @param goesOut what they do not get any more
 * @param endsOn when the plan ends now; null where that has not changed
 * @param reviewOn a day at the client's, on which we ask what came of it (C-54)
 */
public record DecisionWords(
        List<Answered> fears,
        List<Answered> questions,
        String decision,
        String decidedBy,
        boolean planChanges,
        List<String> comesIn,
        List<String> goesOut,
        @Nullable LocalDate endsOn,
        LocalDate reviewOn) {

    /** In the client's words, with what we say to it. */
    public record Answered(String what, String answer) {}
}
