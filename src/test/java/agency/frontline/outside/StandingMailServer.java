package agency.frontline.outside;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;

/** A mail server that lives in the test: a client's mail must be safe whenever Frontline dies. */
final class StandingMailServer implements AutoCloseable {

    private static final String SERVICE = "service@frontline.example";

    private final GreenMail server = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
    });

    private StandingMailServer() {
        server.withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
        server.start();
        server.setUser(SERVICE, SERVICE, "demo");
    }

    static StandingMailServer started() {
        return new StandingMailServer();
    }

    Correspondent correspondent(String address) {
        server.setUser(address, address, "demo");
        return Correspondent.at(
                address, server.getSmtp().getPort(), server.getImap().getPort());
    }

    /** Options with which Frontline uses this server, and more. */
    String[] options(String... more) {
        var options = new ArrayList<>(List.of(
                "--frontline.demo.mail-server=external",
                "--frontline.mail.poll-interval=PT1S",
                "--frontline.mail.smtp.host=127.0.0.1",
                "--frontline.mail.smtp.port=" + server.getSmtp().getPort(),
                "--frontline.mail.smtp.encryption=NONE",
                "--frontline.mail.imap.host=127.0.0.1",
                "--frontline.mail.imap.port=" + server.getImap().getPort(),
                "--frontline.mail.imap.username=" + SERVICE,
                "--frontline.mail.imap.password=demo",
                "--frontline.mail.imap.encryption=NONE"));
        options.addAll(List.of(more));
        return options.toArray(String[]::new);
    }

    /** Waits until no mail has come or gone for a while. */
    void awaitSilence() {
        var last = new int[] {-1};
        Awaitility.await("no mail comes or goes any more")
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofSeconds(1))
                .during(Duration.ofSeconds(8))
                .until(() -> {
                    int now = server.getReceivedMessages().length;
                    var silent = now == last[0];
                    last[0] = now;
                    return silent;
                });
    }

    @Override
    public void close() {
        server.stop();
    }
}
