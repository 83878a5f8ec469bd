package agency.frontline.demo;

import agency.frontline.engine.CurrentPerson;
import agency.frontline.text.Refusal;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The demo clock's REST face (api.md); for administrators, since everybody's day moves with it. */
@RestController
@Profile("demo")
@RequestMapping("/api/demo/clock")
class ClockApi {

    private static final String ADMINISTRATORS = "camunda-admin";
    private static final Duration MOST = Duration.ofDays(92);

    private final DemoClock clock;
    private final CurrentPerson person;

    ClockApi(DemoClock clock, CurrentPerson person) {
        this.clock = clock;
        this.person = person;
    }

    /**
     * @param advance ISO 8601, such as {@code PT4H} or {@code P1DT30M}
     */
    record Move(@NotNull(message = "Say how far, such as PT4H.") String advance) {}

    /** What the clock shows. */
    record Shown(Instant now) {}

    @GetMapping
    Shown now() {
        onlyAdministrators();
        return new Shown(clock.now());
    }

    @PostMapping
    Shown advance(@Valid @RequestBody Move move) {
        onlyAdministrators();
        return new Shown(clock.advance(duration(move.advance())));
    }

    private void onlyAdministrators() {
        if (!person.isIn(ADMINISTRATORS)) {
            throw Refusal.notAllowed("Only administrators move the demo clock.");
        }
    }

    private static Duration duration(String text) {
        Duration duration;
        try {
            duration = Duration.parse(text.strip());
        } catch (DateTimeException | ArithmeticException e) {
            throw Refusal.of("advance", "Give a duration such as PT4H (four hours) or P1D (a day).");
        }
        if (duration.isNegative() || duration.isZero()) {
            throw Refusal.of("advance", "The clock only goes forward: what has happened has happened.");
        }
        if (duration.compareTo(MOST) > 0) {
            throw Refusal.of("advance", "At most %d days at once.".formatted(MOST.toDays()));
        }
        return duration;
    }
}
