package agency.frontline.client;

import static agency.frontline.client.SomeClient.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import agency.frontline.text.Refusal;
import agency.frontline.text.Refusal.FieldError;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** What the directory promises, told once for each database. */
abstract class ClientDirectory {

    private static final Instant NOW = Instant.parse("2026-03-02T09:30:00Z");

    private final List<ClientSaved> heard = new ArrayList<>();
    private final StaticListableBeanFactory beans = new StaticListableBeanFactory();
    private final JdbcClient jdbc;
    private final Clients clients;
    private final TransactionTemplate transaction;

    ClientDirectory(DataSource database) {
        jdbc = JdbcClient.create(database);
        clients = new Clients(
                new ClientTable(jdbc, Clock.fixed(NOW, ZoneOffset.UTC)),
                beans.getBeanProvider(Staff.class),
                event -> heard.add((ClientSaved) event));
        transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
    }

    @Test
    void whatIsSavedIsFoundAgainAsItWas() {
        var oak = SomeClient.called("OAK");

        assertThat(save(oak)).isEqualTo(Saved.CREATED);

        assertThat(clients.find("OAK")).contains(oak);
        assertThat(clients.all()).contains(oak);
        assertThat(heard).containsExactly(new ClientSaved(null, oak));
    }

    @Test
    void aChangeIsToldWithWhatStoodBefore() {
        var before = SomeClient.called("PINE");
        var after = SomeClient.called("PINE", pine -> {
            pine.name = "Pine reborn";
            pine.hours = List.of(SomeClient.hours("08:00", "16:00"));
            pine.mailDomains = List.of("pine-reborn.example");
            pine.team = new Team("manager2", null, "director", Map.of());
            pine.ethos = Ethos.unspoken();
        });
        save(before);

        assertThat(save(after)).isEqualTo(Saved.CHANGED);

        assertThat(clients.get("PINE")).isEqualTo(after);
        assertThat(heard).last().isEqualTo(new ClientSaved(before, after));
    }

    @Test
    void aChangeThatIsRolledBackWasNeverRead() {
        var asItStands = SomeClient.called("YEW");
        var neverSaved = SomeClient.called("YEW", yew -> yew.name = "Yew that never was");
        var savedLater = SomeClient.called("YEW", yew -> yew.name = "Yew as it is now");
        save(asItStands);
        assertThat(clients.get("YEW")).isEqualTo(asItStands);

        transaction.executeWithoutResult(rolledBack -> {
            clients.save(neverSaved);
            assertThat(clients.get("YEW")).isEqualTo(neverSaved);
            rolledBack.setRollbackOnly();
        });
        assertThat(clients.get("YEW")).isEqualTo(asItStands);

        save(savedLater);
        assertThat(clients.get("YEW")).isEqualTo(savedLater);
    }

    @Test
    void anUnknownCodeIsNotFound() {
        assertThat(clients.find("NOBODY")).isEmpty();
        assertThatThrownBy(() -> clients.get("NOBODY"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.NOT_FOUND));
    }

    @Test
    void anAddressIsKnownInAnyCase() {
        save(SomeClient.called("ASH"));

        assertThat(clients.contactByAddress(" ANNA@ash.EXAMPLE"))
                .get()
                .satisfies(known -> assertThat(known.client().code()).isEqualTo("ASH"))
                .satisfies(known -> assertThat(known.contact().email()).isEqualTo("anna@ash.example"));
        assertThat(clients.contactByAddress("eva@ash.example")).isEmpty();
        assertThat(clients.byMailDomain("Ash.Example")).extracting(Client::code).containsExactly("ASH");
        assertThat(clients.byMailDomain("mail.ash.example")).isEmpty();
    }

    @Test
    void whoeverLeftIsKeptButMatchesNothingAndMayWorkForAnotherClient() {
        var anna = person("anna@nomad.example", "Anna Nomad");
        save(SomeClient.called("FIR", fir -> fir.contacts = List.of(anna)));

        save(SomeClient.called("FIR", fir -> fir.contacts = List.of()));

        assertThat(clients.get("FIR").contacts()).isEmpty();
        assertThat(clients.contactByAddress("anna@nomad.example")).isEmpty();
        assertThat(clients.contactsMatching("Anna Nomad")).isEmpty();
        assertThat(leftAt("FIR", "anna@nomad.example")).containsExactly(Timestamp.from(NOW));

        save(SomeClient.called("YEW", yew -> yew.contacts = List.of(anna)));
        assertThat(clients.contactByAddress("anna@nomad.example"))
                .get()
                .satisfies(known -> assertThat(known.client().code()).isEqualTo("YEW"));
    }

    @Test
    void whoeverComesBackIsTheSamePerson() {
        var anna = person("anna@back.example", "Anna Back");
        save(SomeClient.called("LARCH", larch -> larch.contacts = List.of(anna)));
        save(SomeClient.called("LARCH", larch -> larch.contacts = List.of()));

        save(SomeClient.called("LARCH", larch -> larch.contacts = List.of(anna)));

        assertThat(clients.contactByAddress("anna@back.example")).isPresent();
        assertThat(jdbc.sql("select left_at from fl_contact where address = 'anna@back.example'")
                        .query()
                        .listOfRows())
                .singleElement()
                .satisfies(row -> assertThat(row.get("left_at")).isNull());
    }

    @Test
    void peopleAreFoundByAddressOrByPartsOfTheirName() {
        save(SomeClient.called(
                "ROWAN",
                rowan -> rowan.contacts = List.of(
                        person("m.cedrowska@rowan.example", "Małgorzata Zażółcka"),
                        person("anna@rowan.example", "Anna Zażółcka-Łoś"),
                        person("anna.l@rowan.example", "Anna Łoś"))));

        assertThat(found("malgorzata zazolcka")).containsExactly("m.cedrowska@rowan.example");
        assertThat(found("ZAŻÓŁCKA")).containsExactly("m.cedrowska@rowan.example", "anna@rowan.example");
        assertThat(found("los anna zazol")).containsExactly("anna@rowan.example");
        assertThat(found("anna los")).as("the full name wins").containsExactly("anna.l@rowan.example");
        assertThat(found("Anna@Rowan.example")).containsExactly("anna@rowan.example");
        assertThat(found("Anyone at all <anna@rowan.example>")).containsExactly("anna@rowan.example");
        assertThat(found("Anna Łoś <anna@elsewhere.example>"))
                .as("an address decides alone")
                .isEmpty();
        assertThat(found("  ")).isEmpty();
    }

    @Test
    void addressesAndDomainsBelongToOneClient() {
        save(SomeClient.called("ALDER"));

        assertThat(faultsOf(() -> save(SomeClient.called("WILLOW", willow -> {
                    willow.mailDomains = List.of("willow.example", "ALDER.example");
                    willow.contacts = List.of(person("Anna@Alder.example", "Anna"));
                }))))
                .containsExactly("contacts[0].email", "mailDomains[1]");
        assertThat(clients.find("WILLOW")).isEmpty();
    }

    @Test
    void theTeamWorksHere() {
        var members = Map.of("account-managers", Set.of("manager"), "account-directors", Set.of("director"));
        beans.addBean("staff", (Staff)
                (user, group) -> members.getOrDefault(group, Set.of()).contains(user));

        assertThat(faultsOf(() -> save(SomeClient.called(
                        "HAZEL",
                        hazel -> hazel.team =
                                new Team("director", "manager", "director", Map.of("writers", List.of("poet")))))))
                .containsExactly("team.accountManager", "team.specialists.writers[0]");
    }

    @Test
    void ofTwoWhoSaveAtOnceTheSecondIsTold() {
        save(SomeClient.called("BEECH"));

        assertTooLate(() -> saveAfterAnother(SomeClient.called("BEECH", beech -> beech.name = "Mine")));
        assertThat(clients.get("BEECH").name()).isEqualTo("The other's");
    }

    @Test
    void ofTwoWhoRegisterTheSameClientAtOnceTheSecondIsTold() {
        assertTooLate(() -> saveAfterAnother(SomeClient.called("SPRUCE")));
        assertThat(clients.get("SPRUCE").name()).isEqualTo("The other's");
    }

    /** Another transaction saves between our reading and our writing. */
    private Saved saveAfterAnother(Client mine) {
        var other = SomeClient.called(mine.code(), theirs -> theirs.name = "The other's");
        var apart = new TransactionTemplate(
                Objects.requireNonNull(transaction.getTransactionManager()),
                new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_REQUIRES_NEW));
        return inTransaction(() ->
                clients.save(mine, List.of(), before -> apart.executeWithoutResult(status -> clients.save(other))));
    }

    private void assertTooLate(Supplier<Saved> save) {
        assertThatThrownBy(save::get).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.kind())
                .isEqualTo(Refusal.Kind.TOO_LATE));
    }

    private List<String> faultsOf(Supplier<Saved> save) {
        var refusal = catchThrowableOfType(Refusal.class, save::get);
        return refusal.errors().stream().map(FieldError::field).toList();
    }

    private List<String> found(String typed) {
        return clients.contactsMatching(typed).stream()
                .map(known -> known.contact().email())
                .toList();
    }

    private List<Timestamp> leftAt(String code, String address) {
        return jdbc.sql("select left_at from fl_contact where client_code = ? and address = ?")
                .param(code)
                .param(address)
                .query(Timestamp.class)
                .list();
    }

    private Saved save(Client client) {
        return inTransaction(() -> clients.save(client));
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }
}
