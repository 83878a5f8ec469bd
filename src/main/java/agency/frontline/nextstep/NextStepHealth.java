package agency.frontline.nextstep;

import static agency.frontline.health.ServiceFact.share;

import agency.frontline.health.Measure;
import agency.frontline.health.ServiceFact;
import agency.frontline.health.ServiceFacts;
import agency.frontline.health.Topic;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Whether the client waits for what we said we would do (C-24); what they owe us is not our service. */
@Component
class NextStepHealth implements ServiceFacts {

    private final NextSteps steps;
    private final Clock clock;

    NextStepHealth(NextSteps steps, Clock clock) {
        this.steps = steps;
        this.clock = clock;
    }

    @Override
    public List<ServiceFact> of(String client, int days) {
        var now = clock.instant();
        var ours = steps.openOfClient(client).stream()
                .filter(step -> step.owner().ours())
                .toList();
        if (ours.isEmpty()) {
            return List.of(ServiceFact.nothing(Topic.NEXT_STEPS, "No next step of ours is open"));
        }
        var overdue =
                (int) ours.stream().filter(step -> !step.due().isAfter(now)).count();
        return List.of(new ServiceFact(
                Topic.NEXT_STEPS,
                ours.size() == 1
                        ? "Our one open next step is " + (overdue == 1 ? "overdue" : "in time")
                        : "%d of our %d open next steps overdue".formatted(overdue, ours.size()),
                share(ours.size() - overdue, ours.size()),
                Map.of(Measure.OVERDUE_NEXT_STEPS, overdue)));
    }
}
