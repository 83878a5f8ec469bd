package agency.frontline.onboarding.flow;

import static agency.frontline.onboarding.flow.ClientOnboardingFlow.*;

import agency.frontline.onboarding.AppointedTeam;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.spin.Spin;
import org.springframework.stereotype.Component;

/** Who looks after the client so far stands there already. */
@Component
class PrepareTeam implements TaskListener {

    private final OnboardingDesk desk;

    PrepareTeam(OnboardingDesk desk) {
        this.desk = desk;
    }

    @Override
    public void notify(DelegateTask task) {
        var execution = task.getExecution();
        var team = desk.client(execution).team();
        ACCOUNT_MANAGER.set(execution, team.accountManager());
        DEPUTY.set(execution, team.deputy());
        var specialists = Spin.JSON("[]");
        team.specialists()
                .forEach(
                        (group, users) -> users.forEach(user -> specialists.append(AppointedTeam.choice(group, user))));
        SPECIALISTS.set(execution, specialists);
    }
}
