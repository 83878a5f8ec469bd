package agency.frontline.client;

import org.jspecify.annotations.Nullable;

/**
 * A client was registered or changed. Published inside the transaction that saves, so that a listener who fails undoes it.
 *
 * @param before null when the client is new
 */
public record ClientSaved(@Nullable Client before, Client after) {}
