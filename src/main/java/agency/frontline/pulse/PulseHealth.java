package agency.frontline.pulse;

import agency.frontline.client.Clients;
import agency.frontline.client.Contact;
import agency.frontline.health.LastPulse;
import agency.frontline.health.Measure;
import agency.frontline.health.ServiceFact;
import agency.frontline.health.ServiceFacts;
import agency.frontline.health.Topic;
import agency.frontline.text.SafeText;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How working with us feels to the people at a client, as they said themselves (C-59, C-89). */
@Component
class PulseHealth implements ServiceFacts, LastPulse {

    private static final int WORDS_SHOWN = 200;

    private final Pulses pulses;
    private final Clients clients;
    private final Clock clock;

    PulseHealth(Pulses pulses, Clients clients, Clock clock) {
        this.pulses = pulses;
        this.clients = clients;
        this.clock = clock;
    }

    /** Whoever answered again has changed their mind: only the newest answer of each person counts. */
    @Override
    public List<ServiceFact> of(String client, int days) {
        var people = new HashSet<String>();
        var lowest = pulses.answersOfClient(client, clock.instant().minus(Duration.ofDays(days))).stream()
                .filter(pulse -> people.add(pulse.contact()))
                .mapToInt(pulse -> pulse.scores().lowest())
                .min();
        if (lowest.isEmpty()) {
            return List.of(ServiceFact.nothing(Topic.PULSES, "Nobody answered a pulse in " + days + " days"));
        }
        return List.of(new ServiceFact(
                Topic.PULSES,
                "Lowest pulse score %d of %d, from %s in %d days"
                        .formatted(
                                lowest.getAsInt(),
                                Scores.MOST,
                                people.size() == 1 ? "one person" : people.size() + " people",
                                days),
                lowest.getAsInt() * 100 / Scores.MOST,
                Map.of(Measure.LOWEST_PULSE, lowest.getAsInt())));
    }

    @Override
    public Optional<String> inWords(String client) {
        return pulses.lastOfClient(client).flatMap(pulse -> clients.find(client).map(known -> {
            var scores = pulse.scores();
            var name = known.contacts().stream()
                    .filter(contact -> contact.email().equalsIgnoreCase(pulse.contact()))
                    .map(Contact::name)
                    .findFirst()
                    .orElse(pulse.contact());
            return "%s on %s, of %d: service %d, work %d, feeling %d%s"
                    .formatted(
                            name,
                            clients.calendarOf(known).localDate(pulse.answeredAt()),
                            Scores.MOST,
                            scores.service(),
                            scores.work(),
                            scores.feeling(),
                            pulse.words() == null ? "" : "; “" + SafeText.line(pulse.words(), WORDS_SHOWN) + "”");
        }));
    }
}
