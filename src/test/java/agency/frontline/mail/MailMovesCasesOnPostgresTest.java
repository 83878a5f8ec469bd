package agency.frontline.mail;

import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.FrontlineOnPostgresTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@FrontlineOnPostgresTest
@DisplayName("Mail moves cases, on PostgreSQL")
class MailMovesCasesOnPostgresTest extends MailMovesCases {

    @LocalServerPort
    int port;

    @Test
    @DisplayName("and with no room for its files waits, without losing a try, until there is (C15)")
    void aFullDiskPutsAMailBackIntoTheQueue() throws Exception {
        var raw = new String(Mails.source("F30-programs"), StandardCharsets.ISO_8859_1)
                .replace("files-3", UUID.randomUUID().toString())
                .replace("See the files.", "No room for these?")
                .getBytes(StandardCharsets.ISO_8859_1);
        // As PostgreSQL says it when a table cannot grow.
        jdbc.sql(
                        """
                        create function no_room() returns trigger language plpgsql as
                        $$ begin raise 'could not extend file: No space left on device' using errcode = 'disk_full'; end $$
                        """)
                .update();
        long id;
        try {
            jdbc.sql("create trigger no_room before insert on fl_attachment execute function no_room()")
                    .update();
            id = arrives(raw);
            assertThat(fate(id)).isEqualTo("PENDING null null");
            assertThat(jdbc.sql("select tries from fl_inbox where id = :id")
                            .param("id", id)
                            .query(Integer.class)
                            .single())
                    .isZero();
            assertThat(jdbc.sql("select count(*) from fl_message where text like '%No room for these?%'")
                            .query(Integer.class)
                            .single())
                    .as("halves of it")
                    .isZero();

            jdbc.sql("create trigger no_room before insert on fl_message execute function no_room()")
                    .update();
            var refused = post();
            assertThat(refused.statusCode()).as(refused.body()).isEqualTo(507);
            assertThat(refused.body()).contains("The storage of Frontline is full. Nothing has changed");
            assertThat(refused.headers().firstValue("Retry-After")).contains("30");
        } finally {
            jdbc.sql("drop function no_room cascade").update();
        }
        sort();
        assertThat(opened(id).owner()).isEqualTo("manager");
        assertThat(post().statusCode()).isEqualTo(202);
    }

    private HttpResponse<String> post() throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/client-messages"))
                                .header(
                                        "Authorization",
                                        "Basic " + Base64.getEncoder().encodeToString("intake:demo".getBytes()))
                                .header("Content-Type", "application/json")
                                .POST(
                                        BodyPublishers.ofString(
                                                """
                                        {"from": "ceo@birch.example", "text": "Is there room?", "messageId": "no-room"}"""))
                                .build(),
                        BodyHandlers.ofString());
    }
}
