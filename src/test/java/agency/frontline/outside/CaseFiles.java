package agency.frontline.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What must hold in the database of a Frontline that has stopped, whatever was done to it before. */
final class CaseFiles implements AutoCloseable {

    private final Connection database;

    private CaseFiles(Connection database) {
        this.database = database;
    }

    /** The H2 file of a Frontline that runs in this directory. */
    static CaseFiles onH2(Path directory) throws SQLException {
        return at(
                "jdbc:h2:file:" + directory.resolve("data/frontline").toAbsolutePath() + ";IFEXISTS=TRUE", "frontline");
    }

    static CaseFiles at(String url, String user) throws SQLException {
        return new CaseFiles(DriverManager.getConnection(url, user, ""));
    }

    /** Each of these mails is in one case, or waits for a person as a stranger's. */
    void eachMailIsInOneCase(List<String> messageIds) throws SQLException {
        var places = rows("select message_id, business_key from fl_message where direction = 'IN'");
        for (var id : messageIds) {
            assertThat(places.stream().filter(place -> place.get(0).equals(id)))
                    .as("cases that hold %s", id)
                    .hasSize(1);
        }
        assertThat(texts("select state from fl_inbox")).as("fetched mails").containsOnly("DONE");
    }

    /** No two cases were opened for one message: each has at least one that no other has. The rhythm opens its own. */
    void noCaseIsThereTwice(int expected) throws SQLException {
        assertThat(texts("select business_key from fl_case where process <> 'touchBase'"))
                .as("cases")
                .hasSize(expected);
        assertThat(texts("select distinct business_key from fl_message where direction = 'IN'"))
                .as("cases with words of a client")
                .hasSize(expected);
    }

    void nothingWaitsForNobody() throws SQLException {
        assertThat(
                        texts(
                                """
                        select business_key from fl_case c where ended_at is null
                        and not exists (select 1 from ACT_RU_TASK t where t.PROC_INST_ID_ = c.process_instance_id)
                        and not exists (select 1 from ACT_RU_EVENT_SUBSCR s
                            where s.PROC_INST_ID_ = c.process_instance_id and s.ACTIVITY_ID_ = 'clientReplied')
                        and not exists (select 1 from ACT_RU_JOB j
                            where j.PROCESS_INSTANCE_ID_ = c.process_instance_id and j.RETRIES_ > 0)
                        """))
                .as("cases without a task, a timer or a wait")
                .isEmpty();
        assertThat(texts("select INCIDENT_MSG_ from ACT_RU_INCIDENT"))
                .as("incidents")
                .isEmpty();
    }

    void registerAndEngineAgree() throws SQLException {
        assertThat(texts("select process_instance_id from fl_case where ended_at is null"))
                .containsExactlyInAnyOrderElementsOf(
                        texts("select distinct PROC_INST_ID_ from ACT_RU_EXECUTION where PARENT_ID_ is null"
                                + " and PROC_DEF_ID_ not like 'planTouchBases:%'"));
    }

    /** A client's are sent or held back, a colleague's may have been refused; what did not go out says why. */
    void eachMailOfOursIsSettled() throws SQLException {
        assertThat(
                        rows(
                                """
                        select message_id, purpose, state, last_problem from fl_outbox
                        where state <> 'SENT' and not (last_problem is not null
                            and (state = 'SUPPRESSED' or state in ('FAILED', 'BOUNCED') and not to_client))
                        """))
                .as("mails of ours that hang")
                .isEmpty();
        assertThat(texts("select state from fl_outbox")).as("mails of ours").contains("SENT");
    }

    /** These tasks, which somebody was told are done, are done. */
    void areCompleted(List<String> tasks) throws SQLException {
        assertThat(texts("select ID_ from ACT_HI_TASKINST where DELETE_REASON_ = 'completed'"))
                .as("completed tasks")
                .containsAll(tasks);
    }

    List<String> texts(String query) throws SQLException {
        return rows(query).stream().map(row -> row.get(0)).toList();
    }

    List<List<String>> rows(String query) throws SQLException {
        var all = new ArrayList<List<String>>();
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                var row = new ArrayList<String>();
                for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                    row.add(String.valueOf(rows.getString(column)));
                }
                all.add(row);
            }
        }
        return all;
    }

    @Override
    public void close() throws SQLException {
        database.close();
    }
}
