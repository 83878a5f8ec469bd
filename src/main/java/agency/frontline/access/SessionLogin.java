package agency.frontline.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * One login: whoever has logged in to Tasklist, Cockpit or our own page has done so for all of them. The truth is what
 * Camunda keeps in the session; this only hands it on to Spring Security.
 */
class SessionLogin extends OncePerRequestFilter {

    private final Logins logins;

    SessionLogin(Logins logins) {
        this.logins = logins;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var session = request.getSession(false);
        if (session != null && SecurityContextHolder.getContext().getAuthentication() == null) {
            var people = AuthenticationUtil.getAuthsFromSession(session);
            AuthenticationUtil.updateCache(people, session, logins.cacheTimeToLive());
            if (people.getAuthenticationForProcessEngine(ProcessEngines.NAME_DEFAULT)
                    instanceof UserAuthentication person) {
                SecurityContextHolder.setContext(new SecurityContextImpl(new EngineLogin(person)));
            }
        }
        chain.doFilter(request, response);
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }
}
