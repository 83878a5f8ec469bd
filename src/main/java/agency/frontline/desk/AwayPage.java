package agency.frontline.desk;

import agency.frontline.client.Absence;
import agency.frontline.client.Absences;
import agency.frontline.engine.CurrentPerson;
import agency.frontline.notification.Colleagues;
import agency.frontline.notification.Person;
import agency.frontline.text.Refusal;
import agency.frontline.text.Refusal.FieldError;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Who is away now and later, and who stands in (F13). Managers say so for themselves, directors for everybody. */
@Controller
@RequestMapping("/away")
class AwayPage {

    private final Absences absences;
    private final Colleagues colleagues;
    private final CurrentPerson person;

    AwayPage(Absences absences, Colleagues colleagues, CurrentPerson person) {
        this.absences = absences;
        this.colleagues = colleagues;
        this.person = person;
    }

    /** An absence as people read it; {@code deputy} is null where each client's team says who stands in. */
    record Row(String person, String name, LocalDate from, LocalDate until, @Nullable String deputy, boolean mine) {}

    /** What stands on the form; what a browser left out was left empty. */
    record Away(@Nullable String person, @Nullable String from, @Nullable String until, @Nullable String deputy) {

        Away {
            person = person == null ? "" : person.strip();
            from = from == null ? "" : from.strip();
            until = until == null ? "" : until.strip();
            deputy = deputy == null ? "" : deputy.strip();
        }
    }

    @GetMapping
    String list(Model model) {
        show(model.asMap(), new Away(me(), "", "", ""), Map.of());
        return "away";
    }

    @PostMapping
    ModelAndView record(@ModelAttribute("form") Away form) {
        mayChange(form.person());
        try {
            var faults = new ArrayList<FieldError>();
            var from = day("from", form.from(), faults);
            var until = day("until", form.until(), faults);
            if (from == null || until == null) {
                throw Refusal.of(faults);
            }
            var deputy = form.deputy().isEmpty() ? null : form.deputy();
            absences.record(new Absence(form.person(), from, until, deputy), me());
            return new ModelAndView("redirect:/away");
        } catch (Refusal refusal) {
            if (refusal.kind() != Refusal.Kind.BAD_INPUT) {
                throw refusal;
            }
            var errors = new LinkedHashMap<String, String>();
            refusal.errors().forEach(error -> errors.merge(error.field(), error.message(), (a, b) -> a + " " + b));
            var again = new ModelAndView("away", HttpStatus.BAD_REQUEST);
            show(again.getModel(), form, errors);
            return again;
        }
    }

    @PostMapping("/end")
    String end(@RequestParam(defaultValue = "") String person, @RequestParam(defaultValue = "") String from) {
        mayChange(person);
        var faults = new ArrayList<FieldError>();
        var day = day("from", from, faults);
        if (day == null) {
            throw Refusal.of(faults);
        }
        absences.end(person, day, me());
        return "redirect:/away";
    }

    private void show(Map<String, Object> model, Away form, Map<String, String> errors) {
        var managers = managers();
        model.put("form", form);
        model.put("errors", errors);
        model.put("rows", absences.nowAndLater().stream().map(this::row).toList());
        model.put("people", isDirector() ? managers : List.of(colleagues.person(me())));
        model.put("deputies", managers);
    }

    private Row row(Absence absence) {
        return new Row(
                absence.person(),
                colleagues.person(absence.person()).name(),
                absence.from(),
                absence.until(),
                absence.deputy() == null
                        ? null
                        : colleagues.person(absence.deputy()).name(),
                isDirector() || absence.person().equals(me()));
    }

    private List<Person> managers() {
        return Stream.of("account-managers", "account-directors")
                .flatMap(group -> colleagues.inGroup(group).stream())
                .distinct()
                .sorted(Comparator.comparing(Person::name).thenComparing(Person::id))
                .toList();
    }

    private static @Nullable LocalDate day(String field, String text, List<FieldError> faults) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException noDay) {
            faults.add(new FieldError(field, "Write a day, such as 2026-12-24."));
            return null;
        }
    }

    private void mayChange(String whose) {
        var me = me();
        if (!whose.equals(me) && !isDirector()) {
            throw Refusal.notAllowed("Account managers say when they are away themselves, directors for everybody.");
        }
        if (!absences.isManager(whose)) {
            throw Refusal.notFound("There is no such account manager or director.");
        }
    }

    private boolean isDirector() {
        return person.isIn("account-directors");
    }

    private String me() {
        if (!isDirector() && !person.isIn("account-managers")) {
            throw Refusal.notAllowed("This page is for account managers and directors.");
        }
        return person.id().orElseThrow();
    }
}
