package agency.frontline.mail;

import agency.frontline.text.Mailbox;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Under which name and address the agency writes to its clients. */
public record Agency(Mailbox mailbox) {

    /** As {@code frontline.mail} says. */
    @Configuration(proxyBeanMethods = false)
    static class AsConfigured {

        @Bean
        Agency agency(MailSettings settings) {
            return new Agency(new Mailbox(settings.address(), settings.name()));
        }
    }
}
