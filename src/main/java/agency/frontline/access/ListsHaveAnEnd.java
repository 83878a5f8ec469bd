package agency.frontline.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The engine answers at most so many rows at once, and refuses whoever asks without saying how many. Programs written
 * against Camunda's defaults do not say; they get the first page instead of an error.
 */
class ListsHaveAnEnd extends OncePerRequestFilter {

    private final int atMost;

    ListsHaveAnEnd(int atMost) {
        this.atMost = atMost;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var query = request.getQueryString();
        if (query != null && query.contains("maxResults=")) {
            chain.doFilter(request, response);
            return;
        }
        chain.doFilter(
                new HttpServletRequestWrapper(request) {
                    @Override
                    public String getQueryString() {
                        return (query == null ? "" : query + "&") + "maxResults=" + atMost;
                    }
                },
                response);
    }
}
