package agency.frontline.desk;

import agency.frontline.audit.CaseVisibility;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/**
 * Who looks at a page, and what is worth offering to them. Rights are checked elsewhere; this only spares people links
 * that would be refused.
 *
 * @param user user id; null before the login
 */
record Reader(@Nullable String user, Set<String> groups) {

    static Reader of(@Nullable Authentication login) {
        if (login == null || !login.isAuthenticated() || login instanceof AnonymousAuthenticationToken) {
            return new Reader(null, Set.of());
        }
        return new Reader(
                login.getName(),
                login.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .collect(Collectors.toSet()));
    }

    public boolean isLoggedIn() {
        return user != null;
    }

    public boolean isManager() {
        return groups.contains("account-managers") || groups.contains("account-directors");
    }

    public boolean isDirector() {
        return groups.contains("account-directors");
    }

    public boolean isSpecialist() {
        return groups.stream().anyMatch(CaseVisibility.SPECIALISTS::contains);
    }

    public boolean readsCases() {
        return isManager() || isSpecialist() || groups.contains("auditors");
    }

    public boolean logsIssues() {
        return isManager() || isSpecialist();
    }

    public boolean hasTasks() {
        return isManager() || isSpecialist();
    }

    public boolean hasCockpit() {
        return groups.contains("auditors") || groups.contains("process-owners");
    }

    public boolean looksAfterFrontline() {
        return isAdmin() || groups.contains("process-owners");
    }

    public boolean isAdmin() {
        return groups.contains("camunda-admin");
    }
}
