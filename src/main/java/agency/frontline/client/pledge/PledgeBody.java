package agency.frontline.client.pledge;

import agency.frontline.client.Channel;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A pledge as the REST face shows it. */
record PledgeBody(
        String client,
        int version,
        Pledge.State state,
        List<LineBody> lines,
        String draftedBy,
        Instant draftedAt,
        @Nullable Instant sentAt,
        @Nullable String acceptedBy,
        @Schema(description = "The day at the client's") @Nullable LocalDate acceptedOn,
        @Schema(description = "What the client wanted otherwise, in their words") @Nullable String clientWish,
        @Schema(description = "The case in which it was drafted") @Nullable String draftedIn) {

    /** One line, with what it is measured by. */
    record LineBody(
            PledgeLine.Topic topic,
            @Nullable Channel channel,
            @Schema(
                            description =
                                    "working hours for RESPONSE and BAD_NEWS, calendar days for RHYTHM, business days for REPORT")
                    @Nullable Integer number,
            @Nullable String text,
            @Schema(description = "the fact of our service it is measured by") PledgeMeasure measuredBy,
            @Schema(description = "the same in words") String measure) {}

    static PledgeBody of(Pledge pledge) {
        var answer = pledge.answer();
        return new PledgeBody(
                pledge.client(),
                pledge.version(),
                pledge.state(),
                pledge.terms().lines().stream()
                        .map(line -> new LineBody(
                                line.topic(),
                                line.channel(),
                                line.number(),
                                line.text(),
                                line.measure(),
                                line.measure().inWords()))
                        .toList(),
                pledge.draftedBy(),
                pledge.draftedAt(),
                pledge.sentAt(),
                answer == null ? null : answer.by(),
                answer == null ? null : answer.on(),
                answer == null ? null : answer.wish(),
                pledge.draftedIn());
    }
}
