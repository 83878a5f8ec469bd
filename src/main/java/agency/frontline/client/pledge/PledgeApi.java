package agency.frontline.client.pledge;

import agency.frontline.client.ClientSight;
import agency.frontline.text.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The REST face of {@link Pledges}, for whoever may see the client. */
@RestController
@RequestMapping("/api/clients/{code}/pledge")
@Tag(name = "Pledges")
class PledgeApi {

    private final ClientSight sight;
    private final Pledges pledges;

    PledgeApi(ClientSight sight, Pledges pledges) {
        this.sight = sight;
        this.pledges = pledges;
    }

    /** What holds, and how it came to it. */
    @Schema(name = "Pledge")
    record Body(
            @Schema(description = "The version the client accepted last; the flows follow it") @Nullable PledgeBody inForce,
            @Schema(description = "All versions, the first one first") List<PledgeBody> versions) {}

    @GetMapping
    @Operation(summary = "What is pledged to a client: the version in force, and how it came to it")
    Body pledge(@PathVariable String code, Authentication caller) {
        var client = sight.get(code, caller).code();
        var versions = pledges.versions(client);
        if (versions.isEmpty()) {
            throw Refusal.notFound("Nothing has been pledged to " + client + " yet.");
        }
        return new Body(
                pledges.inForce(client).map(PledgeBody::of).orElse(null),
                versions.stream().map(PledgeBody::of).toList());
    }

    @GetMapping("/versions/{version}")
    @Operation(summary = "One version of a pledge")
    PledgeBody version(@PathVariable String code, @PathVariable int version, Authentication caller) {
        return PledgeBody.of(pledges.get(sight.get(code, caller).code(), version));
    }
}
