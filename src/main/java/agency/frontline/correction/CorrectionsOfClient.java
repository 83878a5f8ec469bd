package agency.frontline.correction;

import agency.frontline.client.Client;
import agency.frontline.correction.TalksBefore.TalkBefore;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The corrections of a client, added up for a reader: minor to significant, days of warning, what came before (C-88). */
@Component
public class CorrectionsOfClient {

    /** Over which time corrections are added up: a year of work with a client; days. */
    public static final int DAYS = 365;

    private final Corrections corrections;
    private final TalksBefore talks;
    private final Steadied steadied;

    CorrectionsOfClient(Corrections corrections, TalksBefore talks, Steadied steadied) {
        this.corrections = corrections;
        this.talks = talks;
        this.steadied = steadied;
    }

    /**
     * A correction with what is known around it.
     *
     * @param daysOfWarning less than nothing where it hurt already; null where nobody knows
     * @param talksBefore touch-bases of the thirty days before, the newest first; asked for significant ones only
     */
    public record Entry(Correction correction, @Nullable Integer daysOfWarning, List<TalkBefore> talksBefore) {}

    /**
     * All of them.
     *
     * @param usualWarning days that half of the corrections were seen before they hurt, those counted of which it is
     *     known; null where it is known of none
     * @param entries the newest first
     */
    public record Sum(
            int days,
            int minor,
            int significant,
            @Nullable Integer usualWarning,
            int warningKnown,
            Steadied.Share steadied,
            List<Entry> entries) {}

    /** Of the last days. */
    public Sum of(Client client, int days) {
        var entries = corrections.ofClient(client.code(), days).stream()
                .map(correction -> new Entry(
                        correction,
                        correction.daysOfWarning(client.timeZone()),
                        correction.isSignificant() ? talks.of(correction) : List.of()))
                .toList();
        var significant = (int) entries.stream()
                .filter(entry -> entry.correction().isSignificant())
                .count();
        var warnings = entries.stream()
                .map(Entry::daysOfWarning)
                .flatMap(Stream::ofNullable)
                .sorted()
                .toList();
        return new Sum(
                days,
                entries.size() - significant,
                significant,
                warnings.isEmpty() ? null : Objects.requireNonNull(warnings.get((warnings.size() - 1) / 2)),
                warnings.size(),
                steadied.steadied(client.code(), days),
                entries);
    }
}
