package agency.frontline.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A browser that remembers a Basic login sends it along with whatever another site makes it post; a token cannot be
 * asked of programs. Browsers say where a request comes from, and programs say nothing.
 */
class NoOtherSites extends OncePerRequestFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var site = request.getHeader("Sec-Fetch-Site");
        if (request.getHeader(HttpHeaders.AUTHORIZATION) != null
                && !READING.contains(request.getMethod())
                && ("cross-site".equals(site) || "same-site".equals(site))) {
            throw new AccessDeniedException("Another site may not act in your name.");
        }
        chain.doFilter(request, response);
    }
}
