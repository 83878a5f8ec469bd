package agency.frontline.engine;

import java.util.Map;
import java.util.Optional;

/**
 * Tells the client, and with it the tenant, of an instance whose start form does not name one. A flow module answers for
 * its own processes.
 */
public interface ClientOfStart {

    /**
     * The code of a client whom the person at work may know; empty if the process is not ours or the variable
     * {@code client} says it already. A flow that takes in new clients registers them here, in the transaction of the
     * start.
     *
     * @throws agency.frontline.text.Refusal if the start cannot tell a client
     */
    Optional<String> clientOf(String processDefinitionKey, Map<String, Object> startVariables);
}
