package agency.frontline.meeting;

/** Who kept the others waiting when a meeting began late (C-25). */
public enum WaitedFor {
    US,
    CLIENT,
    /** The link, the room, the weather: nobody. */
    NOBODY
}
