package agency.frontline.engine;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Who is at work in the current thread: a person that has logged in, or nobody, when a machine of ours is. */
@Component
public class CurrentPerson {

    private final ObjectProvider<ProcessEngine> engine;

    CurrentPerson(ObjectProvider<ProcessEngine> engine) {
        this.engine = engine;
    }

    /** The user id; empty for a machine. */
    public Optional<String> id() {
        return authentication().map(Authentication::getUserId);
    }

    /** Whether a person is at work who is in the given group. */
    public boolean isIn(String group) {
        return authentication()
                .map(Authentication::getGroupIds)
                .filter(groups -> groups.contains(group))
                .isPresent();
    }

    /** Whether the client's cases are visible to whoever is at work; machines see all. */
    public boolean mayKnow(String client) {
        return authentication()
                .map(person -> Optional.ofNullable(person.getTenantIds())
                        .orElse(List.of())
                        .contains(client))
                .orElse(true);
    }

    /** As {@link #mayKnow(String)}, but whoever owns a case knows it, whosever client it is. */
    public boolean mayKnow(String client, @Nullable String owner) {
        return mayKnow(client) || owner != null && id().filter(owner::equals).isPresent();
    }

    private Optional<Authentication> authentication() {
        return Optional.ofNullable(engine.getObject().getIdentityService().getCurrentAuthentication())
                .filter(authentication -> authentication.getUserId() != null);
    }
}
