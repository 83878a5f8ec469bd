package agency.frontline.onboarding;

import agency.frontline.casefile.CaseHead;
import agency.frontline.casefile.CaseRegister;
import agency.frontline.client.Client;
import agency.frontline.client.Clients;
import agency.frontline.mail.OutgoingMail;
import agency.frontline.notification.RequestPace;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * While a client is taken on, they are asked for at most so many things in a day; the rest waits its turn (C-63).
 * A letter counts on the day of the client on which it leaves.
 */
@Component
@Transactional
class RequestTurns implements RequestPace {

    /** The steps whose letters ask the client to do something; news and answers never wait. */
    private static final Set<String> REQUESTS = Set.of(
            "askClientApproval", "sendServicePledge", "inviteToKickOff", "askDecider", "arrangeTouchBase", "sendPulse");

    private final Onboardings onboardings;
    private final CaseRegister register;
    private final Clients clients;
    private final JdbcClient jdbc;

    RequestTurns(Onboardings onboardings, CaseRegister register, Clients clients, JdbcClient jdbc) {
        this.onboardings = onboardings;
        this.register = register;
        this.clients = clients;
        this.jdbc = jdbc;
    }

    @Override
    public Instant turn(OutgoingMail letter, Instant wanted) {
        var key = letter.businessKey();
        if (!letter.toClient() || key == null || !REQUESTS.contains(letter.purpose())) {
            return wanted;
        }
        var client = register.find(key).map(CaseHead::client).flatMap(clients::find);
        return client.flatMap(known -> onboardings
                        .paced(known.code())
                        .map(paced -> turn(letter, known, paced.requestsPerDay(), wanted)))
                .orElse(wanted);
    }

    private Instant turn(OutgoingMail letter, Client client, int perDay, Instant wanted) {
        var taken = taken(letter.idempotencyKey());
        if (taken.isPresent()) {
            return taken.get();
        }
        var calendar = clients.calendarOf(client);
        var goesOut = wanted;
        while (asked(client.code(), calendar.localDate(goesOut)) >= perDay) {
            var tomorrow = calendar.localDate(goesOut).plusDays(1);
            goesOut = calendar.nextOpen(tomorrow.atStartOfDay(calendar.zone()).toInstant());
        }
        jdbc.sql(
                        """
                        insert into fl_client_request (idempotency_key, business_key, client, turn_on, goes_out)
                        values (:key, :case, :client, :day, :goesOut)
                        """)
                .param("key", letter.idempotencyKey())
                .param("case", letter.businessKey())
                .param("client", client.code())
                .param("day", Date.valueOf(calendar.localDate(goesOut)))
                .param("goesOut", Timestamp.from(goesOut))
                .update();
        return goesOut;
    }

    private Optional<Instant> taken(String idempotencyKey) {
        return jdbc.sql("select goes_out from fl_client_request where idempotency_key = :key")
                .param("key", idempotencyKey)
                .query((row, n) -> row.getTimestamp("goes_out").toInstant())
                .optional();
    }

    private int asked(String client, LocalDate day) {
        return jdbc.sql("select count(*) from fl_client_request where client = :client and turn_on = :day")
                .param("client", client)
                .param("day", Date.valueOf(day))
                .query(Integer.class)
                .single();
    }
}
