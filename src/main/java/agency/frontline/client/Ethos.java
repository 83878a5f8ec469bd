package agency.frontline.client;

import agency.frontline.text.SafeText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a client wants to be talked to: the communication ethos at the heart of everything (C-64, C-71).
 *
 * @param channels the welcome ones, dearest first; empty when the client does not mind
 * @param hours when a message is welcome, in the client's own words; the binding hours are {@link Client#hours}
 * @param jargonToAvoid words this client does not want to read
 */
public record Ethos(List<Channel> channels, @Nullable String hours, @Nullable String tone, List<String> jargonToAvoid) {

    public Ethos {
        channels = Tidy.list(channels);
        hours = Tidy.optional(hours);
        tone = tone == null || tone.isBlank() ? null : SafeText.clean(tone).strip();
        jargonToAvoid = Tidy.texts(jargonToAvoid);
    }

    static Ethos unspoken() {
        return new Ethos(List.of(), null, null, List.of());
    }
}
