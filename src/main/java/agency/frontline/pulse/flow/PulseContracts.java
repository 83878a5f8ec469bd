package agency.frontline.pulse.flow;

import agency.frontline.engine.FlowContract;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which messages the models of this module may name (processes.md, Messages in). */
@Configuration(proxyBeanMethods = false)
class PulseContracts {

    @Bean
    static FlowContract satisfactionPulseContract() {
        return new FlowContract(SatisfactionPulseFlow.KEY, SatisfactionPulseFlow.MESSAGES, true);
    }
}
