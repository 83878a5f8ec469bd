package agency.frontline.issue.flow;

import static agency.frontline.issue.flow.ClientIssueFlow.*;

import agency.frontline.audit.CaseVisibility;
import agency.frontline.casefile.CaseHead;
import agency.frontline.casefile.CaseNotes;
import agency.frontline.casefile.CaseRegister;
import agency.frontline.casefile.CaseWithdrawal;
import agency.frontline.casefile.Conversation;
import agency.frontline.casefile.Direction;
import agency.frontline.casefile.Message;
import agency.frontline.casefile.Status;
import agency.frontline.client.Channel;
import agency.frontline.client.Clients;
import agency.frontline.client.Staff;
import agency.frontline.engine.AsSystem;
import agency.frontline.engine.CurrentPerson;
import agency.frontline.issue.Diagnosis;
import agency.frontline.mail.ClientMessage;
import agency.frontline.text.Mailbox;
import agency.frontline.text.Refusal;
import agency.frontline.text.Refusal.FieldError;
import agency.frontline.text.SafeText;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Lazy;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What happens to a case beside its tasks: a logged contact, a new owner, a withdrawal, a merge (api.md). */
@RestController
@RequestMapping("/api/cases/{businessKey}")
@Tag(name = "Cases")
@Transactional
class IssueApi {

    private static final Instant THIS_CENTURY = Instant.parse("2000-01-01T00:00:00Z");

    private final CaseRegister register;
    private final CaseVisibility visibility;
    private final Conversation conversation;
    private final CaseNotes notes;
    private final Clients clients;
    private final IssueCorrespondence correspondence;
    private final IssueOwnership ownership;
    private final List<CaseWithdrawal> withdrawals;
    private final CurrentPerson person;
    private final ObjectProvider<Staff> staff;
    private final AsSystem asSystem;
    private final RuntimeService runtime;
    private final Clock clock;

    IssueApi(
            CaseRegister register,
            CaseVisibility visibility,
            Conversation conversation,
            CaseNotes notes,
            Clients clients,
            IssueCorrespondence correspondence,
            IssueOwnership ownership,
            List<CaseWithdrawal> withdrawals,
            CurrentPerson person,
            ObjectProvider<Staff> staff,
            AsSystem asSystem,
            @Lazy RuntimeService runtime,
            Clock clock) {
        this.register = register;
        this.visibility = visibility;
        this.conversation = conversation;
        this.notes = notes;
        this.clients = clients;
        this.correspondence = correspondence;
        this.ownership = ownership;
        this.withdrawals = withdrawals;
        this.person = person;
        this.staff = staff;
        this.asSystem = asSystem;
        this.runtime = runtime;
        this.clock = clock;
    }

    /** Whose words were heard. */
    enum Said {
        CLIENT_SAID,
        WE_SAID
    }

    /**
     * A contact outside mail.
     *
     * @param contact address or name of the client's person; null for the contact of the case
     * @param at when it took place; null for now
     */
    record Contacted(
            @Nullable Said direction,
            @Nullable Channel channel,
            @Nullable String contact,
            @Nullable String text,
            @Nullable Instant at) {}

    record NewOwner(@Nullable String owner, @Nullable String reason) {}

    record Withdrawal(@Nullable String reason) {}

    /** @param into number of the case that carries on */
    record Merge(@Nullable String into, @Nullable String reason) {}

    @PostMapping("/contacts")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Log a contact: what the client said goes the way of a mail, what we said ends a clock")
    void contacted(@PathVariable String businessKey, @RequestBody Contacted body) {
        var weSaid = body.direction() == Said.WE_SAID;
        var elsewhere = caseOfAnotherFlow(businessKey);
        var head = elsewhere.orElseGet(() -> weSaid ? ownCase(businessKey) : heardCase(businessKey));
        var errors = new ArrayList<FieldError>();
        if (body.direction() == null) {
            errors.add(new FieldError("direction", "Say who spoke: CLIENT_SAID or WE_SAID."));
        }
        if (body.channel() == null) {
            errors.add(new FieldError("channel", "Say how: EMAIL, PHONE, VIDEO, VISIT, TEXT or WEB."));
        }
        if (body.text() == null || body.text().isBlank()) {
            errors.add(new FieldError("text", "Write down what was said."));
        }
        var at = Objects.requireNonNullElse(body.at(), clock.instant());
        if (at.isAfter(clock.instant())) {
            errors.add(new FieldError("at", "This moment is still to come."));
        } else if (at.isBefore(THIS_CENTURY)) {
            errors.add(new FieldError("at", "Give a moment of this century, such as 2026-12-24T09:30:00Z."));
        }
        if (elsewhere.isPresent() && weSaid) {
            errors.add(new FieldError("direction", "Here only what the client said is logged: CLIENT_SAID."));
        }
        if (!errors.isEmpty()) {
            throw Refusal.of(errors);
        }
        var text = SafeText.clean(SafeText.requireAtMost("text", body.text(), 1_000_000));
        var contact = contact(head, body.contact());
        var me = person.id().orElseThrow();
        notes.add(businessKey, me, "CONTACT_LOGGED", body.direction() + " by " + body.channel());
        if (elsewhere.isPresent()) {
            hearElsewhere(head, body.channel(), contact, text, at);
        } else if (weSaid) {
            conversation.record(new Message(
                    businessKey, at, Direction.OUT, body.channel(), me, contact, head.subject(), text, null));
            tell(
                    head,
                    CONTACT_LOGGED,
                    Map.of(
                            CONTACT_AT.name(),
                            Date.from(at),
                            CONTACT_CHANNEL.name(),
                            body.channel().name()));
        } else {
            correspondence.logged(
                    head,
                    new Message(
                            businessKey, at, Direction.IN, body.channel(), contact, me, head.subject(), text, null));
        }
    }

    /** A case of another flow that clients may answer, such as a report; it is the manager's to say that they did. */
    private Optional<CaseHead> caseOfAnotherFlow(String businessKey) {
        var head = register.find(businessKey)
                .filter(known -> correspondence.isKeptElsewhere(known))
                .filter(visibility::sees);
        if (head.isPresent() && !isManagers()) {
            throw Refusal.notAllowed("Only the account manager of the client or a director does this.");
        }
        return head;
    }

    private void hearElsewhere(CaseHead head, Channel channel, String address, String text, Instant at) {
        var known = clients.contactByAddress(address).orElse(null);
        correspondence.add(
                head.businessKey(),
                new ClientMessage(
                        new Mailbox(
                                address, known == null ? null : known.contact().name()),
                        known,
                        head.client(),
                        channel,
                        head.subject(),
                        text,
                        null,
                        null,
                        at,
                        false,
                        false,
                        List.of(),
                        List.of()));
    }

    @PostMapping("/owner")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Give the case to another account manager, with the reason")
    void giveTo(@PathVariable String businessKey, @RequestBody NewOwner body) {
        var head = ownCase(businessKey);
        var errors = new ArrayList<FieldError>();
        var owner = body.owner() == null ? "" : body.owner().strip();
        if (owner.isEmpty() || !isManager(owner)) {
            errors.add(new FieldError("owner", "Name an account manager or director by user id."));
        } else if (owner.equals(head.owner())) {
            errors.add(new FieldError("owner", owner + " owns the case already."));
        }
        var reason = reason(body.reason(), errors);
        ownership.giveTo(head, owner, reason);
    }

    @PostMapping("/withdrawal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take an issue or a deliverable back, with the reason")
    void withdraw(@PathVariable String businessKey, @RequestBody Withdrawal body) {
        var elsewhere = withdrawals.stream()
                .filter(flow -> register.find(businessKey)
                        .filter(head -> flow.knows(head.process()))
                        .isPresent())
                .findFirst();
        var head = elsewhere.isPresent() ? ownCaseOfAnotherFlow(businessKey) : ownCase(businessKey);
        var reason = reason(body.reason(), new ArrayList<>());
        notes.add(businessKey, person.id().orElseThrow(), "WITHDRAWN", reason);
        if (elsewhere.isPresent()) {
            elsewhere.get().withdraw(head, reason);
        } else {
            tell(head, WITHDRAWN, Map.of(REASON.name(), reason));
        }
    }

    private CaseHead ownCaseOfAnotherFlow(String businessKey) {
        if (!isManagers()) {
            throw Refusal.notAllowed("Only the account manager of the client or a director does this.");
        }
        return open(register.find(businessKey).filter(visibility::sees).orElseThrow(() -> notFound(businessKey)));
    }

    @PostMapping("/merge")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "End the case in another open one of the same client, which carries on with all that was said and"
                    + " promised; mails to either thread find it")
    void merge(@PathVariable String businessKey, @RequestBody Merge body) {
        var head = ownCase(businessKey);
        var errors = new ArrayList<FieldError>();
        var into = body.into() == null ? "" : body.into().strip();
        var survivor = register.find(into)
                .filter(known -> known.process().equals(KEY))
                .filter(visibility::sees)
                .orElse(null);
        if (survivor == null) {
            errors.add(new FieldError("into", "Name the case that carries on by its number, such as ISS-2026-00042."));
        } else if (survivor.businessKey().equals(businessKey)) {
            errors.add(new FieldError("into", "A case cannot end in itself; name the other one."));
        } else if (!Objects.equals(survivor.client(), head.client())) {
            errors.add(new FieldError("into", into + " is another client's; only cases of one client can be merged."));
        } else if (survivor.status().isEnded()) {
            errors.add(new FieldError("into", into + " has ended; merge it into an open case."));
        }
        var reason = reason(body.reason(), errors);
        var me = person.id().orElseThrow();
        notes.add(businessKey, me, "MERGED", "into " + into + ": " + reason);
        notes.add(into, me, "MERGED", businessKey + " ended in this case: " + reason);
        correspondence.merge(head, survivor, reason);
    }

    private static String reason(@Nullable String reason, ArrayList<FieldError> errors) {
        if (reason == null || reason.isBlank()) {
            errors.add(new FieldError("reason", "Say why."));
        } else if (reason.length() > 1500) {
            errors.add(new FieldError("reason", "Say it in 1,500 characters at most."));
        }
        if (!errors.isEmpty()) {
            throw Refusal.of(errors);
        }
        return SafeText.clean(reason).strip();
    }

    private boolean isManager(String user) {
        return staff.stream().anyMatch(s -> s.isIn(user, "account-managers") || s.isIn(user, "account-directors"));
    }

    /** An open issue of a client the person takes care of. */
    private CaseHead ownCase(String businessKey) {
        if (!isManagers()) {
            throw Refusal.notAllowed("Only the account manager of the client or a director does this.");
        }
        return open(knownCase(businessKey));
    }

    /** As {@link #ownCase}, but a specialist may log what the client told them (C-11). */
    private CaseHead heardCase(String businessKey) {
        if (!isManagers() && Diagnosis.SPECIALISTS.stream().noneMatch(person::isIn)) {
            throw Refusal.notAllowed("Only the account manager, a director or a specialist logs what a client said.");
        }
        return open(knownCase(businessKey));
    }

    private boolean isManagers() {
        return person.isIn("account-managers") || person.isIn("account-directors");
    }

    private CaseHead knownCase(String businessKey) {
        return register.find(businessKey)
                .filter(head -> head.process().equals(KEY))
                .filter(visibility::sees)
                .orElseThrow(() -> notFound(businessKey));
    }

    private static Refusal notFound(String businessKey) {
        return Refusal.notFound("There is no case " + SafeText.line(businessKey, 40) + ".");
    }

    private CaseHead open(CaseHead head) {
        if (head.status().isEnded()) {
            throw Refusal.tooLate(
                    head.status() == Status.MERGED
                            ? "This case was merged; " + register.survivorOf(head.businessKey())
                                    + " carries on with it."
                            : "This case has ended; a new message of the client opens a linked one.");
        }
        return head;
    }

    private String contact(CaseHead head, @Nullable String said) {
        if (said == null || said.isBlank()) {
            return head.contact();
        }
        var matches = clients.contactsMatching(said).stream()
                .filter(known -> known.client().code().equals(head.client()))
                .toList();
        if (matches.size() == 1) {
            return matches.get(0).contact().email();
        }
        if (matches.isEmpty() && said.contains("@")) {
            return Mailbox.of("contact", said).address();
        }
        throw Refusal.of("contact", "Name one contact of " + head.client() + " by mail address.");
    }

    private void tell(CaseHead head, String message, Map<String, Object> variables) {
        asSystem.perform(() -> runtime.createMessageCorrelation(message)
                .processInstanceId(head.processInstanceId())
                .setVariables(variables)
                .correlate());
    }
}
