package agency.frontline.flow;

/**
 * A case that may be taken back before its end, with a reason. A flow module declares one for each of its processes that
 * may ({@code POST /api/cases/{businessKey}/withdrawal}).
 *
 * @param process the process id; an owner's variants begin with it
 * @param message what the case is told; it carries the variable {@code reason}
 */
public record Withdrawal(String process, String message) {}
