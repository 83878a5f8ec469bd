package agency.frontline.onboarding.flow;

import static agency.frontline.onboarding.flow.ClientOnboardingFlow.*;

import agency.frontline.audit.CaseVisibility;
import agency.frontline.casefile.CaseHead;
import agency.frontline.casefile.CaseNotes;
import agency.frontline.casefile.CaseRegister;
import agency.frontline.client.Clients;
import agency.frontline.engine.AsSystem;
import agency.frontline.engine.CurrentPerson;
import agency.frontline.text.Refusal;
import agency.frontline.text.Refusal.FieldError;
import agency.frontline.text.SafeText;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.spin.Spin;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Two people at a client want different things: the one who was named to decide is asked (C-65). */
@RestController
@RequestMapping("/api/cases/{businessKey}")
@Tag(name = "Cases")
@Transactional
class OnboardingApi {

    private static final int AT_MOST = 10;
    private static final int LONGEST = 2000;

    private final CaseRegister register;
    private final CaseVisibility visibility;
    private final CaseNotes notes;
    private final Clients clients;
    private final CurrentPerson person;
    private final AsSystem asSystem;
    private final RuntimeService runtime;

    OnboardingApi(
            CaseRegister register,
            CaseVisibility visibility,
            CaseNotes notes,
            Clients clients,
            CurrentPerson person,
            AsSystem asSystem,
            @Lazy RuntimeService runtime) {
        this.register = register;
        this.visibility = visibility;
        this.notes = notes;
        this.clients = clients;
        this.person = person;
        this.asSystem = asSystem;
        this.runtime = runtime;
    }

    /**
     * What one person at the client wants.
     *
     * @param contact their mail address
     */
    record Wish(@Nullable String contact, @Nullable String wish) {}

    record Conflict(@Nullable List<Wish> wishes) {}

    @PostMapping("/wishes")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Two people at the client want different things: ask the one who decides")
    void conflict(@PathVariable String businessKey, @RequestBody Conflict body) {
        if (!person.isIn("account-managers") && !person.isIn("account-directors")) {
            throw Refusal.notAllowed("Only the account manager of the client or a director does this.");
        }
        var head = register.find(businessKey)
                .filter(known -> known.process().startsWith(KEY))
                .filter(visibility::sees)
                .orElseThrow(() -> Refusal.notFound("There is no onboarding " + SafeText.line(businessKey, 40) + "."));
        if (head.status().isEnded()) {
            throw Refusal.tooLate("This onboarding has ended; log what they want as an issue.");
        }
        var wishes = read(head, body);
        notes.add(
                businessKey,
                person.id().orElseThrow(),
                "WISHES_CONFLICT",
                wishes.stream().map(wish -> wish.contact() + ": " + wish.wish()).collect(Collectors.joining("\n")));
        var rows = Spin.JSON("[]");
        wishes.forEach(wish ->
                rows.append(Spin.JSON("{}").prop("contact", wish.contact()).prop("wish", wish.wish())));
        asSystem.perform(() -> runtime.createMessageCorrelation(WISHES_CONFLICTED)
                .processInstanceId(head.processInstanceId())
                .setVariablesToTriggeredScope(Map.of(WISHES.name(), rows))
                .correlate());
    }

    private List<Wish> read(CaseHead head, Conflict body) {
        var errors = new ArrayList<FieldError>();
        var given = body.wishes() == null ? List.<Wish>of() : body.wishes();
        var people = clients.get(head.client()).contacts();
        var wishes = new ArrayList<Wish>();
        var seen = new HashSet<String>();
        for (var i = 0; i < Math.min(given.size(), AT_MOST); i++) {
            var contact = given.get(i).contact() == null
                    ? ""
                    : given.get(i).contact().strip().toLowerCase(Locale.ROOT);
            var wish = given.get(i).wish() == null
                    ? ""
                    : SafeText.clean(given.get(i).wish()).strip();
            if (people.stream().noneMatch(known -> known.email().equals(contact))) {
                errors.add(new FieldError("wishes[" + i + "].contact", "Choose one of the client's people."));
            }
            if (wish.isEmpty() || wish.length() > LONGEST) {
                errors.add(new FieldError(
                        "wishes[" + i + "].wish", "Say in 2,000 characters at most what this person wants."));
            }
            seen.add(contact);
            wishes.add(new Wish(contact, wish));
        }
        if (seen.size() < 2 || given.size() > AT_MOST) {
            errors.add(new FieldError("wishes", "Name what two people want, and at most ten."));
        }
        if (!errors.isEmpty()) {
            throw Refusal.of(errors);
        }
        return wishes;
    }
}
