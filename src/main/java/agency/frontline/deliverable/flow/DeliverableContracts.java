package agency.frontline.deliverable.flow;

import agency.frontline.engine.FlowContract;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which messages the models of this module may name (processes.md, Messages in). */
@Configuration(proxyBeanMethods = false)
class DeliverableContracts {

    @Bean
    static FlowContract deliverableReviewContract() {
        return new FlowContract(DeliverableReviewFlow.KEY, DeliverableReviewFlow.MESSAGES, true);
    }
}
