package agency.frontline.strategy.flow;

import static agency.frontline.strategy.flow.StrategyResetFlow.*;

import agency.frontline.client.plan.Plans;
import agency.frontline.notification.Notices;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Everybody who works for the client hears what the plan says now. */
@Component
class BriefTheTeam implements JavaDelegate {

    private final StrategyDesk desk;
    private final Plans plans;
    private final Notices notices;

    BriefTheTeam(StrategyDesk desk, Plans plans, Notices notices) {
        this.desk = desk;
        this.plans = plans;
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var plan = desk.plan(execution);
        notices.planChanged(
                desk.about(execution),
                List.copyOf(desk.colleagueIds(execution)),
                plan.version(),
                String.join(
                        "\n",
                        Stream.concat(Stream.of(plan.content().reason()), plans.changesOf(plan).inWords().stream())
                                .toList()));
    }
}
