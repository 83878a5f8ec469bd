package agency.frontline.endcheck.flow;

import agency.frontline.client.Clients;
import agency.frontline.client.Contact;
import agency.frontline.client.plan.Goal;
import agency.frontline.client.plan.GoalVerdict;
import agency.frontline.endcheck.EndCheck;
import agency.frontline.endcheck.EndChecks;
import agency.frontline.endcheck.Verdict;
import agency.frontline.engine.PassingProblem;
import agency.frontline.notification.EndCheckWords;
import agency.frontline.notification.PageWords;
import agency.frontline.text.Answers;
import agency.frontline.text.SafeText;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Where a client says, goal by goal, whether we got where they wanted to go, with nothing but the link in their mail (C-82,
 * S13). Looking at it never answers; only what is sent from it counts, and only once.
 */
@Controller
@Hidden
@RequestMapping("/plan-check/{token}")
class EndCheckPage {

    private static final int ATTEMPTS = 3;

    private final EndChecks checks;
    private final EndCheckAnswers answers;
    private final Clients clients;
    private final EndCheckWords phrases;

    EndCheckPage(EndChecks checks, EndCheckAnswers answers, Clients clients, EndCheckWords phrases) {
        this.checks = checks;
        this.answers = answers;
        this.clients = clients;
        this.phrases = phrases;
    }

    @GetMapping
    String show(@PathVariable String token, Locale locale, Model model, HttpServletResponse response) {
        return checks.opens(token)
                .map(check -> page(check, model, response))
                .orElseGet(() -> unknown(locale, model, response));
    }

    @PostMapping
    String answer(
            @PathVariable String token,
            @RequestParam Map<String, String> form,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        var found = checks.opens(token);
        if (found.isEmpty()) {
            return unknown(locale, model, response);
        }
        var check = found.get();
        if (!checks.takesAnswer(check)) {
            return page(check, model, response);
        }
        var missing = new LinkedHashMap<String, String>();
        var verdicts = read(check, form, missing);
        if (!missing.isEmpty()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return form(check, form, missing, model);
        }
        try {
            take(check, verdicts);
        } catch (RuntimeException failed) {
            if (!PassingProblem.is(failed)) {
                throw failed;
            }
            return said("later", page(check), HttpStatus.SERVICE_UNAVAILABLE, model, response);
        }
        // Whoever reloads the page does not send it a second time.
        return "redirect:/plan-check/" + token;
    }

    private List<Verdict> read(EndCheck check, Map<String, String> form, Map<String, String> missing) {
        var verdicts = new ArrayList<Verdict>();
        var given = new Answers(form::get);
        for (var goal : goals(check)) {
            var verdict = given.choice("verdict-" + goal.id(), GoalVerdict.class);
            var words = SafeText.clean(given.text("words-" + goal.id())).strip();
            if (verdict == null) {
                missing.put(goal.id(), "missing");
            } else if (words.length() > Verdict.WORDS_AT_MOST) {
                missing.put(goal.id(), "tooLong");
            } else {
                verdicts.add(new Verdict(goal.id(), verdict, words));
            }
        }
        return verdicts;
    }

    private List<Goal> goals(EndCheck check) {
        return checks.planOf(check).goals();
    }

    private void take(EndCheck check, List<Verdict> verdicts) {
        for (int attempt = 1; ; attempt++) {
            try {
                answers.take(check, verdicts);
                return;
            } catch (RuntimeException raced) {
                // The reminder, the end of the question, or a colleague who was told on the phone came at the same
                // moment.
                if (attempt == ATTEMPTS || !PassingProblem.is(raced)) {
                    throw raced;
                }
            }
        }
    }

    private String page(EndCheck check, Model model, HttpServletResponse response) {
        if (checks.takesAnswer(check)) {
            return form(check, Map.of(), Map.of(), model);
        }
        return check.clientHasAnswered()
                ? said("thanks", page(check), HttpStatus.OK, model, response)
                : said("closed", page(check), HttpStatus.GONE, model, response);
    }

    private String form(EndCheck check, Map<String, String> given, Map<String, String> errors, Model model) {
        model.addAttribute("page", page(check));
        model.addAttribute("state", "form");
        model.addAttribute("goals", goals(check));
        model.addAttribute("verdicts", GoalVerdict.values());
        model.addAttribute("given", given);
        model.addAttribute("errors", errors);
        model.addAttribute("wordsAtMost", Verdict.WORDS_AT_MOST);
        return "end-check";
    }

    private static String said(
            String what, PageWords page, HttpStatus status, Model model, HttpServletResponse response) {
        response.setStatus(status.value());
        model.addAttribute("page", page);
        model.addAttribute("state", what);
        return "end-check";
    }

    /** Nobody knows who looks, so their browser says the language; it hears nothing else than that it is not there. */
    private String unknown(Locale locale, Model model, HttpServletResponse response) {
        return said("unknown", phrases.page(locale.toLanguageTag()), HttpStatus.NOT_FOUND, model, response);
    }

    private PageWords page(EndCheck check) {
        var client = clients.get(check.client());
        return phrases.page(client.contacts().stream()
                .filter(contact -> contact.email().equalsIgnoreCase(check.contact()))
                .findFirst()
                .map(Contact::language)
                .orElse(client.languages().get(0)));
    }
}
