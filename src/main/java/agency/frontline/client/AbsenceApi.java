package agency.frontline.client;

import agency.frontline.text.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The REST face of {@link Absences}: one's own, and for directors everybody's. */
@RestController
@RequestMapping("/api/people/{user}/absences")
@Tag(name = "Absences")
class AbsenceApi {

    private static final Set<String> READERS = Set.of("account-managers", "account-directors", "auditors");

    private final Absences absences;

    AbsenceApi(Absences absences) {
        this.absences = absences;
    }

    /** An absence as it is written; the first day stands in the address. */
    @Schema(name = "AbsenceUntil")
    record Until(
            @Schema(description = "the last day away") @Nullable LocalDate until,
            @Schema(description = "user id; none for the deputy of each client's team") @Nullable String deputy) {}

    @GetMapping
    @Operation(summary = "When somebody is away, past absences too; the days are whole ones at each client's")
    List<Absence> of(@PathVariable String user, Authentication caller) {
        if (groups(caller).stream().noneMatch(READERS::contains)) {
            throw Refusal.notAllowed("Only account managers, directors and auditors read who is away.");
        }
        return absences.of(known(user));
    }

    @PutMapping("/{from}")
    @Operation(
            summary = "Records an absence from this day on, or changes it",
            description = "One's own, or anybody's for account directors. Without a deputy, the client's team says who"
                    + " stands in, or else the client's director does.")
    ResponseEntity<Absence> put(
            @PathVariable String user, @PathVariable LocalDate from, @RequestBody Until body, Authentication caller) {
        mayChange(user, caller);
        if (body.until() == null) {
            throw Refusal.of("until", "Give the last day away, such as 2026-03-13.");
        }
        var absence = new Absence(known(user), from, body.until(), Tidy.optional(body.deputy()));
        return absences.record(absence, caller.getName()) == Saved.CREATED
                ? ResponseEntity.created(URI.create("/api/people/" + user + "/absences/" + from))
                        .body(absence)
                : ResponseEntity.ok(absence);
    }

    @DeleteMapping("/{from}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Takes out an absence that has not begun, and ends one that has with yesterday")
    void end(@PathVariable String user, @PathVariable LocalDate from, Authentication caller) {
        mayChange(user, caller);
        absences.end(known(user), from, caller.getName());
    }

    private static void mayChange(String user, Authentication caller) {
        var groups = groups(caller);
        var own = groups.contains("account-managers") && user.equals(caller.getName());
        if (!own && !groups.contains("account-directors")) {
            throw Refusal.notAllowed("Account managers say when they are away themselves, directors for everybody.");
        }
    }

    private String known(String user) {
        if (!absences.isManager(user)) {
            throw Refusal.notFound("There is no such account manager or director.");
        }
        return user;
    }

    private static Set<String> groups(Authentication caller) {
        return caller.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .collect(Collectors.toSet());
    }
}
