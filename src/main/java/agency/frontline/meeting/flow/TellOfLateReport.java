package agency.frontline.meeting.flow;

import static agency.frontline.meeting.flow.ConferenceReportFlow.*;

import agency.frontline.notification.Notices;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The report is late; the account manager is the first to see it (C-22). */
@Component
class TellOfLateReport implements JavaDelegate {

    private final MeetingDesk desk;
    private final Notices notices;

    TellOfLateReport(MeetingDesk desk, Notices notices) {
        this.desk = desk;
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        notices.reportOverdue(desk.about(execution), OWNER.in(execution), REPORT_BY.in(execution));
    }
}
