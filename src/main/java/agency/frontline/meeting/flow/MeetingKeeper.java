package agency.frontline.meeting.flow;

import static agency.frontline.meeting.flow.ConferenceReportFlow.*;

import agency.frontline.casefile.CaseHead;
import agency.frontline.casefile.CaseRegister;
import agency.frontline.casefile.Deadlines;
import agency.frontline.casefile.Status;
import agency.frontline.client.Channel;
import agency.frontline.client.Clients;
import agency.frontline.client.Contact;
import agency.frontline.client.pledge.AgreedTerms;
import agency.frontline.engine.CaseKeeper;
import agency.frontline.engine.FormAnswers;
import agency.frontline.flow.ContactOfStart;
import agency.frontline.meeting.Meetings;
import agency.frontline.nextstep.NextSteps;
import agency.frontline.text.Refusal;
import agency.frontline.text.SafeText;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens the file of every meeting before its first step, and closes it after its last. */
@Component
class MeetingKeeper implements CaseKeeper {

    /** How people meet (C-22, C-73). */
    private static final Set<Channel> MEETINGS = EnumSet.of(Channel.VISIT, Channel.VIDEO, Channel.PHONE);

    private static final int SUBJECT_AT_MOST = 200;

    private final CaseRegister register;
    private final Meetings meetings;
    private final NextSteps steps;
    private final Deadlines deadlines;
    private final Clients clients;
    private final AgreedTerms agreed;
    private final ContactOfStart contactOfStart;
    private final Clock clock;

    MeetingKeeper(
            CaseRegister register,
            Meetings meetings,
            NextSteps steps,
            Deadlines deadlines,
            Clients clients,
            AgreedTerms agreed,
            ContactOfStart contactOfStart,
            Clock clock) {
        this.register = register;
        this.meetings = meetings;
        this.steps = steps;
        this.deadlines = deadlines;
        this.clients = clients;
        this.agreed = agreed;
        this.contactOfStart = contactOfStart;
        this.clock = clock;
    }

    @Override
    public boolean keeps(String processKey) {
        return processKey.startsWith(KEY);
    }

    @Override
    public void opened(DelegateExecution instance) {
        var corrected = CORRECTS.find(instance).flatMap(register::find);
        var lead = corrected.isPresent()
                ? new Contact(corrected.get().contact(), corrected.get().contactName(), null, "en", Channel.EMAIL)
                : isCalled(instance) ? calledWith(instance) : readForm(instance);
        var client = clients.get(CLIENT.in(instance));
        var owner = corrected
                .map(CaseHead::owner)
                .or(() -> OWNER.find(instance))
                .orElse(client.team().accountManager());
        OWNER.set(instance, owner);
        CONTACT.set(instance, lead.email());
        SUBJECT.set(instance, SafeText.line(SUBJECT.in(instance), SUBJECT_AT_MOST));
        if (REPORT_VERSION.find(instance).isEmpty()) {
            REPORT_VERSION.set(instance, 0);
        }
        var key = register.draw("REP");
        instance.setProcessBusinessKey(key);
        register.open(new CaseHead(
                key,
                KEY,
                instance.getProcessInstanceId(),
                client.code(),
                lead.email(),
                lead.name(),
                owner,
                SUBJECT.in(instance),
                Status.OPEN,
                clock.instant(),
                null,
                null,
                corrected.map(CaseHead::businessKey).orElse(null)));
        meetings.held(
                key,
                client.code(),
                CHANNEL.in(instance),
                SUBJECT.in(instance),
                PLANNED_START.find(instance).orElse(null),
                ACTUAL_START.in(instance),
                corrected.map(CaseHead::businessKey).orElse(null));
        BEGAN_LATE.set(instance, meetings.get(key).beganLate());
        promise(instance, key, corrected.isPresent() ? clock.instant() : ACTUAL_START.in(instance));
        // Declared, so that conditions may ask for what nobody has answered yet.
        REPORT_ACTION.declare(instance);
    }

    /**
     * As many business days as the client accepted, or else one, from the meeting or from the client's word that something
     * is wrong (C-22, C-61).
     */
    private void promise(DelegateExecution instance, String key, Instant from) {
        var calendar = clients.calendarOf(clients.get(CLIENT.in(instance)));
        var pledge = agreed.of(CLIENT.in(instance));
        int days = pledge.map(pledged -> pledged.terms().reportDays()).orElse(1);
        var due = calendar.plusBusinessDays(from, days);
        REPORT_BY.set(instance, due);
        deadlines.set(
                key,
                "report",
                due,
                pledge.map(pledged -> "%s after the meeting, in the client's calendar; as in %s."
                                .formatted(days == 1 ? "One business day" : days + " business days", pledged.inWords()))
                        .orElse("One business day after the meeting, in the client's calendar."));
    }

    private static boolean isCalled(DelegateExecution instance) {
        return instance.getSuperExecution() != null;
    }

    /** Another flow knows what the form would ask; who leads at the client is the first contact where it does not say. */
    private Contact calledWith(DelegateExecution instance) {
        var client = clients.get(CLIENT.in(instance));
        if (ACTUAL_START.find(instance).isEmpty()) {
            ACTUAL_START.set(instance, clock.instant());
        }
        if (CHANNEL.find(instance).isEmpty()) {
            CHANNEL.set(instance, Channel.VISIT);
        }
        return CONTACT.find(instance)
                .flatMap(address -> client.contacts().stream()
                        .filter(contact -> contact.email().equalsIgnoreCase(address))
                        .findFirst())
                .or(() -> client.contacts().stream().findFirst())
                .orElseThrow(() -> Refusal.of("contact", client.name() + " has no contact yet; add one first."));
    }

    private Contact readForm(DelegateExecution instance) {
        var answers = FormAnswers.in(instance);
        var channel = answers.requiredChoice("channel", Channel.class, "Say how you met.");
        if (channel != null && !MEETINGS.contains(channel)) {
            answers.refuse("channel", "A meeting is a visit, a video or a phone call; log anything else as an issue.");
        }
        answers.required("subject", "Say in a few words what it was about.");
        var planned = answers.moment("plannedStart");
        var started = answers.moment("actualStart");
        var began = Optional.ofNullable(started)
                .or(() -> Optional.ofNullable(planned))
                .orElse(clock.instant());
        if (began.isAfter(clock.instant())) {
            answers.refuse(
                    started == null ? "plannedStart" : "actualStart",
                    "This meeting is still to come; log it when it is over.");
        }
        answers.done();
        var known = contactOfStart.find(answers.text("contact"));
        CLIENT.set(instance, known.client().code());
        // The form's texts give way to the moments themselves.
        moment(instance, PLANNED_START.name(), planned);
        moment(instance, ACTUAL_START.name(), began);
        return known.contact();
    }

    private static void moment(DelegateExecution instance, String name, @Nullable Instant at) {
        instance.removeVariable(name);
        if (at != null) {
            agency.frontline.engine.Variable.instant(name).set(instance, at);
        }
    }

    @Override
    public void reached(DelegateExecution instance, String endEvent) {
        OUTCOME.set(instance, endEvent);
    }

    @Override
    public void ended(DelegateExecution instance) {
        var key = instance.getProcessBusinessKey();
        if (register.find(key).isEmpty()) {
            return;
        }
        var dropped = OUTCOME.find(instance).map(REPORT_DROPPED::equals).orElse(true);
        register.moveTo(key, dropped ? Status.WITHDRAWN : Status.RESOLVED);
        if (dropped) {
            deadlines.drop(key, "report");
            steps.release(key, "The report they stood in was dropped.");
        }
    }
}
