package agency.frontline.client;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is known of the people at clients: kept with their address, written anew whenever somebody knows better. */
@Service
@Transactional
public class ContactProfiles {

    private final JdbcClient jdbc;
    private final Clock clock;

    ContactProfiles(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<ContactProfile> find(String email) {
        return jdbc.sql("select * from fl_contact_profile where email = :email")
                .param("email", email.toLowerCase(java.util.Locale.ROOT))
                .query((row, n) -> profile(row))
                .optional();
    }

    /** Whether everybody who is with the client now has a profile; false where nobody is. */
    @Transactional(readOnly = true)
    public boolean isEverybodyMet(Client client) {
        return !client.contacts().isEmpty()
                && client.contacts().stream()
                        .allMatch(contact -> find(contact.email()).isPresent());
    }

    /** Who decides when two people at the client want different things (C-65); empty while nobody was named. */
    @Transactional(readOnly = true)
    public Optional<Contact> decider(Client client) {
        return client.contacts().stream()
                .filter(contact ->
                        find(contact.email()).map(ContactProfile::decides).orElse(false))
                .findFirst();
    }

    /** Replaces the profiles of these people; at most one of them decides, and nobody beside them does. */
    public void save(String client, List<ContactProfile> profiles) {
        if (profiles.stream().anyMatch(ContactProfile::decides)) {
            jdbc.sql("update fl_contact_profile set decides = false where client = :client")
                    .param("client", client)
                    .update();
        }
        profiles.forEach(profile -> save(client, profile));
    }

    private void save(String client, ContactProfile profile) {
        jdbc.sql("delete from fl_contact_profile where email = :email")
                .param("email", profile.email())
                .update();
        jdbc.sql(
                        """
                        insert into fl_contact_profile (email, client, best_time, matters, bad_news, decides, updated_at)
                        values (:email, :client, :bestTime, :matters, :badNews, :decides, :now)
                        """)
                .param("email", profile.email())
                .param("client", client)
                .param("bestTime", profile.bestTime())
                .param("matters", profile.matters())
                .param("badNews", profile.badNews())
                .param("decides", profile.decides())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** How this person, and their company, like to hear from us: the tone of the client, then the profile. */
    @Transactional(readOnly = true)
    public @Nullable String likes(Client client, @Nullable String email) {
        var profile = email == null ? Optional.<ContactProfile>empty() : find(email);
        var words = Stream.of(Optional.ofNullable(client.ethos().tone()), profile.map(ContactProfile::inWords))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("\n"));
        return words.isEmpty() ? null : words;
    }

    private static ContactProfile profile(ResultSet row) throws SQLException {
        return new ContactProfile(
                row.getString("email"),
                row.getString("best_time"),
                row.getString("matters"),
                row.getString("bad_news"),
                row.getBoolean("decides"));
    }
}
