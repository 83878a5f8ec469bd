package agency.frontline.whereweare;

import agency.frontline.notification.WhereWeAre.Ending;
import java.time.LocalDate;
import java.util.Map;

/** How both sides judged the goals of a plan at its end (C-82); whoever asks them answers it. */
public interface GoalEndings {

    /**
     * By the goal's number; empty until both sides have answered and their answers were held side by side.
     *
     * @param endsOn the day on which the plan ended
     */
    Map<String, Ending> endings(String client, LocalDate endsOn);
}
