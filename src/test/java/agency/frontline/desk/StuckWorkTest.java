package agency.frontline.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import agency.frontline.casefile.CaseNotes;
import agency.frontline.casefile.CaseNotes.Note;
import agency.frontline.casefile.Status;
import agency.frontline.story.Case;
import agency.frontline.story.Cases;
import agency.frontline.story.FlowStory;
import java.time.Duration;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

@FlowStory
@DisplayName("What does not move by itself any more is seen, and somebody does something about it")
class StuckWorkTest {

    @Autowired
    Cases cases;

    @Autowired
    CaseNotes notes;

    @Autowired
    ManagementService management;

    @Autowired
    RuntimeService runtime;

    @Autowired
    HistoryService history;

    @Autowired
    JdbcTemplate jdbc;

    @LocalServerPort
    int port;

    @AfterEach
    void nothingStaysStuck() {
        jdbc.update("delete from fl_outbox_recipient where address = 'gone@birch.example'");
        jdbc.update("delete from fl_outbox where idempotency_key = 'stuck'");
        jdbc.update("delete from fl_inbox where mailbox = 'stuck'");
        jdbc.update("update fl_case set ended_at = started_at where process_instance_id = 'gone'");
    }

    @Test
    void aStepThatFailedTooOftenTriesAgain() {
        var issue = cases.mailFrom("ceo@birch.example", "The launch", "Secret words of the client");
        var job = issue.timerOf("firstResponseAtRisk");
        // As the last of its tries leaves it.
        var inTwelveHours = Date.from(cases.now().plus(Duration.ofHours(12)));
        management.setJobRetries(0).jobId(job.getId()).dueDate(inTwelveHours).execute();

        var page = as("owner").opens("/stuck").body();
        assertThat(page)
                .contains("Steps that failed too often", "First response at risk", issue.key())
                .doesNotContain("Secret words", "The launch");
        assertThat(health()).contains("\"failed-step\":1");

        var done = as("owner").fillsIn("/stuck", "/stuck/FAILED_STEP/" + job.getId(), Map.of("deed", "RETRY"));
        assertThat(done.statusCode()).isEqualTo(302);
        var tried = issue.timerOf("firstResponseAtRisk");
        assertThat(tried.getRetries()).isEqualTo(1);
        assertThat(tried.getDuedate()).isEqualTo(Date.from(cases.now()));
        assertThat(notes.of(issue.key())).extracting(Note::who, Note::kind).contains(tuple("owner", "STEP_RETRIED"));
        assertThat(health()).contains("\"failed-step\":0");
    }

    @Test
    void aCaseWhoseOwnerHasLeftGoesToSomebodyElseForAReason() {
        var issue = cases.mailFrom("ceo@birch.example", "The launch", "Who takes care of us now?");
        jdbc.update("update fl_case set owner = 'ghost' where business_key = ?", issue.key());
        assertThat(as("admin").opens("/stuck").body()).contains("ghost is no account manager");

        var path = "/stuck/CASE_WITHOUT_OWNER/" + issue.key();
        var without =
                as("admin").fillsIn("/stuck", path, Map.of("deed", "REASSIGN", "owner", "manager2", "reason", ""));
        assertThat(without.statusCode()).isEqualTo(400);
        assertThat(without.body()).contains("Say why; it stands in the history.");
        assertThat(issue.head().owner()).isEqualTo("ghost");

        as("admin")
                .fillsIn(
                        "/stuck",
                        path,
                        Map.of("deed", "REASSIGN", "owner", "manager2", "reason", "The owner has left the agency"));
        issue.settle();
        assertThat(issue.head().owner()).isEqualTo("manager2");
        assertThat(issue.told("manager2")).contains("caseHandedOver");
    }

    @Test
    void aCaseWhoseProcessIsGoneIsClosedForAReason() {
        var issue = cases.mailFrom("ceo@birch.example", "The launch", "Hello?");
        jdbc.update("update fl_case set process_instance_id = 'gone' where business_key = ?", issue.key());
        assertThat(as("admin").opens("/stuck").body()).contains("Open cases with nothing to do", issue.key());
        as("admin")
                .fillsIn(
                        "/stuck",
                        "/stuck/CASE_WITHOUT_STEP/" + issue.key(),
                        Map.of("deed", "CLOSE", "reason", "Deleted in the database by mistake"));
        assertThat(issue.head().status()).isEqualTo(Status.WITHDRAWN);
        assertThat(notes.of(issue.key())).extracting(Note::text).contains("Deleted in the database by mistake");
    }

    @Test
    void aCaseThatIsDeletedInCockpitIsNotCalledResolved() {
        var issue = cases.mailFrom("ceo@birch.example", "The launch", "Hello?");
        runtime.deleteProcessInstance(issue.head().processInstanceId(), "by hand");
        assertThat(issue.head().status()).isEqualTo(Status.WITHDRAWN);
    }

    @Test
    void aMailThatDidNotArriveGoesOutAgainOrIsGivenUp() {
        var issue = cases.mailFrom("ceo@birch.example", "The launch", "Hello?");
        undelivered(issue);
        var id = jdbc.queryForObject("select id from fl_outbox where idempotency_key = 'stuck'", Long.class) + "-0";
        assertThat(as("owner").opens("/stuck").body()).contains("Mails that did not arrive", "550 no such user");

        as("owner").fillsIn("/stuck", "/stuck/MAIL_UNDELIVERED/" + id, Map.of("deed", "RETRY"));
        assertThat(jdbc.queryForObject(
                        "select state from fl_outbox_recipient where address = 'gone@birch.example'", String.class))
                .isEqualTo("PENDING");

        jdbc.update("update fl_outbox_recipient set state = 'FAILED' where address = 'gone@birch.example'");
        as("owner")
                .fillsIn(
                        "/stuck",
                        "/stuck/MAIL_UNDELIVERED/" + id,
                        Map.of("deed", "CLOSE", "reason", "She has left the company"));
        assertThat(as("owner").opens("/stuck").body()).doesNotContain("550 no such user");
        assertThat(notes.of(issue.key())).extracting(Note::kind).contains("MAIL_TRIED_AGAIN", "MAIL_GIVEN_UP");
        var again = as("owner").fillsIn("/stuck", "/stuck/MAIL_UNDELIVERED/" + id, Map.of("deed", "RETRY"));
        assertThat(again.statusCode()).isEqualTo(409);
    }

    private void undelivered(Case issue) {
        jdbc.update(
                """
                insert into fl_outbox (idempotency_key, message_id, business_key, purpose, subject, text, automatic,
                    to_client, state, tries, possible_duplicate, handed_in_at)
                values ('stuck', '<stuck@frontline.example>', ?, 'sendReply', 's', 't', false, true, 'FAILED', 9, false,
                    current_timestamp)
                """,
                issue.key());
        jdbc.update(
                """
                insert into fl_outbox_recipient (outbox, place, address, state, problem, settled_at, told)
                select id, 0, 'gone@birch.example', 'FAILED', '550 no such user', current_timestamp, true from fl_outbox
                where idempotency_key = 'stuck'
                """);
    }

    @Test
    void aMailNobodyCouldReadIsTriedAgainOrGivenUp() {
        jdbc.update(
                """
                insert into fl_inbox (mailbox, uid_validity, uid, received_at, stored_at, message_id, body_hash, size,
                    header_only, raw, state, tries, next_try_at, problem)
                values ('stuck', 1, 1, current_timestamp, current_timestamp, '<poison@birch.example>', 'h', 1, false, ?,
                    'SET_ASIDE', 3, current_timestamp, 'It is no mail')
                """,
                new byte[] {1});
        var id = jdbc.queryForObject("select id from fl_inbox where mailbox = 'stuck'", Long.class);
        assertThat(as("admin").opens("/stuck").body())
                .contains("Mails that could not be brought anywhere", "It is no mail");
        as("admin")
                .fillsIn(
                        "/stuck",
                        "/stuck/MAIL_SET_ASIDE/" + id,
                        Map.of("deed", "CLOSE", "reason", "A broken test mail"));
        assertThat(as("admin").opens("/stuck").body()).doesNotContain("It is no mail");
        assertThat(jdbc.queryForObject("select closed_by from fl_inbox where mailbox = 'stuck'", String.class))
                .isEqualTo("admin");
    }

    @Test
    void nobodyElseSeesItAndNothingElseCanBeDone() {
        assertThat(as("manager").opens("/stuck").statusCode()).isEqualTo(403);
        assertThat(as("auditor").opens("/stuck").statusCode()).isEqualTo(403);
        assertThat(as("owner")
                        .fillsIn("/stuck", "/stuck/FAILED_STEP/1", Map.of("deed", "CLOSE", "reason", "x"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(new Visitor(port, "").asks("/actuator/health").body()).doesNotContain("failed-step");
        assertThat(as("admin").asks("/actuator/metrics/frontline.stuck").body())
                .contains("failed-step", "past-removal");
    }

    private String health() {
        return as("admin").asks("/actuator/health").body();
    }

    private Visitor as(String user) {
        return new Visitor(port, user);
    }
}
