package agency.frontline.desk;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ResourceLoader;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page: for somebody who has just started Frontline and asks what it is and where to begin. */
@Controller
class HomePage {

    private final boolean pictured;

    private final int smtpPort;

    HomePage(ResourceLoader resources, @Value("${frontline.demo.smtp-port:3025}") int smtpPort) {
        this.smtpPort = smtpPort;
        this.pictured = resources
                .getResource("classpath:/static/pictures/client-issue.svg")
                .exists();
    }

    @GetMapping("/")
    String home(Model model) {
        model.addAttribute("pictured", pictured);
        model.addAttribute("smtpPort", smtpPort);
        return "home";
    }
}
