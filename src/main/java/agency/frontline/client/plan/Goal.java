package agency.frontline.client.plan;

import java.util.List;

/**
 * Where the client wants to get to.
 *
 * @param id such as {@code G1}
 * @param measure how both sides will know that it was reached
 * @param signs one at least, the earliest first
 */
public record Goal(String id, String what, String measure, List<EarlySign> signs) {

    public Goal {
        signs = List.copyOf(signs);
    }
}
