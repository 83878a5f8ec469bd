package agency.frontline.desk;

import agency.frontline.client.Client;
import agency.frontline.client.ClientSight;
import agency.frontline.client.plan.PlanNotes;
import agency.frontline.client.plan.PlanNotes.Normal;
import agency.frontline.client.plan.PlanUse;
import agency.frontline.client.plan.Plans;
import agency.frontline.client.plan.Premise;
import agency.frontline.client.plan.SignLook;
import agency.frontline.engine.CurrentPerson;
import agency.frontline.notification.Colleagues;
import agency.frontline.notification.PlainLanguage;
import agency.frontline.notification.WhereWeAre;
import agency.frontline.notification.WhereWeAreLetter;
import agency.frontline.notification.WhereWeArePage;
import agency.frontline.text.Answers;
import agency.frontline.text.Refusal;
import agency.frontline.text.Refusal.FieldError;
import agency.frontline.whereweare.PlanLetters;
import agency.frontline.whereweare.Whereabouts;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A client's plan as the client reads it, in their language, and beside it what is ours alone: hours and money, premises,
 * words to avoid, and the buttons (C-80, C-81). Whoever may see the client reads it; whoever keeps the client acts on it.
 */
@Controller
class PlanPages {

    private final ClientSight sight;
    private final Whereabouts whereabouts;
    private final WhereWeAreLetter letter;
    private final PlanLetters letters;
    private final Plans plans;
    private final PlanNotes notes;
    private final Colleagues colleagues;
    private final CurrentPerson person;
    private final Clock clock;

    PlanPages(
            ClientSight sight,
            Whereabouts whereabouts,
            WhereWeAreLetter letter,
            PlanLetters letters,
            Plans plans,
            PlanNotes notes,
            Colleagues colleagues,
            CurrentPerson person,
            Clock clock) {
        this.sight = sight;
        this.whereabouts = whereabouts;
        this.letter = letter;
        this.letters = letters;
        this.plans = plans;
        this.notes = notes;
        this.colleagues = colleagues;
        this.person = person;
        this.clock = clock;
    }

    /** A word of the client's list, with the lines in which it stands. */
    record Jargon(String word, List<String> lines) {}

    /** The words on what is normal now, as the form shows them; {@code by} is null where we suggest them. */
    record NormalForm(String words, String suggested, @Nullable String by, @Nullable String at) {}

    @GetMapping("/clients/{code}/plan")
    ModelAndView read(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable Integer version,
            @RequestParam(defaultValue = "") String language,
            @RequestParam(defaultValue = "") String sent,
            Authentication caller) {
        var client = sight.get(code, caller);
        var page = page(client, version, language, HttpStatus.OK, List.of());
        page.addObject("sent", sent.matches("WWA-\\d{4}-\\d{5,}") ? sent : null);
        return page;
    }

    @GetMapping("/clients/{code}/plan.pdf")
    ResponseEntity<byte[]> document(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable Integer version,
            @RequestParam(defaultValue = "") String language,
            Authentication caller) {
        var client = sight.get(code, caller);
        var tag = tag(client, language);
        var where = whereabouts.get(client, version, tag);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(letter.fileName(client, where, tag), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(letter.pdf(client, where, tag));
    }

    @PostMapping("/clients/{code}/plan/signs")
    ModelAndView look(
            @PathVariable String code, @RequestParam MultiValueMap<String, String> form, Authentication caller) {
        return act(code, form, caller, "signs", client -> notes.look(client, answers(form), caller.getName()));
    }

    @PostMapping("/clients/{code}/plan/normal")
    ModelAndView normal(
            @PathVariable String code, @RequestParam MultiValueMap<String, String> form, Authentication caller) {
        return act(code, form, caller, "normal", client -> {
            var tag = tag(client, one(form, "language"));
            var where = whereabouts.get(client, null, tag);
            var words = one(form, PlanNotes.NORMAL);
            // What is left as suggested stays a suggestion, so that it changes with the phase.
            var own = sameWords(words, letter.suggestedNormal(where, tag)) ? "" : words;
            notes.normal(client, where.phase(), tag, own, caller.getName());
        });
    }

    @PostMapping("/clients/{code}/plan/letters")
    ModelAndView send(
            @PathVariable String code, @RequestParam MultiValueMap<String, String> form, Authentication caller) {
        var client = sight.getToKeep(code, caller);
        try {
            var key = letters.send(client, answers(form), caller.getName());
            return back(client, form, "sent", key, null);
        } catch (Refusal refusal) {
            return again(client, form, refusal);
        }
    }

    private ModelAndView act(
            String code,
            MultiValueMap<String, String> form,
            Authentication caller,
            String place,
            Consumer<Client> deed) {
        var client = sight.getToKeep(code, caller);
        try {
            deed.accept(client);
            return back(client, form, null, null, place);
        } catch (Refusal refusal) {
            return again(client, form, refusal);
        }
    }

    private static ModelAndView back(
            Client client,
            MultiValueMap<String, String> form,
            @Nullable String name,
            @Nullable String value,
            @Nullable String place) {
        var uri = UriComponentsBuilder.fromPath("/clients/{code}/plan");
        var language = one(form, "language");
        if (language.matches("[A-Za-z0-9-]{1,35}")) {
            uri.queryParam("language", language);
        }
        if (name != null) {
            uri.queryParam(name, value);
        }
        return new ModelAndView(
                "redirect:" + uri.fragment(place).buildAndExpand(client.code()).toUriString());
    }

    private ModelAndView again(Client client, MultiValueMap<String, String> form, Refusal refusal) {
        if (refusal.kind() != Refusal.Kind.BAD_INPUT) {
            throw refusal;
        }
        return page(client, null, one(form, "language"), HttpStatus.BAD_REQUEST, refusal.errors());
    }

    private ModelAndView page(
            Client client, @Nullable Integer version, String language, HttpStatus status, List<FieldError> errors) {
        var tag = tag(client, language);
        var page = new ModelAndView("plan", status);
        page.addObject("client", client);
        page.addObject("errors", errors.stream().map(FieldError::message).toList());
        page.addObject("keeps", keeps());
        page.addObject("language", tag);
        page.addObject("languages", languages(client, tag));
        page.addObject("sent", null);
        if (version == null && plans.latest(client.code()).isEmpty()) {
            page.addObject("where", null);
            return page;
        }
        var where = whereabouts.get(client, version, tag);
        var told = letter.page(client, where, tag);
        page.addObject("where", told);
        page.addObject("isNewest", where.isNewest());
        page.addObject("version", where.plan().version());
        page.addObject(
                "versions", IntStream.rangeClosed(1, where.newest()).boxed().toList());
        page.addObject("today", LocalDate.ofInstant(clock.instant(), client.timeZone()));
        page.addObject("looks", looks(where));
        page.addObject("use", where.isNewest() ? use(client) : null);
        page.addObject(
                "premises",
                where.plan().premises().stream().map(PlanPages::premise).toList());
        page.addObject("jargon", jargon(client, told));
        page.addObject("normal", normal(client, where, tag));
        page.addObject("press", PlanLetters.newPress());
        return page;
    }

    private @Nullable String use(Client client) {
        return plans.use(client.code()).map(PlanUse::inWords).orElse(null);
    }

    private static String premise(Premise premise) {
        var state = Wording.humanised(premise.state().name()).toLowerCase(Locale.ROOT);
        return premise.id() + ": " + premise.what() + " (" + state
                + (premise.because() == null ? ")" : ": " + premise.because() + ")");
    }

    private NormalForm normal(Client client, WhereWeAre where, String tag) {
        var suggested = letter.suggestedNormal(where, tag);
        Optional<Normal> kept = whereabouts.normal(client, where, tag);
        return kept.map(normal -> new NormalForm(
                        normal.words(),
                        suggested,
                        colleagues.person(normal.by()).name(),
                        LocalDate.ofInstant(normal.at(), client.timeZone()).toString()))
                .orElseGet(() -> new NormalForm(suggested, suggested, null, null));
    }

    /** Who looked for a sign last, in a phrase, by its number. */
    private Map<String, String> looks(WhereWeAre where) {
        var looks = new LinkedHashMap<String, String>();
        for (SignLook look : where.looks().values()) {
            looks.put(
                    look.sign(),
                    "%s, %s (%s)"
                            .formatted(
                                    look.seen() ? "Seen" : "Not there yet",
                                    look.day(),
                                    colleagues.person(look.by()).name()));
        }
        return looks;
    }

    private static List<Jargon> jargon(Client client, WhereWeArePage told) {
        return PlainLanguage.jargonIn(client, String.join("\n", told.written())).stream()
                .map(word -> new Jargon(
                        word,
                        told.written().stream()
                                .filter(line ->
                                        PlainLanguage.jargonIn(client, line).contains(word))
                                .toList()))
                .toList();
    }

    /** Those of the client, and the one that is shown. */
    private List<String> languages(Client client, String shown) {
        return Stream.of(
                        client.languages().stream(),
                        client.contacts().stream().map(contact -> contact.language()),
                        Stream.of("en", shown))
                .flatMap(tags -> tags)
                .map(letter::language)
                .distinct()
                .toList();
    }

    private String tag(Client client, String language) {
        return letter.language(language.isBlank() ? client.languages().get(0) : language);
    }

    private boolean keeps() {
        return person.isIn("account-managers") || person.isIn("account-directors");
    }

    private static Answers answers(MultiValueMap<String, String> form) {
        return new Answers(name -> name.equals(PlanLetters.CONTACTS) ? form.get(name) : form.getFirst(name));
    }

    private static String one(MultiValueMap<String, String> form, String name) {
        var value = form.getFirst(name);
        return value == null ? "" : value.strip();
    }

    private static boolean sameWords(String one, String other) {
        return one.strip().replaceAll("\\s+", " ").equals(other.strip().replaceAll("\\s+", " "));
    }
}
