package agency.frontline.notification;

import agency.frontline.client.Channel;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A conference report as people read it (C-23).
 *
 * @param version from 1; what is sent again says so
 * @param nextMeeting null when none was agreed
 */
public record ReportWords(
        String subject,
        Channel channel,
        Instant heldAt,
        int version,
        List<String> client,
        List<String> agency,
        List<String> guests,
        String decisions,
        String openItems,
        List<Step> steps,
        @Nullable Instant nextMeeting,
        String nextMeetingPlace) {

    /**
     * Who does what by when.
     *
     * @param done null while it is open; false if nobody needs it any more
     */
    public record Step(String what, String owner, LocalDate day, @Nullable Boolean done) {}
}
