package agency.frontline.issue.flow;

import agency.frontline.engine.FlowContract;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which messages the models of this module may name (processes.md, Messages in). */
@Configuration(proxyBeanMethods = false)
class IssueContracts {

    @Bean
    static FlowContract clientIssueContract() {
        return new FlowContract(ClientIssueFlow.KEY, ClientIssueFlow.MESSAGES, true);
    }

    @Bean
    static FlowContract unknownSenderContract() {
        return new FlowContract(UnknownSenderFlow.KEY, Set.of(), false);
    }
}
