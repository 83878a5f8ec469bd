package agency.frontline.desk;

import agency.frontline.audit.CaseVisibility;
import agency.frontline.casefile.CaseRegister;
import agency.frontline.client.Channel;
import agency.frontline.client.Clients;
import agency.frontline.engine.CurrentPerson;
import agency.frontline.text.Refusal;
import agency.frontline.text.Refusal.FieldError;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RepositoryService;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

/**
 * Log an issue from wherever one stands, on a phone in under a minute (F25). It starts the process through its own
 * start form, under the person's own rights: Tasklist's "Start process" with the contact found while typing.
 */
@Controller
@RequestMapping("/issues")
class IssuePages {

    private static final String PROCESS = "clientIssue";
    private static final int CANDIDATES = 8;

    private final CurrentPerson person;
    private final Clients clients;
    private final CaseRegister register;
    private final CaseVisibility visibility;
    private final FormService forms;
    private final RepositoryService repository;

    IssuePages(
            CurrentPerson person,
            Clients clients,
            CaseRegister register,
            CaseVisibility visibility,
            @Lazy FormService forms,
            @Lazy RepositoryService repository) {
        this.person = person;
        this.clients = clients;
        this.register = register;
        this.visibility = visibility;
        this.forms = forms;
        this.repository = repository;
    }

    /**
     * What stands on the form.
     *
     * @param contactedAt as the browser's date-and-time field writes it, at the person's
     * @param zone of the browser; empty without its help, then UTC counts
     */
    record Logged(
            @Nullable String contact,
            @Nullable String channel,
            @Nullable String subject,
            @Nullable String clientWords,
            @Nullable String contactedAt,
            @Nullable String zone,
            @Nullable String requester,
            @Nullable Boolean proactive,
            @Nullable Boolean emergency,
            @Nullable String emergencyReason) {

        static final Logged EMPTY = new Logged("", Channel.PHONE.name(), "", "", "", "", "", false, false, "");

        /** What a browser left out was left empty. */
        Logged {
            contact = Objects.requireNonNullElse(contact, "");
            channel = Objects.requireNonNullElse(channel, "");
            subject = Objects.requireNonNullElse(subject, "");
            clientWords = Objects.requireNonNullElse(clientWords, "");
            contactedAt = Objects.requireNonNullElse(contactedAt, "");
            zone = Objects.requireNonNullElse(zone, "");
            requester = Objects.requireNonNullElse(requester, "");
            proactive = Objects.requireNonNullElse(proactive, false);
            emergency = Objects.requireNonNullElse(emergency, false);
            emergencyReason = Objects.requireNonNullElse(emergencyReason, "");
        }
    }

    /** Somebody at a client, as the search shows them. */
    record Candidate(String address, String name, String client, String clientName) {}

    @ModelAttribute("channels")
    Map<String, String> channels() {
        var channels = new LinkedHashMap<String, String>();
        channels.put("PHONE", "Phone");
        channels.put("VISIT", "Visit");
        channels.put("VIDEO", "Video");
        channels.put("TEXT", "Text message");
        channels.put("EMAIL", "Mail");
        channels.put("WEB", "Web");
        return channels;
    }

    @GetMapping("/new")
    String form(@RequestParam(defaultValue = "") String logged, Model model) {
        mayLog();
        model.addAttribute("logged", logged.matches("[A-Z]{3}-\\d{4}-\\d{5,9}") ? logged : "");
        model.addAttribute("form", Logged.EMPTY);
        model.addAttribute("errors", Map.of());
        return "issue-new";
    }

    @PostMapping("/new")
    ModelAndView log(@ModelAttribute("form") Logged form) {
        mayLog();
        try {
            var key = start(form);
            var seen = visibility.sees(register.get(key));
            return new ModelAndView("redirect:" + (seen ? "/cases/" + key : "/issues/new?logged=" + key));
        } catch (Refusal refusal) {
            if (refusal.kind() != Refusal.Kind.BAD_INPUT) {
                throw refusal;
            }
            var errors = new LinkedHashMap<String, String>();
            refusal.errors().forEach(error -> errors.merge(error.field(), error.message(), (a, b) -> a + " " + b));
            var again = new ModelAndView("issue-new", HttpStatus.BAD_REQUEST);
            again.addObject("form", form);
            again.addObject("errors", errors);
            again.addObject("logged", "");
            return again;
        }
    }

    /** The people at clients whom the words typed so far may mean, among those whoever asks may know. */
    @GetMapping(path = "/contacts", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    List<Candidate> contacts(@RequestParam(defaultValue = "") String q) {
        mayLog();
        var words = Arrays.stream(fold(q).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
        if (words.isEmpty()) {
            return List.of();
        }
        return clients.all().stream()
                .filter(client -> person.mayKnow(client.code()))
                .flatMap(client -> client.contacts().stream()
                        .map(contact -> new Candidate(contact.email(), contact.name(), client.code(), client.name())))
                .filter(candidate -> {
                    var text = fold(String.join(
                            " ", candidate.name(), candidate.address(), candidate.client(), candidate.clientName()));
                    return words.stream().allMatch(text::contains);
                })
                .limit(CANDIDATES)
                .toList();
    }

    private void mayLog() {
        var may = person.isIn("account-managers")
                || person.isIn("account-directors")
                || CaseVisibility.SPECIALISTS.stream().anyMatch(person::isIn);
        if (!may) {
            throw Refusal.notAllowed("Account managers, directors and specialists log what a client said.");
        }
    }

    private String start(Logged form) {
        var fields = new HashMap<String, Object>();
        fields.put("contact", form.contact().strip());
        fields.put("channel", form.channel());
        fields.put("subject", form.subject().strip());
        fields.put("clientWords", form.clientWords());
        if (!form.requester().isBlank()) {
            fields.put("requester", form.requester());
        }
        if (form.proactive()) {
            fields.put("proactive", true);
        }
        if (form.emergency()) {
            fields.put("emergency", true);
            fields.put("emergencyReason", form.emergencyReason());
        }
        if (!form.contactedAt().isBlank()) {
            fields.put("contactedAt", moment(form.contactedAt(), form.zone()));
        }
        complain(form);
        var definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(PROCESS)
                .latestVersion()
                .singleResult();
        if (definition == null) {
            throw Refusal.notAllowed("You may not start this process.");
        }
        try {
            var instance = forms.submitStartForm(definition.getId(), fields);
            return register.ofInstance(instance.getId()).orElseThrow().businessKey();
        } catch (RuntimeException wrapped) {
            // The engine wraps what a listener throws.
            for (Throwable cause = wrapped; cause != null; cause = cause.getCause()) {
                if (cause instanceof Refusal refusal) {
                    throw refusal;
                }
            }
            throw wrapped;
        }
    }

    /** What is empty is told at once; the rest is the process's own to judge. */
    private static void complain(Logged form) {
        var empty = new ArrayList<FieldError>();
        if (form.contact().isBlank()) {
            empty.add(new FieldError("contact", "Say who at the client it was, by name or mail address."));
        }
        if (form.subject().isBlank()) {
            empty.add(new FieldError("subject", "Say in a few words what it is about."));
        }
        if (form.clientWords().isBlank()) {
            empty.add(new FieldError("clientWords", "Write down what the client said, in their words."));
        }
        if (!empty.isEmpty()) {
            throw Refusal.of(empty);
        }
    }

    private static String moment(String local, String zone) {
        try {
            var there = zone.isBlank() ? ZoneId.of("UTC") : ZoneId.of(zone);
            return LocalDateTime.parse(local).atZone(there).toOffsetDateTime().toString();
        } catch (DateTimeException e) {
            throw Refusal.of("contactedAt", "Write day and time, such as 2026-12-24T09:30, or leave it empty for now.");
        }
    }

    private static String fold(String text) {
        var bare = Normalizer.normalize(text, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
        return bare.toLowerCase(Locale.ROOT).replace("ł", "l").strip();
    }
}
