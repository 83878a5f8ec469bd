package agency.frontline.health;

import agency.frontline.client.ClientSight;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The health of a client by REST, for whoever may see the client (S14). */
@RestController
@RequestMapping("/api/clients")
@Tag(name = "Clients")
class HealthApi {

    private final ClientSight sight;
    private final ClientHealth health;

    HealthApi(ClientSight sight, ClientHealth health) {
        this.sight = sight;
        this.health = health;
    }

    record Body(
            @Schema(description = "What the table clientHealth says") Colour health,
            @Schema(description = "The three facts that speak most for it, the loudest first") List<String> facts,
            Instant computedAt) {}

    @GetMapping("/{code}/health")
    @Operation(
            summary = "How a client is, and the three facts that made it",
            description =
                    "Worked out now from the service of the last 90 days: promises, touch-bases, conference reports,"
                            + " pulses, issues that came back, corrections and next steps. Which of them make AMBER or RED says"
                            + " the table clientHealth.")
    Body health(@PathVariable String code, Authentication caller) {
        var now = health.of(sight.get(code, caller).code());
        return new Body(now.colour(), now.facts(), now.computedAt());
    }
}
