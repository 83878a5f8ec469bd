package agency.frontline.deliverable;

/** Whose must it is; a must without one is a suggestion that shouts (C-53). */
public enum MustSource {
    CLIENT,
    LEGAL,
    BRAND
}
