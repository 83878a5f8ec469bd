package agency.frontline.correction;

import agency.frontline.client.Channel;
import agency.frontline.client.Clients;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * The touch-bases of the thirty days before something: where one looks first for a sign that was missed (C-88).
 */
@Component
public class TalksBefore {

    private static final Duration LOOK_BACK = Duration.ofDays(30);

    private final TalksHeld talks;
    private final Corrections corrections;
    private final Clients clients;

    TalksBefore(TalksHeld talks, Corrections corrections, Clients clients) {
        this.talks = talks;
        this.corrections = corrections;
        this.clients = clients;
    }

    /**
     * One of them.
     *
     * @param day at the client's
     * @param putRight what was put right in it; empty for nothing
     */
    public record TalkBefore(String businessKey, LocalDate day, Channel channel, List<String> putRight) {

        public String how() {
            return channel.name().toLowerCase(Locale.ROOT);
        }

        public String putRightInWords() {
            return putRight.isEmpty() ? "nothing" : String.join("; ", putRight);
        }
    }

    /** The newest first; the talk in which it was found is none that came before it. */
    public List<TalkBefore> of(Correction correction) {
        return of(correction.client(), correction.notedAt()).stream()
                .filter(talk -> !talk.businessKey().equals(correction.businessKey()))
                .toList();
    }

    /** Those up to this moment, the newest first. */
    public List<TalkBefore> of(String client, Instant moment) {
        var calendar = clients.calendarOf(clients.get(client));
        return talks.held(client, moment.minus(LOOK_BACK), moment).stream()
                .map(talk -> new TalkBefore(
                        talk.businessKey(),
                        calendar.localDate(talk.heldAt()),
                        talk.channel(),
                        corrections.ofCase(talk.businessKey()).stream()
                                .map(Correction::what)
                                .toList()))
                .toList();
    }
}
