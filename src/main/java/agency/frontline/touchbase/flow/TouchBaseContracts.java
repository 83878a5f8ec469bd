package agency.frontline.touchbase.flow;

import agency.frontline.engine.FlowContract;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which messages the models of this module may name (processes.md, Messages in). */
@Configuration(proxyBeanMethods = false)
class TouchBaseContracts {

    @Bean
    static FlowContract touchBaseContract() {
        return new FlowContract(TouchBaseFlow.KEY, TouchBaseFlow.MESSAGES, true);
    }

    @Bean
    static FlowContract planTouchBasesContract() {
        return new FlowContract(PlanTouchBasesFlow.KEY, Set.of(), false);
    }
}
