package agency.frontline.casefile;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** When a client and the agency last spoke, on whatever occasion: a message of theirs, a call, a meeting, a touch-base. */
@Component
public class LastContacts {

    private final Conversation conversation;
    private final List<ContactSource> sources;

    LastContacts(Conversation conversation, List<ContactSource> sources) {
        this.conversation = conversation;
        this.sources = sources;
    }

    /** Empty if they never did. */
    public Optional<Instant> of(String client) {
        return Stream.concat(Stream.<ContactSource>of(conversation::lastContact), sources.stream())
                .flatMap(source -> source.lastContact(client).stream())
                .max(Comparator.naturalOrder());
    }
}
