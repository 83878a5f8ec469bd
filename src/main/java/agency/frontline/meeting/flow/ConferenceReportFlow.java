package agency.frontline.meeting.flow;

import agency.frontline.client.Channel;
import agency.frontline.correction.flow.CorrectionsOnForm;
import agency.frontline.engine.Variable;
import agency.frontline.flow.CaseDesk;
import agency.frontline.meeting.ReportAction;
import agency.frontline.meeting.WaitedFor;
import agency.frontline.nextstep.flow.NextStepVariables;
import agency.frontline.nextstep.flow.StepsOnForm;
import java.time.Instant;
import java.util.Set;
import org.camunda.spin.json.SpinJsonNode;

/** What Java knows of {@code processes/conference-report.bpmn}; steps are called as in {@link NextStepVariables}. */
final class ConferenceReportFlow {

    static final String KEY = "conferenceReport";

    // Messages
    static final String CLIENT_OBJECTED = "conferenceReport.clientObjected";
    static final String NEXT_STEP_MOVED = "conferenceReport." + NextStepVariables.NEXT_STEP_MOVED;
    static final Set<String> MESSAGES = Set.of(CLIENT_OBJECTED, NEXT_STEP_MOVED);

    // Tasks that Java looks for
    static final String WRITE_CONFERENCE_REPORT = "writeConferenceReport";
    static final String REPORT_DROPPED = "reportDropped";

    // Start
    static final Variable<String> CLIENT = CaseDesk.CLIENT;
    static final Variable<String> OWNER = CaseDesk.OWNER;
    static final Variable<String> CONTACT = Variable.text("contact");
    static final Variable<Channel> CHANNEL = Variable.choice("channel", Channel.class);
    static final Variable<String> SUBJECT = Variable.text("subject");
    static final Variable<Instant> PLANNED_START = Variable.instant("plannedStart");
    static final Variable<Instant> ACTUAL_START = Variable.instant("actualStart");
    static final Variable<String> CORRECTS = Variable.text("corrects");
    static final Variable<String> PARENT_CASE = Variable.text("parentCase");

    // The report
    static final Variable<Integer> REPORT_VERSION = Variable.integer("reportVersion");
    static final Variable<Instant> REPORT_BY = Variable.instant("reportBy");
    static final Variable<SpinJsonNode> ATTENDEES = Variable.json("attendees");
    static final Variable<String> GUESTS = Variable.text("guests");
    static final Variable<Boolean> BEGAN_LATE = Variable.flag("beganLate");
    static final Variable<WaitedFor> WAITED_FOR = Variable.choice("waitedFor", WaitedFor.class);
    static final Variable<String> DECISIONS = Variable.text("decisions");
    static final Variable<String> OPEN_ITEMS = Variable.text("openItems");
    static final Variable<SpinJsonNode> NEXT_STEPS = StepsOnForm.NEXT_STEPS;
    static final Variable<SpinJsonNode> STANDING_STEPS = StepsOnForm.STANDING_STEPS;
    static final Variable<Boolean> SOMETHING_PUT_RIGHT = Variable.flag("somethingPutRight");
    static final Variable<SpinJsonNode> CORRECTIONS = CorrectionsOnForm.CORRECTIONS;
    static final Variable<String> NEXT_MEETING = Variable.text("nextMeeting");
    static final Variable<String> NEXT_MEETING_PLACE = Variable.text("nextMeetingPlace");
    static final Variable<Boolean> SEND_ANYWAY = Variable.flag("sendAnyway");
    static final Variable<Boolean> SEND_NOW = Variable.flag("sendNow");
    static final Variable<Boolean> MORE_TO_REPORT = Variable.flag("moreToReport");
    static final Variable<ReportAction> REPORT_ACTION = Variable.choice("reportAction", ReportAction.class);
    static final Variable<String> REASON = Variable.text("reason");
    static final Variable<String> CLIENT_WORDS = Variable.text("clientWords");
    static final Variable<String> OUTCOME = Variable.text("conferenceReportOutcome");

    // Shown by the forms
    static final Variable<String> REPORT_BY_TEXT = Variable.text("reportByText");
    static final Variable<String> MEETING_TEXT = Variable.text("meetingText");
    static final Variable<SpinJsonNode> ATTENDEE_OPTIONS = Variable.json("attendeeOptions");
    static final Variable<SpinJsonNode> STEP_OWNERS = Variable.json("stepOwners");
    static final Variable<SpinJsonNode> JARGON_TO_AVOID = Variable.json("jargonToAvoid");

    private ConferenceReportFlow() {}
}
