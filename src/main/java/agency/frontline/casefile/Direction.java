package agency.frontline.casefile;

/** Whether a message came from the client's side or from ours. */
public enum Direction {
    IN,
    OUT
}
