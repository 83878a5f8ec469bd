package agency.frontline.onboarding.flow;

import static agency.frontline.onboarding.flow.ClientOnboardingFlow.*;

import agency.frontline.casefile.CaseRegister;
import agency.frontline.client.Clients;
import agency.frontline.engine.FormAnswers;
import agency.frontline.onboarding.AppointedTeam;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Who was appointed looks after the client from now on, and after this onboarding (C-04). */
@Component
class RememberTeam implements TaskListener {

    private final OnboardingDesk desk;
    private final Clients clients;
    private final CaseRegister register;

    RememberTeam(OnboardingDesk desk, Clients clients, CaseRegister register) {
        this.desk = desk;
        this.clients = clients;
        this.register = register;
    }

    @Override
    public void notify(DelegateTask task) {
        var execution = task.getExecution();
        var team = AppointedTeam.from(FormAnswers.in(task));
        clients.save(team.applyTo(desk.client(execution)));
        if (!team.accountManager().equals(OWNER.in(execution))) {
            OWNER.set(execution, team.accountManager());
            register.giveTo(desk.key(execution), team.accountManager());
        }
    }
}
