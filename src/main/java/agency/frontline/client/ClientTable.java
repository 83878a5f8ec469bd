package agency.frontline.client;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import agency.frontline.calendar.OpeningHours;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Clients as rows. Every read asks the database, by primary key or unique index: a client is six small selects, far
 * below a millisecond each, and a second node or a rolled back change can never leave a stale answer behind, which a
 * copy in memory would have to be kept from.
 */
@Component
class ClientTable {

    private record Specialist(String group, String user) {}

    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private final JdbcClient jdbc;
    private final Clock clock;

    ClientTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<Client> all() {
        return read(null);
    }

    Optional<Client> find(String code) {
        return read(code).stream().findFirst();
    }

    /** Counts the changes of a client; empty when there is no such client. */
    Optional<Long> version(String code) {
        return jdbc.sql("select version from fl_client where client_code = :code")
                .param("code", code)
                .query(Long.class)
                .optional();
    }

    /** The client whose contact this is now, by an address in any case. */
    Optional<String> clientOfAddress(String address) {
        return jdbc.sql("select client_code from fl_contact where active_address = :address")
                .param("address", address.strip().toLowerCase(Locale.ROOT))
                .query(String.class)
                .optional();
    }

    Optional<String> clientOfDomain(String domain) {
        return jdbc.sql("select client_code from fl_mail_domain where domain = :domain")
                .param("domain", MailDomain.plain(domain))
                .query(String.class)
                .optional();
    }

    void insert(Client client) {
        jdbc.sql(
                        """
                        insert into fl_client (client_code, name, tier, type, time_zone, holiday_calendar, languages,
                            account_manager, deputy, director, ethos_channels, ethos_hours, ethos_tone, ethos_jargon, version)
                        values (:code, :name, :tier, :type, :timeZone, :holidayCalendar, :languages,
                            :accountManager, :deputy, :director, :ethosChannels, :ethosHours, :ethosTone, :ethosJargon, 1)
                        """)
                .params(columns(client))
                .update();
        insertWhatBelongsTo(client);
    }

    /** Whether the client still stood at this version; if not, nothing is changed. */
    boolean update(Client client, long version) {
        var changed = jdbc.sql(
                        """
                        update fl_client set name = :name, tier = :tier, type = :type, time_zone = :timeZone,
                            holiday_calendar = :holidayCalendar, languages = :languages,
                            account_manager = :accountManager, deputy = :deputy, director = :director,
                            ethos_channels = :ethosChannels, ethos_hours = :ethosHours, ethos_tone = :ethosTone,
                            ethos_jargon = :ethosJargon, version = version + 1
                        where client_code = :code and version = :version
                        """)
                .params(columns(client))
                .param("version", version)
                .update();
        if (changed == 0) {
            return false;
        }
        for (var table : List.of("fl_client_hours", "fl_client_specialist", "fl_mail_domain")) {
            jdbc.sql("delete from " + table + " where client_code = :code")
                    .param("code", client.code())
                    .update();
        }
        insertWhatBelongsTo(client);
        return true;
    }

    private static Map<String, @Nullable Object> columns(Client client) {
        var columns = new HashMap<String, @Nullable Object>();
        columns.put("code", client.code());
        columns.put("name", client.name());
        columns.put("tier", client.tier().name());
        columns.put("type", client.type().name());
        columns.put("timeZone", client.timeZone().getId());
        columns.put("holidayCalendar", client.holidayCalendar());
        columns.put("languages", lines(client.languages()));
        columns.put("accountManager", client.team().accountManager());
        columns.put("deputy", client.team().deputy());
        columns.put("director", client.team().director());
        columns.put("ethosChannels", lines(client.ethos().channels()));
        columns.put("ethosHours", client.ethos().hours());
        columns.put("ethosTone", client.ethos().tone());
        columns.put("ethosJargon", lines(client.ethos().jargonToAvoid()));
        return columns;
    }

    private void insertWhatBelongsTo(Client client) {
        var code = client.code();
        for (var place = 0; place < client.hours().size(); place++) {
            var hours = client.hours().get(place);
            jdbc.sql(
                            """
                            insert into fl_client_hours (client_code, place, days, opens, closes)
                            values (:code, :place, :days, :opens, :closes)
                            """)
                    .param("code", code)
                    .param("place", place)
                    .param("days", lines(new TreeSet<>(hours.days())))
                    .param("opens", hours.from().toString())
                    .param("closes", hours.to().toString())
                    .update();
        }
        client.team().specialists().forEach((group, users) -> {
            for (var place = 0; place < users.size(); place++) {
                jdbc.sql(
                                """
                                insert into fl_client_specialist (client_code, group_id, place, user_id)
                                values (:code, :group, :place, :user)
                                """)
                        .param("code", code)
                        .param("group", group)
                        .param("place", place)
                        .param("user", users.get(place))
                        .update();
            }
        });
        for (var place = 0; place < client.mailDomains().size(); place++) {
            jdbc.sql("insert into fl_mail_domain (domain, client_code, place) values (:domain, :code, :place)")
                    .param("domain", client.mailDomains().get(place))
                    .param("code", code)
                    .param("place", place)
                    .update();
        }
        replaceContacts(code, client.contacts());
    }

    /** Whoever is not named any more has left: the row stays, for cases speak of it, but no mail matches it. */
    private void replaceContacts(String code, List<Contact> contacts) {
        var stay = contacts.stream().map(Contact::email).collect(Collectors.toSet());
        jdbc
                .sql("select address from fl_contact where client_code = :code and left_at is null")
                .param("code", code)
                .query(String.class)
                .list()
                .stream()
                .filter(address -> !stay.contains(address))
                .forEach(address -> jdbc.sql(
                                """
                                update fl_contact set active_address = null, left_at = :now
                                where client_code = :code and address = :address
                                """)
                        .param("now", Timestamp.from(clock.instant()))
                        .param("code", code)
                        .param("address", address)
                        .update());
        for (var place = 0; place < contacts.size(); place++) {
            save(code, place, contacts.get(place));
        }
    }

    private void save(String code, int place, Contact contact) {
        var columns = new HashMap<String, @Nullable Object>();
        columns.put("code", code);
        columns.put("address", contact.email());
        columns.put("place", place);
        columns.put("name", contact.name());
        columns.put("role", contact.role());
        columns.put("language", contact.language());
        columns.put("channel", contact.channel().name());
        var known = jdbc.sql(
                        """
                        update fl_contact set active_address = :address, place = :place, name = :name,
                            role = :role, language = :language, channel = :channel, left_at = null
                        where client_code = :code and address = :address
                        """)
                .params(columns)
                .update();
        if (known == 0) {
            jdbc.sql(
                            """
                            insert into fl_contact (client_code, address, active_address, place, name, role, language, channel)
                            values (:code, :address, :address, :place, :name, :role, :language, :channel)
                            """)
                    .params(columns)
                    .update();
        }
    }

    private List<Client> read(@Nullable String code) {
        var hours = rows("fl_client_hours where %s order by place", code, ClientTable::hours);
        var specialists = rows("fl_client_specialist where %s order by place", code, ClientTable::specialist);
        var domains = rows("fl_mail_domain where %s order by place", code, row -> row.getString("domain"));
        var contacts = rows("fl_contact where left_at is null and %s order by place", code, ClientTable::contact);
        RowMapper<Client> client = (row, number) -> {
            var of = row.getString("client_code");
            return new Client(
                    of,
                    row.getString("name"),
                    Tier.valueOf(row.getString("tier")),
                    Type.valueOf(row.getString("type")),
                    ZoneId.of(row.getString("time_zone")),
                    row.getString("holiday_calendar"),
                    hours.getOrDefault(of, List.of()),
                    read(row.getString("languages"), Function.identity()),
                    domains.getOrDefault(of, List.of()),
                    team(row, specialists.getOrDefault(of, List.of())),
                    contacts.getOrDefault(of, List.of()),
                    ethos(row));
        };
        return select("fl_client where %s order by client_code", code)
                .query(client)
                .list();
    }

    private static Team team(ResultSet client, List<Specialist> specialists) throws SQLException {
        return new Team(
                client.getString("account_manager"),
                client.getString("deputy"),
                client.getString("director"),
                specialists.stream().collect(groupingBy(Specialist::group, mapping(Specialist::user, toList()))));
    }

    private static Ethos ethos(ResultSet client) throws SQLException {
        return new Ethos(
                read(client.getString("ethos_channels"), Channel::valueOf),
                client.getString("ethos_hours"),
                client.getString("ethos_tone"),
                read(client.getString("ethos_jargon"), Function.identity()));
    }

    private static OpeningHours hours(ResultSet row) throws SQLException {
        return new OpeningHours(
                Set.copyOf(read(row.getString("days"), DayOfWeek::valueOf)),
                LocalTime.parse(row.getString("opens")),
                LocalTime.parse(row.getString("closes")));
    }

    private static Specialist specialist(ResultSet row) throws SQLException {
        return new Specialist(row.getString("group_id"), row.getString("user_id"));
    }

    private static Contact contact(ResultSet row) throws SQLException {
        return new Contact(
                row.getString("address"),
                row.getString("name"),
                row.getString("role"),
                row.getString("language"),
                Channel.valueOf(row.getString("channel")));
    }

    /** What belongs to each client, by the client's code. */
    private <T> Map<String, List<T>> rows(String from, @Nullable String code, Reading<T> reading) {
        RowMapper<Map.Entry<String, T>> row =
                (rows, number) -> Map.entry(rows.getString("client_code"), reading.of(rows));
        return select(from, code).query(row).list().stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    /** Rows of the client with this code; of all clients when there is no code. */
    private JdbcClient.StatementSpec select(String from, @Nullable String code) {
        return code == null
                ? jdbc.sql("select * from " + from.formatted("true"))
                : jdbc.sql("select * from " + from.formatted("client_code = :code"))
                        .param("code", code);
    }

    /** A list that nobody searches stands in one column, a line each. */
    private static String lines(Collection<?> list) {
        return list.stream().map(Object::toString).collect(Collectors.joining("\n"));
    }

    private static <T> List<T> read(String lines, Function<String, T> reading) {
        return lines.lines().map(reading).toList();
    }
}
