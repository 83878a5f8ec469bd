package agency.frontline.issue;

/** Tags that help to find a case again; they route nothing (C-57). */
public enum Discipline {
    STRATEGY,
    MEDIA,
    CREATIVE,
    PRODUCTION
}
