package agency.frontline.strategy.flow;

import agency.frontline.engine.FlowContract;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which messages the models of this module may name (processes.md, Messages in): none. */
@Configuration(proxyBeanMethods = false)
class StrategyContracts {

    @Bean
    static FlowContract strategyResetContract() {
        return new FlowContract(StrategyResetFlow.KEY, Set.of(), true);
    }

    @Bean
    static FlowContract decisionReviewContract() {
        return new FlowContract(DecisionReviewFlow.KEY, Set.of(), false);
    }
}
