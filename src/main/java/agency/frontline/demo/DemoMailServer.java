package agency.frontline.demo;

import agency.frontline.mail.MailServer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The mail server that the demo brings along. */
@Component
@Profile("demo")
@ConditionalOnProperty(name = "frontline.demo.mail-server", havingValue = "embedded", matchIfMissing = true)
class DemoMailServer implements MailServer {

    @Override
    public Access smtp() {
        return new Access("127.0.0.1", 3025, "", "", Encryption.NONE);
    }

    @Override
    public Access imap() {
        return new Access("127.0.0.1", 3143, "service@frontline.example", "demo", Encryption.NONE);
    }
}
