package agency.frontline.casefile;

import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for among the cases, and among which.
 *
 * @param clients client codes the reader may see; empty means none, null means all
 * @param owner user id of somebody whose own cases count as well, whoever their client is; null for nobody
 * @param strangers with the cases whose sender nobody knows yet, too
 * @param instances process instances the reader may see; empty means none, null means all
 * @param status null for any
 * @param text looked for in number, subject, contact and messages, ignoring case; null for any
 * @param from started then or later; null for any time
 * @param before started earlier than this; null for any time
 */
public record CaseSearch(
        @Nullable Collection<String> clients,
        @Nullable String owner,
        boolean strangers,
        @Nullable Collection<String> instances,
        @Nullable Status status,
        @Nullable String text,
        @Nullable Instant from,
        @Nullable Instant before) {}
