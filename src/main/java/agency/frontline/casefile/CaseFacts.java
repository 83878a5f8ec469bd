package agency.frontline.casefile;

import java.util.List;

/**
 * What a flow knows of its cases that measures are made of, in words for a reader. A flow module answers for its own
 * cases.
 */
public interface CaseFacts {

    /** One fact, such as "First view before the referral" and "Yes". */
    record Fact(String name, String value) {}

    /** The facts known so far, in the order of the flow; empty if the case is another flow's. */
    List<Fact> of(String businessKey);
}
