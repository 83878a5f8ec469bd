package agency.frontline.desk;

import agency.frontline.notification.Colleagues;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What stands around every page of ours, whoever makes it: who is logged in, where they can go, whether it is a demo. */
@Component
@ControllerAdvice
class PageFrame {

    private final Colleagues colleagues;
    private final boolean demo;

    PageFrame(Colleagues colleagues, Environment environment) {
        this.colleagues = colleagues;
        this.demo = environment.acceptsProfiles(Profiles.of("demo"));
    }

    /** A place to go; {@code here} if the page being shown is there. */
    record Place(String path, String name, boolean here) {}

    @ModelAttribute
    void around(Model model, HttpServletRequest request) {
        if (!request.getRequestURI().startsWith("/api/")) {
            putInto(
                    model,
                    request.getRequestURI(),
                    SecurityContextHolder.getContext().getAuthentication());
        }
    }

    /** For pages that are made outside a controller's method, such as error pages. */
    void putInto(Model model, String path, Authentication login) {
        var reader = Reader.of(login);
        model.addAttribute("reader", reader);
        model.addAttribute("demo", demo);
        model.addAttribute("readerName", reader.user() == null ? "" : name(reader.user()));
        model.addAttribute("places", places(reader, path));
    }

    private String name(String user) {
        try {
            return colleagues.person(user).name();
        } catch (RuntimeException unknown) {
            // A page that tells of trouble must not fail for want of a name.
            return user;
        }
    }

    private List<Place> places(Reader reader, String path) {
        var places = new ArrayList<Place>();
        places.add(new Place("/", "Home", path.equals("/")));
        if (reader.readsCases()) {
            places.add(new Place("/cases", "Cases", path.startsWith("/cases")));
        }
        if (reader.logsIssues()) {
            places.add(new Place("/issues/new", "Log an issue", path.startsWith("/issues")));
        }
        if (reader.isManager()) {
            places.add(new Place("/away", "Who is away", path.startsWith("/away")));
        }
        if (reader.isDirector()) {
            places.add(new Place("/clients/import", "Import clients", path.startsWith("/clients/import")));
        }
        if (reader.hasTasks()) {
            places.add(new Place("/camunda/app/tasklist/", "Tasklist", false));
        }
        if (reader.hasCockpit()) {
            places.add(new Place("/camunda/app/cockpit/", "Cockpit", false));
        }
        if (reader.looksAfterFrontline()) {
            places.add(new Place("/stuck", "What is stuck", path.startsWith("/stuck")));
        }
        if (reader.isAdmin()) {
            places.add(new Place("/camunda/app/admin/", "Admin", false));
        }
        if (demo) {
            places.add(new Place("/demo/mail", "Demo mail", path.startsWith("/demo/mail")));
        }
        return places;
    }
}
