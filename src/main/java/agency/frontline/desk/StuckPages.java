package agency.frontline.desk;

import agency.frontline.engine.CurrentPerson;
import agency.frontline.notification.Colleagues;
import agency.frontline.notification.Person;
import agency.frontline.text.Refusal;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page of what is stuck, for administrators and process owners. */
@Controller
@RequestMapping("/stuck")
class StuckPages {

    private final StuckWork work;
    private final Colleagues colleagues;
    private final CurrentPerson person;

    StuckPages(StuckWork work, Colleagues colleagues, CurrentPerson person) {
        this.work = work;
        this.colleagues = colleagues;
        this.person = person;
    }

    /** A kind with what is stuck that way. */
    record Group(
            StuckWork.Kind kind,
            String heading,
            List<StuckWork.Stuck> stuck,
            boolean retry,
            boolean close,
            boolean reassign) {}

    @GetMapping
    String page(@RequestParam(defaultValue = "false") boolean done, Model model) {
        mayLook();
        model.addAttribute("done", done);
        model.addAttribute("refused", "");
        fill(model);
        return "stuck";
    }

    private void fill(Model model) {
        var all = work.all();
        model.addAttribute(
                "groups",
                Stream.of(StuckWork.Kind.values())
                        .map(kind -> new Group(
                                kind,
                                kind.heading,
                                all.stream()
                                        .filter(stuck -> stuck.kind() == kind)
                                        .toList(),
                                kind.deeds.contains(StuckWork.Deed.RETRY),
                                kind.deeds.contains(StuckWork.Deed.CLOSE),
                                kind.deeds.contains(StuckWork.Deed.REASSIGN)))
                        .filter(group -> !group.stuck().isEmpty())
                        .toList());
        model.addAttribute(
                "managers",
                Stream.of("account-managers", "account-directors")
                        .flatMap(group -> colleagues.inGroup(group).stream())
                        .distinct()
                        .sorted(Comparator.comparing(Person::name))
                        .toList());
    }

    @PostMapping("/{kind}/{id}")
    ModelAndView act(
            @PathVariable StuckWork.Kind kind,
            @PathVariable String id,
            @RequestParam StuckWork.Deed deed,
            @RequestParam(defaultValue = "") String owner,
            @RequestParam(defaultValue = "") String reason,
            Model model) {
        mayLook();
        try {
            switch (deed) {
                case RETRY -> work.retry(kind, id);
                case REASSIGN -> work.reassign(kind, id, owner, reason);
                case CLOSE -> work.close(kind, id, reason);
            }
            return new ModelAndView("redirect:/stuck?done=true");
        } catch (Refusal refusal) {
            if (refusal.kind() != Refusal.Kind.BAD_INPUT && refusal.kind() != Refusal.Kind.TOO_LATE) {
                throw refusal;
            }
            model.addAttribute("done", false);
            model.addAttribute(
                    "refused",
                    refusal.errors().isEmpty()
                            ? refusal.getMessage()
                            : refusal.errors().get(0).message());
            fill(model);
            return new ModelAndView(
                    "stuck",
                    model.asMap(),
                    refusal.kind() == Refusal.Kind.TOO_LATE ? HttpStatus.CONFLICT : HttpStatus.BAD_REQUEST);
        }
    }

    private void mayLook() {
        if (!person.isIn("camunda-admin") && !person.isIn("process-owners")) {
            throw Refusal.notAllowed("Only administrators and process owners look after what is stuck.");
        }
    }
}
