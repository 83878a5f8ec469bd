package agency.frontline.client.plan;

import java.time.LocalDate;

/**
 * What both sides will see on the way, if a goal is going to be reached (C-81).
 *
 * @param id such as {@code G1.2}
 * @param day by whose end, at the client's, it is looked for
 */
public record EarlySign(String id, String what, LocalDate day) {}
