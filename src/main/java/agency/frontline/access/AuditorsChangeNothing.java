package agency.frontline.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * An auditor reads everything and changes nothing anywhere (S22): whatever is no reading request is refused here, once
 * for all pages and interfaces. Cockpit asks some of its questions by POST; those, and only in the web apps, pass.
 */
class AuditorsChangeNothing extends OncePerRequestFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private static final Pattern QUESTIONS = Pattern.compile("/camunda/api/(?:"
            + "engine/engine/[^/]+/(?:history/)?"
            + "(?:task|process-instance|execution|variable-instance|job|external-task|incident|activity-instance|detail"
            + "|decision-instance|process-definition|user|group|batch|job-log|external-task-log)(?:/count)?"
            + "|engine/engine/[^/]+/filter/[^/]+/(?:list|singleResult|count)"
            + "|cockpit/plugin/base/.*"
            + ")");

    private static final Pattern LOG_IN_AND_OUT =
            Pattern.compile("/login|/logout|/camunda/api/admin/auth/user/[^/]+/(?:login/[^/]+|logout)");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isAuditor() && !READING.contains(request.getMethod()) && !passes(request)) {
            throw new AccessDeniedException("Auditors read everything and change nothing.");
        }
        chain.doFilter(request, response);
    }

    private static boolean isAuditor() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof EngineLogin login
                && login.groups().contains(StaffGroup.AUDITORS.id());
    }

    private static boolean passes(HttpServletRequest request) {
        var path = request.getRequestURI();
        return request.getMethod().equals("POST")
                && (LOG_IN_AND_OUT.matcher(path).matches()
                        || QUESTIONS.matcher(path).matches());
    }
}
