package agency.frontline.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What stands in a database of before is there afterwards, and resets that were decided have joined it. */
abstract class CorrectionsFromBefore {

    private static final Instant NOTED = Instant.parse("2026-03-02T10:00:00Z");

    /** A new database without any table. */
    abstract DataSource empty();

    abstract String migrations();

    @Test
    @DisplayName("corrections and decided resets of before survive the move to one place")
    void theySurvive() {
        var database = empty();
        migrate(database, "98");
        var jdbc = JdbcClient.create(database);
        jdbc.sql(
                        """
                        insert into fl_client (client_code, name, tier, type, time_zone, holiday_calendar, languages,
                            account_manager, director, ethos_channels, ethos_jargon, version)
                        values ('BIRCH', 'Birch', 'GOLD', 'RETAINER', 'Europe/London', 'GB', 'en', 'manager', 'director',
                            '', '', 0)
                        """)
                .update();
        for (var key : new String[] {"TCH-2026-00001", "RST-2026-00001", "RST-2026-00002", "RST-2026-00003"}) {
            jdbc.sql(
                            """
                            insert into fl_case (business_key, process, process_instance_id, client, subject, status, started_at)
                            values (:key, 'touchBase', :key, 'BIRCH', 'A case', 'OPEN', :at)
                            """)
                    .param("key", key)
                    .param("at", Timestamp.from(NOTED))
                    .update();
        }
        jdbc.sql(
                        """
                        insert into fl_correction (client, business_key, what, size, noted_at)
                        values ('BIRCH', 'TCH-2026-00001', 'Proofs a day earlier', 'MINOR', :at)
                        """)
                .param("at", Timestamp.from(NOTED))
                .update();
        reset(jdbc, "RST-2026-00001", "OPTIONS", "Paid search", true);
        reset(jdbc, "RST-2026-00002", "REASSURE", "The plan stays", false);
        reset(jdbc, "RST-2026-00003", "MINOR_CORRECTION", null, false);

        migrate(database, "99");
        var corrections = new Corrections(jdbc, Clock.fixed(NOTED.plusSeconds(60), ZoneOffset.UTC));
        assertThat(corrections.ofCase("TCH-2026-00001"))
                .extracting(
                        Correction::source, Correction::what, Correction::size, Correction::why, Correction::notedAt)
                .containsExactly(
                        tuple(CorrectionSource.TOUCH_BASE, "Proofs a day earlier", CorrectionSize.MINOR, null, NOTED));
        assertThat(corrections.ofCase("RST-2026-00001")).singleElement().satisfies(reset -> {
            assertThat(reset.source()).isEqualTo(CorrectionSource.RESET);
            assertThat(reset.size()).isEqualTo(CorrectionSize.SIGNIFICANT);
            assertThat(reset.what()).isEqualTo("Paid search");
            assertThat(reset.why()).isEqualTo("Because");
            assertThat(reset.couldHaveSeen()).isEqualTo("In spring");
            assertThat(reset.seniorsJoined()).isTrue();
        });
        assertThat(corrections.ofCase("RST-2026-00002"))
                .as("nothing was put right")
                .isEmpty();
        assertThat(corrections.ofCase("RST-2026-00003"))
                .as("nothing is decided")
                .isEmpty();
        assertThat(corrections.count("BIRCH", CorrectionSize.SIGNIFICANT, 30)).isEqualTo(1);
        assertThat(corrections.ofClient("BIRCH", 30)).hasSize(2);
        whatIsNotedIsReadBack(corrections);
    }

    /** With all that may be missing, and with all there can be. */
    private static void whatIsNotedIsReadBack(Corrections corrections) {
        var bare = corrections
                .note(
                        "BIRCH",
                        "TCH-2026-00001",
                        CorrectionSource.TOUCH_BASE,
                        new Noted("Another colour", null, CorrectionSize.MINOR, null),
                        CorrectionSize.MINOR,
                        null)
                .orElseThrow();
        assertThat(bare.notedAt()).isEqualTo(NOTED.plusSeconds(60));
        assertThat(bare)
                .extracting("changes", "why", "bitesOn", "couldHaveSeen", "seniorsJoined")
                .containsOnlyNulls();
        var changes = WhatChanges.of(List.of(WhatChanges.Pick.SCOPE_GREAT, WhatChanges.Pick.PREMISE_WEAKENED));
        var full = new Noted("Half the stand", changes, null, LocalDate.of(2026, 3, 9));
        var noted = corrections
                .note("BIRCH", "TCH-2026-00001", CorrectionSource.REPORT, full, CorrectionSize.SIGNIFICANT, "So.")
                .orElseThrow();
        corrections.lookedBack(noted.id(), "In February.");
        assertThat(corrections.find(noted.id())).hasValueSatisfying(found -> {
            assertThat(found.changes()).isEqualTo(changes);
            assertThat(found.bitesOn()).isEqualTo(LocalDate.of(2026, 3, 9));
            assertThat(found.couldHaveSeen()).isEqualTo("In February.");
        });
        assertThat(corrections.note(
                        "BIRCH", "TCH-2026-00001", CorrectionSource.REPORT, full, CorrectionSize.SIGNIFICANT, "So."))
                .as("the same words in the same case are noted once")
                .isEmpty();
        corrections.decided(
                "BIRCH",
                "RST-2026-00001",
                new Corrections.OfReset(
                        "Films",
                        changes,
                        new CorrectionRule.Verdict(CorrectionSize.SIGNIFICANT, "So."),
                        NOTED,
                        null,
                        "",
                        false));
        assertThat(corrections.ofCase("RST-2026-00001"))
                .as("its last decision counts")
                .extracting(Correction::what, Correction::couldHaveSeen, Correction::seniorsJoined)
                .containsExactly(tuple("Films", null, false));
    }

    private static void reset(JdbcClient jdbc, String key, String impact, String decision, boolean seniors) {
        jdbc.sql(
                        """
                        insert into fl_reset (business_key, client, begun_at, impact, impact_why, seniors_joined, decision,
                            could_have_seen, decided_at)
                        values (:key, 'BIRCH', :at, :impact, 'Because', :seniors, :decision, 'In spring', :decidedAt)
                        """)
                .param("key", key)
                .param("at", Timestamp.from(NOTED))
                .param("impact", impact)
                .param("seniors", seniors)
                .param("decision", decision)
                .param("decidedAt", decision == null ? null : Timestamp.from(NOTED))
                .update();
    }

    private void migrate(DataSource database, String target) {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration/common", migrations())
                .target(target)
                .load()
                .migrate();
    }
}
