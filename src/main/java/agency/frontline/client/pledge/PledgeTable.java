package agency.frontline.client.pledge;

import agency.frontline.client.Tier;
import agency.frontline.client.Type;

/** The process owner's word on what a pledge starts from. */
public interface PledgeTable {

    /** What we offer a client of this kind; who decides is left empty. */
    PledgeTerms propose(Tier tier, Type type);
}
