package agency.frontline.notification;

import agency.frontline.mail.Outbox;
import agency.frontline.mail.OutgoingMail;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where a written mail is handed in; lets the letters be read without a database behind them. */
@FunctionalInterface
interface Post {

    /** Returns the Message-ID. */
    String send(OutgoingMail mail);

    /** In the application it is the outbox, which a request may have to wait in for its turn (C-63). */
    @Configuration(proxyBeanMethods = false)
    class IntoTheOutbox {

        @Bean
        Post post(Outbox outbox, ObjectProvider<RequestPace> pace, Clock clock) {
            return mail -> {
                var wanted = mail.notBefore() == null ? clock.instant() : mail.notBefore();
                var turn = wanted;
                for (var paced : pace) {
                    turn = paced.turn(mail, turn);
                }
                return outbox.send(turn.equals(wanted) ? mail : mail.leavingAt(turn));
            };
        }
    }
}
