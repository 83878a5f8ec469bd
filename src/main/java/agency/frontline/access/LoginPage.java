package agency.frontline.access;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.net.URISyntaxException;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Our own login page. It leaves behind what Camunda's leaves, so that Tasklist asks for no second login. */
@Controller
@RequestMapping("/login")
@Hidden
class LoginPage {

    private final Logins logins;

    LoginPage(Logins logins) {
        this.logins = logins;
    }

    @GetMapping
    String show(@RequestParam(name = "continue", required = false) @Nullable String wanted, Model model) {
        model.addAttribute("wanted", ownPath(wanted));
        return "login";
    }

    @PostMapping
    String login(
            @RequestParam(required = false) @Nullable String username,
            @RequestParam(required = false) @Nullable String password,
            @RequestParam(name = "continue", required = false) @Nullable String wanted,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        try {
            var person = logins.login(username, password, request.getRemoteAddr());
            AuthenticationUtil.revalidateSession(request, person);
            return "redirect:" + ownPath(wanted);
        } catch (Logins.TooManyTries tooMany) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(tooMany.seconds()));
            model.addAttribute("failure", tooMany.getMessage());
        } catch (BadCredentialsException wrong) {
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
            model.addAttribute(
                    "failure", "User and password do not belong together. After several wrong tries, wait a minute.");
        }
        model.addAttribute("username", username);
        model.addAttribute("wanted", ownPath(wanted));
        return "login";
    }

    /** The path if it is one of ours, else the home page: nobody is sent to another site from here (S18). */
    static String ownPath(@Nullable String wanted) {
        if (wanted == null || !wanted.startsWith("/") || wanted.startsWith("//") || wanted.contains("\\")) {
            return "/";
        }
        try {
            var uri = new URI(wanted);
            return uri.getScheme() == null && uri.getRawAuthority() == null && !wanted.startsWith("/login")
                    ? uri.toString()
                    : "/";
        } catch (URISyntaxException notOurs) {
            return "/";
        }
    }
}
