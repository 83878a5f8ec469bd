package agency.frontline.meeting.flow;

import static agency.frontline.meeting.flow.ConferenceReportFlow.*;

import agency.frontline.casefile.CaseRegister;
import agency.frontline.client.Clients;
import agency.frontline.client.Contact;
import agency.frontline.engine.FormAnswers;
import agency.frontline.flow.CaseDesk;
import agency.frontline.meeting.Attendee;
import agency.frontline.meeting.Attendee.Side;
import agency.frontline.meeting.Meetings;
import agency.frontline.meeting.Meetings.Meeting;
import agency.frontline.meeting.Report;
import agency.frontline.meeting.Report.Room;
import agency.frontline.nextstep.flow.NextStepDesk;
import agency.frontline.nextstep.flow.StepsOnForm;
import agency.frontline.notification.Colleagues;
import agency.frontline.notification.Letter;
import agency.frontline.text.Answers;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the steps of a conference report need to know: the meeting, who may have been there, what is still open. */
@Component
class MeetingDesk extends CaseDesk {

    private final Meetings meetings;
    private final StepsOnForm steps;
    private final NextStepDesk stepDesk;

    MeetingDesk(
            CaseRegister register,
            Clients clients,
            Colleagues colleagues,
            Meetings meetings,
            StepsOnForm steps,
            NextStepDesk stepDesk,
            Clock clock) {
        super(register, clients, colleagues, clock);
        this.meetings = meetings;
        this.steps = steps;
        this.stepDesk = stepDesk;
    }

    Meeting meeting(DelegateExecution execution) {
        return meetings.get(key(execution));
    }

    /** A person of the client or its team, by mail address or user id; null for anybody else. */
    @Nullable Attendee attendee(DelegateExecution execution, String id) {
        return candidates(execution).stream()
                .filter(candidate -> id.equalsIgnoreCase(candidate.id()))
                .findFirst()
                .orElse(null);
    }

    /** Everybody who may have been there, the client's people first. */
    List<Attendee> candidates(DelegateExecution execution) {
        return Stream.concat(
                        client(execution).contacts().stream()
                                .map(contact ->
                                        new Attendee(Side.CLIENT, contact.email(), contact.name(), contact.email())),
                        colleagues(execution).stream()
                                .map(person -> new Attendee(Side.AGENCY, person.id(), person.name(), person.email())))
                .toList();
    }

    /** Reads what stands in the form, with every refusal that is due. */
    Report report(DelegateExecution execution, Answers answers) {
        return Report.from(answers, room(execution));
    }

    /** What somebody wrote and was let through, a moment or a night ago. */
    Report written(DelegateExecution execution) {
        return Report.from(FormAnswers.in(execution), room(execution).later());
    }

    private Room room(DelegateExecution execution) {
        return new Room(
                id -> attendee(execution, id),
                id -> stepDesk.owner(execution, id),
                steps.standing(execution),
                BEGAN_LATE.find(execution).orElse(false),
                client(execution).ethos().jargonToAvoid(),
                today(execution),
                now());
    }

    /** A letter about the report, in the language it is written in; it greets everybody and so names nobody. */
    Letter letter(DelegateExecution execution, String language) {
        var lead = contact(execution);
        return new Letter(
                passage(execution),
                theCase(execution),
                client(execution),
                new Contact(lead.email(), "", lead.role(), language, lead.channel()),
                person(OWNER.in(execution)));
    }
}
