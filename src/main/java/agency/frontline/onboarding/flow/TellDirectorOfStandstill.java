package agency.frontline.onboarding.flow;

import static agency.frontline.onboarding.flow.ClientOnboardingFlow.*;

import agency.frontline.notification.Notices;
import agency.frontline.onboarding.Pace;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Still nothing has moved: the director hears it once, for each standstill, and may help (C-63). */
@Component
class TellDirectorOfStandstill implements JavaDelegate {

    private final OnboardingDesk desk;
    private final Notices notices;

    TellDirectorOfStandstill(OnboardingDesk desk, Notices notices) {
        this.desk = desk;
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        desk.pace(execution, Pace.STUCK);
        notices.onboardingStuck(desk.about(execution), DIRECTOR.in(execution), STUCK_AFTER_DAYS.in(execution));
    }
}
