package agency.frontline.health;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One fact of our service to a client.
 *
 * @param sentence plain words with numbers, without a full stop: "2 of 3 promises kept in 90 days"
 * @param good how much of what was counted is as it should be, per cent; null where there was nothing to count
 * @param measures what the table is told of it; a measure without a number is left out
 */
public record ServiceFact(Topic topic, String sentence, @Nullable Integer good, Map<Measure, Integer> measures) {

    public ServiceFact {
        measures = Map.copyOf(measures);
    }

    /** There was nothing to count, which is a fact as well. */
    public static ServiceFact nothing(Topic topic, String sentence) {
        return new ServiceFact(topic, sentence, null, Map.of());
    }

    /** @return per cent, rounded down, so that only all of them are 100 */
    public static int share(int some, int of) {
        return 100 * some / of;
    }

    /** "1 promise", "2 promises". */
    public static String count(int number, String one) {
        return number + " " + one + (number == 1 ? "" : "s");
    }
}
