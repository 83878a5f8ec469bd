package agency.frontline.touchbase.flow;

import static agency.frontline.touchbase.flow.TouchBaseFlow.*;

import agency.frontline.notification.Notices;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** A rhythm that is missed shows once (C-68). */
@Component
class TellOfMissedTouchBase implements JavaDelegate {

    private final TouchBaseDesk desk;
    private final Notices notices;

    TellOfMissedTouchBase(TouchBaseDesk desk, Notices notices) {
        this.desk = desk;
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        notices.touchBaseMissed(desk.about(execution), OWNER.in(execution), TOUCH_BASE_BY.in(execution));
    }
}
