package agency.frontline.engine;

import java.util.Set;

/**
 * What other programs rely on in a process of ours; a flow module declares one as a bean for each of its processes.
 *
 * @param process the process id; an owner's variants begin with it
 * @param messages the only message names a model of this process may use (processes.md, Messages in)
 * @param startAsksForContact whether its start form asks for a person at the client, from whom the client follows
 */
public record FlowContract(String process, Set<String> messages, boolean startAsksForContact) {}
