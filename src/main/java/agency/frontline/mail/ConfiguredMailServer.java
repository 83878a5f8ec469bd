package agency.frontline.mail;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The agency's own mail server, as configured. */
@Component
@Profile("!demo")
class ConfiguredMailServer implements MailServer {

    private final MailSettings settings;

    ConfiguredMailServer(MailSettings settings) {
        this.settings = settings;
    }

    @Override
    public Access smtp() {
        return access("smtp", settings.smtp());
    }

    @Override
    public Access imap() {
        return access("imap", settings.imap());
    }

    private static Access access(String kind, MailSettings.@Nullable Endpoint endpoint) {
        if (endpoint == null) {
            throw new IllegalStateException(
                    "Set frontline.mail.%s.host, .port, .username and .password to your mail server's."
                            .formatted(kind));
        }
        return new Access(
                endpoint.host(), endpoint.port(), endpoint.username(), endpoint.password(), endpoint.encryption());
    }
}
