package agency.frontline.onboarding.flow;

import static agency.frontline.onboarding.flow.ClientOnboardingFlow.*;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** So many business days after the kick-off, in the client's calendar, it is time for this touch-base (C-63). */
@Component
class DateFirstTouchBase implements ExecutionListener {

    private final OnboardingDesk desk;

    DateFirstTouchBase(OnboardingDesk desk) {
        this.desk = desk;
    }

    @Override
    public void notify(DelegateExecution execution) {
        var days = TOUCH_BASE_DAY.in(execution).numberValue().intValue();
        TOUCH_BASE_ON.setLocal(
                execution, desk.calendar(execution).plusBusinessDays(KICK_OFF_BEGAN.in(execution), days));
    }
}
