package agency.frontline.casefile;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** When a client and the agency last spoke, on whatever occasion: a message of theirs, a call, a meeting, a touch-base. */
@Component
public class LastContacts {

    private final List<ContactSource> sources;

    LastContacts(List<ContactSource> sources) {
        this.sources = sources;
    }

    /** Empty if they never did. */
    public Optional<Instant> of(String client) {
        return sources.stream()
                .flatMap(source -> source.lastContact(client).stream())
                .max(Comparator.naturalOrder());
    }
}
