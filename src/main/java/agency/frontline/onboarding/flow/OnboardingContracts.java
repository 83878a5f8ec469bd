package agency.frontline.onboarding.flow;

import agency.frontline.engine.FlowContract;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What others may send to an onboarding. */
@Configuration(proxyBeanMethods = false)
class OnboardingContracts {

    @Bean
    static FlowContract clientOnboardingContract() {
        return new FlowContract(ClientOnboardingFlow.KEY, ClientOnboardingFlow.MESSAGES, false);
    }
}
