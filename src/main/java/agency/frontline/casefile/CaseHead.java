package agency.frontline.casefile;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What lists show of a case.
 *
 * @param businessKey what people say on the phone, such as {@code ISS-2026-00042}
 * @param client client code; null while the sender is unknown
 * @param contact address of the client's person; null when a colleague raised it without one
 * @param owner user id of the one account manager in charge (C-04)
 * @param firstResponseAt when the client first got an answer of a person (not the acknowledgement); null until then
 * @param reopens the closed case that this one carries on
 */
public record CaseHead(
        String businessKey,
        String process,
        String processInstanceId,
        @Nullable String client,
        @Nullable String contact,
        @Nullable String contactName,
        @Nullable String owner,
        String subject,
        Status status,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable Instant firstResponseAt,
        @Nullable String reopens) {}
