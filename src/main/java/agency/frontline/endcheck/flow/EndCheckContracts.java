package agency.frontline.endcheck.flow;

import agency.frontline.engine.FlowContract;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which messages the models of this module may name (processes.md, Messages in). */
@Configuration(proxyBeanMethods = false)
class EndCheckContracts {

    @Bean
    static FlowContract planEndCheckContract() {
        return new FlowContract(PlanEndCheckFlow.KEY, PlanEndCheckFlow.MESSAGES, true);
    }

    @Bean
    static FlowContract watchPlanEndsContract() {
        return new FlowContract(WatchPlanEndsFlow.KEY, Set.of(), false);
    }
}
