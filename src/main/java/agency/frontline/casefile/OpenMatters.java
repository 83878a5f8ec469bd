package agency.frontline.casefile;

import java.util.List;

/**
 * What is open at a client and of which kind, for flows that must keep quiet meanwhile (F8, C-35). A flow module answers
 * for its own cases.
 */
public interface OpenMatters {

    /** @param kind in UPPER_SNAKE, such as {@code ANGER} */
    record Matter(String businessKey, String kind) {}

    /** Oldest first; cases whose kind nobody knows yet are left out. */
    List<Matter> openAt(String client);
}
