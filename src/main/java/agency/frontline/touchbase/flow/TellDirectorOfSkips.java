package agency.frontline.touchbase.flow;

import static agency.frontline.touchbase.flow.TouchBaseFlow.*;

import agency.frontline.notification.Notices;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** A client who is skipped twice drifts; the director hears of it (C-68). */
@Component
class TellDirectorOfSkips implements JavaDelegate {

    private final TouchBaseDesk desk;
    private final Notices notices;

    TellDirectorOfSkips(TouchBaseDesk desk, Notices notices) {
        this.desk = desk;
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        notices.touchBasesSkipped(
                desk.about(execution), desk.client(execution).team().director(), REASON.in(execution));
    }
}
