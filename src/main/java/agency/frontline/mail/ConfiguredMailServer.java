package agency.frontline.mail;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.stereotype.Component;

/** The agency's own mail server, as configured; the demo brings one along unless it is told to use this one. */
@Component
@ConditionalOnExpression(
        "!environment.matchesProfiles('demo') or '${frontline.demo.mail-server:embedded}' == 'external'")
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
