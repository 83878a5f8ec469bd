package agency.frontline.meeting.flow;

import static agency.frontline.meeting.flow.ConferenceReportFlow.*;

import agency.frontline.engine.FormAnswers;
import agency.frontline.engine.TaskGate;
import agency.frontline.meeting.ReportAction;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** What a conference report must have before it goes out; the rules are the domain's (C-23). */
@Component
class MeetingGates implements TaskGate {

    private final MeetingDesk desk;

    MeetingGates(MeetingDesk desk) {
        this.desk = desk;
    }

    @Override
    public boolean guards(String processKey, String taskKey) {
        return processKey.startsWith(KEY) && taskKey.equals(WRITE_CONFERENCE_REPORT);
    }

    @Override
    public void check(DelegateTask task) {
        var answers = FormAnswers.in(task);
        var execution = task.getExecution();
        var corrected = REPORT_VERSION.in(execution) > 0;
        var action = answers.choice(REPORT_ACTION.name(), ReportAction.class);
        if (action == ReportAction.STANDS && !corrected) {
            answers.refuse(REPORT_ACTION.name(), "Nothing has been sent yet that could stand; send the report.");
        }
        if (action == ReportAction.DROP && corrected) {
            answers.refuse(
                    REPORT_ACTION.name(),
                    "A report that has been sent cannot be dropped; send a new version, or let it stand.");
        }
        if (action == ReportAction.DROP) {
            answers.required(REASON.name(), "Say in a few words why there is nothing to report.");
        }
        answers.done();
        if (action == null || action == ReportAction.SEND) {
            desk.report(execution, answers);
        }
    }
}
