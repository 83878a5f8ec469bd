package agency.frontline.client;

import agency.frontline.text.Refusal;
import agency.frontline.text.Refusal.FieldError;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The REST face of the directory. A client somebody may not see does not exist for them (S14). */
@RestController
@RequestMapping("/api/clients")
@Tag(name = "Clients")
class ClientApi {

    private final Clients clients;
    private final ClientSight sight;
    private final Absences absences;

    ClientApi(Clients clients, ClientSight sight, Absences absences) {
        this.clients = clients;
        this.sight = sight;
        this.absences = absences;
    }

    @GetMapping
    @Operation(summary = "The clients you may see, by code")
    List<ClientBody> all(Authentication caller) {
        var role = ClientRole.of(caller, absences);
        return clients.all().stream().filter(role::sees).map(ClientBody::of).toList();
    }

    @GetMapping("/{code}")
    @Operation(summary = "One client")
    ClientBody one(@PathVariable String code, Authentication caller) {
        return ClientBody.of(sight.get(code, caller));
    }

    @PutMapping("/{code}")
    @Operation(
            summary = "Registers a client or replaces what is known of it",
            description =
                    "For account directors; account managers change their own clients, except code, tier and team."
                            + " Contacts that are not named any more have left the client.")
    ResponseEntity<ClientBody> put(@PathVariable String code, @RequestBody ClientBody body, Authentication caller) {
        var role = ClientRole.of(caller, absences);
        var faults = new ArrayList<FieldError>();
        var client = body.toClient(code, faults);
        var saved = clients.save(client, faults, before -> mayChange(role, before, client));
        var answer = ClientBody.of(clients.get(code));
        return saved == Saved.CREATED
                ? ResponseEntity.created(URI.create("/api/clients/" + code)).body(answer)
                : ResponseEntity.ok(answer);
    }

    private static void mayChange(ClientRole role, Optional<Client> before, Client after) {
        if (role.changesAll()) {
            return;
        }
        if (!role.changesOwn()) {
            throw Refusal.notAllowed("Only account directors and the client's account manager change a client.");
        }
        var own = before.filter(role::sees).orElseThrow(() -> ClientSight.unknown(after.code()));
        if (own.tier() != after.tier()) {
            throw Refusal.notAllowed(
                    "Only an account director changes the tier; send it as it is, " + own.tier() + ".");
        }
        if (!own.team().equals(after.team())) {
            throw Refusal.notAllowed("Only an account director changes the team; send it as it is.");
        }
    }
}
