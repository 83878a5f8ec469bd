package agency.frontline.access;

import java.util.List;
import java.util.Objects;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/** Somebody who has logged in with the engine's identity service; the authorities are their group ids, plain. */
final class EngineLogin extends AbstractAuthenticationToken {

    private final String user;
    private final List<String> groups;
    private final List<String> tenants;

    EngineLogin(UserAuthentication person) {
        super(AuthorityUtils.createAuthorityList(person.getGroupIds()));
        this.user = person.getIdentityId();
        this.groups = List.copyOf(person.getGroupIds());
        this.tenants = List.copyOf(person.getTenantIds());
        setAuthenticated(true);
    }

    List<String> groups() {
        return groups;
    }

    /** The codes of the clients whose cases they may see. */
    List<String> tenants() {
        return tenants;
    }

    @Override
    public String getPrincipal() {
        return user;
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof EngineLogin login
                && super.equals(other)
                && login.user.equals(user)
                && login.tenants.equals(tenants);
    }

    @Override
    public int hashCode() {
        return Objects.hash(super.hashCode(), user, tenants);
    }
}
