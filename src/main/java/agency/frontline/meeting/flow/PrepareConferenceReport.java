package agency.frontline.meeting.flow;

import static agency.frontline.meeting.flow.ConferenceReportFlow.*;

import agency.frontline.meeting.Attendee;
import agency.frontline.meeting.Attendee.Side;
import agency.frontline.meeting.Meetings;
import agency.frontline.meeting.ReportAction;
import agency.frontline.nextstep.flow.StepsOnForm;
import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.spin.Spin;
import org.springframework.stereotype.Component;

/**
 * What can be known stands in the form already: who was there, the open steps from before (C-23, F10), and for a new
 * version all that the last one said.
 */
@Component
class PrepareConferenceReport implements TaskListener {

    private final MeetingDesk desk;
    private final Meetings meetings;
    private final StepsOnForm steps;

    PrepareConferenceReport(MeetingDesk desk, Meetings meetings, StepsOnForm steps) {
        this.desk = desk;
        this.meetings = meetings;
        this.steps = steps;
    }

    @Override
    public void notify(DelegateTask task) {
        var execution = task.getExecution();
        var before = CORRECTS.find(execution).orElse(desk.key(execution));
        var last = meetings.newest(desk.key(execution)).or(() -> meetings.newest(before));
        REPORT_ACTION.set(execution, ReportAction.SEND);
        SEND_ANYWAY.clear(execution);
        SEND_NOW.clear(execution);
        if (last.isPresent()) {
            var there = meetings.attendees(desk.key(execution));
            repeat(execution, there.isEmpty() ? meetings.attendees(before) : there);
            DECISIONS.set(execution, last.get().decisions());
            OPEN_ITEMS.set(execution, last.get().openItems());
        } else if (ATTENDEES.find(execution).isEmpty()) {
            ATTENDEES.set(
                    execution,
                    Spin.JSON("[]").append(desk.contact(execution).email()).append(OWNER.in(execution)));
        }
        // Those of the version before are noted; only what is new is written down.
        CORRECTIONS.set(execution, Spin.JSON("[]"));
        SOMETHING_PUT_RIGHT.set(execution, false);
        steps.prepare(execution);
    }

    private static void repeat(DelegateExecution execution, List<Attendee> there) {
        var known = Spin.JSON("[]");
        there.stream()
                .filter(attendee -> attendee.side() != Side.GUEST)
                .forEach(attendee -> known.append(attendee.id()));
        ATTENDEES.set(execution, known);
        GUESTS.set(
                execution,
                there.stream()
                        .filter(attendee -> attendee.side() == Side.GUEST)
                        .map(guest -> guest.email() == null ? guest.name() : guest.name() + " <" + guest.email() + ">")
                        .collect(Collectors.joining("\n")));
    }
}
