package agency.frontline.whereweare.flow;

import agency.frontline.engine.FlowContract;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which messages the models of this module may name (processes.md, Messages in): none. */
@Configuration(proxyBeanMethods = false)
class WhereWeAreContracts {

    @Bean
    static FlowContract whereWeAreContract() {
        return new FlowContract(WhereWeAreFlow.KEY, Set.of(), false);
    }
}
