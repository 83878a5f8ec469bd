package agency.frontline.outside;

import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.RealPostgres;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** {@code Races} has the short form, two threads that run one job. */
@DisplayName("Two nodes on one PostgreSQL, and every step takes longer than its lock")
@EnabledIfSystemProperty(named = "frontline.faults.long", matches = "true", disabledReason = "run by -Pfaults")
class TwoNodesIT {

    private static final int MAILS = 12;

    @TempDir
    Path directory;

    @Test
    @DisplayName("each mail opens one case and is answered once (P10)")
    void oneEffectEach() throws Exception {
        var database = RealPostgres.empty();
        try (var mail = StandingMailServer.started()) {
            var options = mail.options(
                    "--camunda.bpm.job-execution.lock-time-in-millis=1",
                    "--frontline.mail.automatic-per-contact-and-day=1000",
                    "--spring.datasource.url=" + database.getUrl(),
                    "--spring.datasource.username=" + database.getUser(),
                    "--spring.datasource.password=");
            var ceo = mail.correspondent("ceo@birch.example");
            var sent = new ArrayList<String>();
            try (var one = RunningFrontline.start(directory.resolve("one"), options);
                    var other = RunningFrontline.start(directory.resolve("other"), options)) {
                for (int number = 1; number <= MAILS; number++) {
                    sent.add(ceo.writes("Mail number %02d".formatted(number), "Is all well?"));
                }
                for (int number = 1; number <= MAILS; number++) {
                    var subject = "Mail number %02d".formatted(number);
                    ceo.gets("an answer", letter -> letter.subject().contains(subject));
                }
                mail.awaitSilence();
                assertThat(one.stop()).withFailMessage(one::log).isEqualTo(143);
                assertThat(other.stop()).withFailMessage(other::log).isEqualTo(143);
            }
            for (int number = 1; number <= MAILS; number++) {
                var subject = "Mail number %02d".formatted(number);
                assertThat(ceo.mailbox().stream()
                                .filter(letter -> letter.subject().contains(subject)))
                        .as("answers to %s", subject)
                        .hasSize(1);
            }
            try (var files = CaseFiles.at(database.getUrl(), database.getUser())) {
                files.eachMailIsInOneCase(sent);
                files.noCaseIsThereTwice(MAILS);
                files.nothingWaitsForNobody();
                files.registerAndEngineAgree();
                files.eachMailOfOursIsSettled();
            }
        }
    }
}
