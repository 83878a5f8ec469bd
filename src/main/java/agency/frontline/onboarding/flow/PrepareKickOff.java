package agency.frontline.onboarding.flow;

import static agency.frontline.onboarding.flow.ClientOnboardingFlow.*;

import agency.frontline.client.Channel;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.spin.Spin;
import org.springframework.stereotype.Component;

/** Everybody we have met at the client, and the owner, are asked to come. */
@Component
class PrepareKickOff implements TaskListener {

    private final OnboardingDesk desk;

    PrepareKickOff(OnboardingDesk desk) {
        this.desk = desk;
    }

    @Override
    public void notify(DelegateTask task) {
        var execution = task.getExecution();
        var people = Spin.JSON("[]");
        desk.client(execution).contacts().forEach(contact -> people.append(contact.email()));
        people.append(OWNER.in(execution));
        ATTENDEES.set(execution, people);
        CHANNEL.set(execution, Channel.VISIT);
    }
}
