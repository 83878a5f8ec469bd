package agency.frontline.health;

import java.util.List;

/** A part of Frontline that knows facts of our service to a client; each module answers for its own (F28). */
public interface ServiceFacts {

    /**
     * What is so now.
     *
     * @param days how far back whatever happened still counts
     */
    List<ServiceFact> of(String client, int days);
}
