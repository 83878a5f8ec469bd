package agency.frontline.notification;

/**
 * The quiet wins beside a failure: what went right with the same client and nobody noticed (C-28).
 *
 * @param of how many promises there were; with 0 nothing is said
 * @param days how far back was counted
 */
public record Kept(int kept, int of, int days) {}
