package agency.frontline.meeting.flow;

import agency.frontline.engine.FlowContract;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which messages the models of this module may name (processes.md, Messages in). */
@Configuration(proxyBeanMethods = false)
class MeetingContracts {

    @Bean
    static FlowContract conferenceReportContract() {
        return new FlowContract(ConferenceReportFlow.KEY, ConferenceReportFlow.MESSAGES, true);
    }
}
