package agency.frontline.notification;

import agency.frontline.mail.Outbox;
import agency.frontline.mail.OutgoingMail;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where a written mail is handed in; lets the letters be read without a database behind them. */
@FunctionalInterface
interface Post {

    /** Returns the Message-ID. */
    String send(OutgoingMail mail);

    /** In the application it is the outbox. */
    @Configuration(proxyBeanMethods = false)
    class IntoTheOutbox {

        @Bean
        Post post(Outbox outbox) {
            return outbox::send;
        }
    }
}
