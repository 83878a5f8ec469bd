package agency.frontline.endcheck;

/** Who answers. */
public enum Side {
    AGENCY,
    CLIENT
}
