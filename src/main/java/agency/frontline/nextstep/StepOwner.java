package agency.frontline.nextstep;

/**
 * The one person who takes a step (C-23).
 *
 * @param id user id of a colleague, or mail address of a person at the client
 * @param ours whether it is a colleague
 */
public record StepOwner(String id, String name, boolean ours) {}
