package agency.frontline.nextstep;

/**
 * An open step is followed by another case from now on, or has ended there: the one that followed it lets go of it.
 * Published in the transaction that moves it.
 *
 * @param businessKey the case that followed it until now
 */
public record NextStepLeft(String id, String businessKey) {}
