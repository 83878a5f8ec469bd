package agency.frontline.health;

import java.util.List;
import java.util.Map;

/** The process owner's word on what the facts add up to. */
public interface HealthTable {

    /** @param because what made the colour, most important first; empty where no single thing did */
    record Verdict(Colour colour, List<Topic> because) {}

    /** @param measures a measure that is not in it was not counted */
    Verdict decide(Map<Measure, Integer> measures);
}
