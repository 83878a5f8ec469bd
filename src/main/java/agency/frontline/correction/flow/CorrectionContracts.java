package agency.frontline.correction.flow;

import agency.frontline.engine.FlowContract;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which messages the models of this module may name (processes.md, Messages in): none. */
@Configuration(proxyBeanMethods = false)
class CorrectionContracts {

    @Bean
    static FlowContract correctionReviewContract() {
        return new FlowContract(CorrectionReviewFlow.KEY, Set.of(), false);
    }
}
