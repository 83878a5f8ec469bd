package agency.frontline.onboarding.flow;

import static agency.frontline.onboarding.flow.ClientOnboardingFlow.*;

import agency.frontline.notification.Notices;
import agency.frontline.onboarding.Pace;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Nothing has moved for as long as the course allows; the owner hears it once, for each standstill. */
@Component
class TellOwnerOfStandstill implements JavaDelegate {

    private final OnboardingDesk desk;
    private final Notices notices;

    TellOwnerOfStandstill(OnboardingDesk desk, Notices notices) {
        this.desk = desk;
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        desk.pace(execution, Pace.BEHIND);
        notices.onboardingBehind(desk.about(execution), OWNER.in(execution), BEHIND_AFTER_DAYS.in(execution));
    }
}
