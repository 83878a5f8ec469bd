package agency.frontline.pulse.flow;

import agency.frontline.client.Clients;
import agency.frontline.client.Contact;
import agency.frontline.engine.PassingProblem;
import agency.frontline.notification.PageWords;
import agency.frontline.notification.PulseWords;
import agency.frontline.pulse.Pulse;
import agency.frontline.pulse.Pulses;
import agency.frontline.pulse.Scores;
import agency.frontline.text.Answers;
import agency.frontline.text.Refusal;
import agency.frontline.text.SafeText;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Where a contact answers, with nothing but the link in their mail (F8, S13). Looking at it never votes, for mail programs
 * look at every link before anybody does; only what is sent from it counts, and only once.
 */
@Controller
@Hidden
@RequestMapping("/pulse/{token}")
class PulsePage {

    private static final int ATTEMPTS = 3;
    private static final int WORDS_AT_MOST = 10_000;
    private static final String WORDS = "words";

    private final Pulses pulses;
    private final PulseAnswers answers;
    private final Clients clients;
    private final PulseWords phrases;

    PulsePage(Pulses pulses, PulseAnswers answers, Clients clients, PulseWords phrases) {
        this.pulses = pulses;
        this.answers = answers;
        this.clients = clients;
        this.phrases = phrases;
    }

    /** A question as the page shows it: three of one kind, each with its own ends. */
    record Question(String name, String least, String most) {

        static final List<Question> ALL = List.of(of(Scores.SERVICE), of(Scores.WORK), of(Scores.FEELING));

        private static Question of(String name) {
            return new Question(name, name + ".least", name + ".most");
        }
    }

    @GetMapping
    String show(@PathVariable String token, Locale locale, Model model, HttpServletResponse response) {
        return pulses.opens(token)
                .map(pulse -> page(pulse, model, response))
                .orElseGet(() -> unknown(locale, model, response));
    }

    @PostMapping
    String answer(
            @PathVariable String token,
            @RequestParam Map<String, String> form,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        var found = pulses.opens(token);
        if (found.isEmpty()) {
            return unknown(locale, model, response);
        }
        var pulse = found.get();
        if (!pulses.takesAnswer(pulse)) {
            return page(pulse, model, response);
        }
        try {
            take(pulse, form);
        } catch (Refusal refusal) {
            return again(pulse, form, refusal, model, response);
        } catch (RuntimeException failed) {
            if (!PassingProblem.is(failed)) {
                throw failed;
            }
            return said("later", page(pulse), HttpStatus.SERVICE_UNAVAILABLE, model, response);
        }
        // Whoever reloads the page does not send it a second time.
        return "redirect:/pulse/" + token;
    }

    private void take(Pulse pulse, Map<String, String> form) {
        var scores = Scores.from(new Answers(form::get));
        var words = SafeText.requireAtMost(WORDS, form.getOrDefault(WORDS, ""), WORDS_AT_MOST)
                .strip();
        for (int attempt = 1; ; attempt++) {
            try {
                answers.take(pulse, scores, words);
                return;
            } catch (RuntimeException raced) {
                // The reminder, or the end of the ten days, came at the same moment.
                if (attempt == ATTEMPTS || !PassingProblem.is(raced)) {
                    throw raced;
                }
            }
        }
    }

    private String page(Pulse pulse, Model model, HttpServletResponse response) {
        if (pulses.takesAnswer(pulse)) {
            return form(pulse, Map.of(), Map.of(), model);
        }
        return pulse.isAnswered()
                ? said("thanks", page(pulse), HttpStatus.OK, model, response)
                : said("closed", page(pulse), HttpStatus.GONE, model, response);
    }

    private String again(
            Pulse pulse, Map<String, String> form, Refusal refusal, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.BAD_REQUEST.value());
        var missing = new HashMap<String, String>();
        refusal.errors()
                .forEach(error -> missing.put(error.field(), error.field().equals(WORDS) ? "tooLong" : "missing"));
        return form(pulse, form, missing, model);
    }

    private String form(Pulse pulse, Map<String, String> given, Map<String, String> errors, Model model) {
        model.addAttribute("page", page(pulse));
        model.addAttribute("state", "form");
        model.addAttribute("questions", Question.ALL);
        model.addAttribute(
                "scores", IntStream.rangeClosed(0, Scores.MOST).boxed().toList());
        model.addAttribute("given", given);
        model.addAttribute("errors", errors);
        model.addAttribute("wordsAtMost", WORDS_AT_MOST);
        return "pulse";
    }

    private static String said(
            String what, PageWords page, HttpStatus status, Model model, HttpServletResponse response) {
        response.setStatus(status.value());
        model.addAttribute("page", page);
        model.addAttribute("state", what);
        return "pulse";
    }

    /** Nobody knows who looks, so their browser says the language; it hears nothing else than that it is not there. */
    private String unknown(Locale locale, Model model, HttpServletResponse response) {
        return said("unknown", phrases.page(locale.toLanguageTag()), HttpStatus.NOT_FOUND, model, response);
    }

    private PageWords page(Pulse pulse) {
        return phrases.page(language(pulse));
    }

    private String language(Pulse pulse) {
        var client = clients.get(pulse.client());
        return client.contacts().stream()
                .filter(contact -> contact.email().equalsIgnoreCase(pulse.contact()))
                .findFirst()
                .map(Contact::language)
                .orElse(client.languages().get(0));
    }
}
