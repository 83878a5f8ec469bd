package agency.frontline.client.pledge;

import agency.frontline.client.Channel;
import org.jspecify.annotations.Nullable;

/**
 * One line of a pledge, with what it is measured by.
 *
 * @param channel the one it is about; null where it is about no channel
 * @param number hours for {@code RESPONSE} and {@code BAD_NEWS}, which are the client's working hours; days for
 *     {@code RHYTHM}, which are calendar days, and for {@code REPORT}, which are business days; null elsewhere
 * @param text who decides, how decisions come, or what else we pledge, as it was written; null elsewhere
 */
public record PledgeLine(
        Topic topic,
        @Nullable Channel channel,
        @Nullable Integer number,
        @Nullable String text,
        PledgeMeasure measure) {

    public enum Topic {
        RESPONSE,
        RHYTHM,
        REPORT,
        BAD_NEWS,
        DECIDER,
        DECISIONS,
        FURTHER
    }
}
