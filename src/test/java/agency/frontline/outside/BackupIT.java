package agency.frontline.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** {@code MailIsFetchedTest} and {@code OutboxOnH2Test} have the short forms. */
@DisplayName("Yesterday's backup is restored")
@EnabledIfSystemProperty(named = "frontline.faults.long", matches = "true", disabledReason = "run by -Pfaults")
class BackupIT {

    @TempDir
    Path directory;

    @Test
    @DisplayName("mail since then comes in again, and nothing from before does (C23)")
    void mailSinceThenComesInAgain() throws Exception {
        var office = directory.resolve("office");
        var backup = directory.resolve("backup");
        try (var mail = StandingMailServer.started()) {
            var ceo = mail.correspondent("ceo@birch.example");
            String before;
            try (var yesterday = RunningFrontline.start(office, mail.options())) {
                before = ceo.writes("Before the backup", "Is all well?");
                ceo.gets("an answer", letter -> letter.subject().contains("Before the backup"));
                mail.awaitSilence();
                assertThat(yesterday.stop()).withFailMessage(yesterday::log).isEqualTo(143);
            }
            FileSystemUtils.copyRecursively(office, backup);
            String since;
            try (var today = RunningFrontline.start(office, mail.options())) {
                since = ceo.writes("Since the backup", "Is all well?");
                ceo.gets("an answer", letter -> letter.subject().contains("Since the backup"));
                mail.awaitSilence();
                assertThat(today.stop()).withFailMessage(today::log).isEqualTo(143);
            }
            try (var restored = RunningFrontline.start(backup, mail.options())) {
                var now = ceo.writes("After the restore", "Is all well?");
                ceo.gets("an answer", letter -> letter.subject().contains("After the restore"));
                mail.awaitSilence();
                assertThat(restored.stop()).withFailMessage(restored::log).isEqualTo(143);
                try (var files = CaseFiles.onH2(backup)) {
                    files.eachMailIsInOneCase(List.of(before, since, now));
                    files.noCaseIsThereTwice(3);
                    files.nothingWaitsForNobody();
                    files.registerAndEngineAgree();
                    files.eachMailOfOursIsSettled();
                }
            }
            assertThat(ceo.mailbox().stream().filter(letter -> letter.subject().contains("Before the backup")))
                    .as("answers to what the backup knows")
                    .hasSize(1);
        }
    }
}
