package agency.frontline.lesson;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a closed case taught (C-17): the sign to look for and what to do, with a cause that is never a person (C-27).
 *
 * @param businessKey the case it comes from
 * @param kind the kind, by its name
 * @param disciplines tags of the case, by their names
 * @param cause where it came from, by its name
 * @param effortFelt 1 to 5 as the manager felt it; null if not said
 */
public record Lesson(
        String businessKey,
        String client,
        String kind,
        List<String> disciplines,
        String cause,
        String sign,
        String whatToDo,
        @Nullable Integer effortFelt,
        Instant learnedAt) {}
