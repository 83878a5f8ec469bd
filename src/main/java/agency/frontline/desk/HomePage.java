package agency.frontline.desk;

import org.springframework.core.io.ResourceLoader;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page: for somebody who has just started Frontline and asks what it is and where to begin. */
@Controller
class HomePage {

    private final boolean pictured;

    HomePage(ResourceLoader resources) {
        this.pictured = resources
                .getResource("classpath:/static/pictures/client-issue.svg")
                .exists();
    }

    @GetMapping("/")
    String home(Model model) {
        model.addAttribute("pictured", pictured);
        return "home";
    }
}
