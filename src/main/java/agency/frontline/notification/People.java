package agency.frontline.notification;

import java.util.List;
import java.util.Optional;

/** Who works at the agency: answered by whoever keeps the users. Ask {@link Colleagues}, who always knows somebody. */
public interface People {

    Optional<Person> find(String userId);

    /** The members of a group such as {@code account-managers}; empty for an unknown group. */
    List<Person> inGroup(String groupId);
}
