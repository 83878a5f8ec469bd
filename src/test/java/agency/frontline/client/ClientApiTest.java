package agency.frontline.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import agency.frontline.FrontlineTest;
import agency.frontline.text.Refusal;
import agency.frontline.text.Refusal.FieldError;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.Authentication;

@FrontlineTest
@DisplayName("Directors keep the clients, managers their own, and nobody learns of other people's")
class ClientApiTest {

    private static final Authentication DIRECTOR = user("director", "account-directors");
    private static final Authentication MANAGER = user("manager", "account-managers");
    private static final Authentication MANAGER2 = user("manager2", "account-managers");

    @Autowired
    ClientApi api;

    @Autowired
    Clients clients;

    @Autowired
    ObjectMapper mapper;

    @Test
    void aDirectorRegistersAndChangesAClient() {
        var created = api.put("TEAK", body("TEAK"), DIRECTOR);
        var changed = api.put("TEAK", body("TEAK", teak -> teak.tier = Tier.GOLD), DIRECTOR);

        assertThat(created.getStatusCode()).isEqualTo(HttpStatus.CREATED);
        assertThat(created.getHeaders().getLocation()).hasToString("/api/clients/TEAK");
        assertThat(changed.getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(api.one("TEAK", DIRECTOR)).isEqualTo(changed.getBody());
        assertThat(api.one("TEAK", DIRECTOR).tier()).isEqualTo(Tier.GOLD);
    }

    @Test
    void aManagerChangesTheirOwnClientExceptTierAndTeam() {
        api.put("EBONY", body("EBONY"), DIRECTOR);

        var changed = api.put("EBONY", body("EBONY", ebony -> ebony.name = "Ebony & Ivory"), MANAGER);

        assertThat(changed.getBody().name()).isEqualTo("Ebony & Ivory");
        assertThat(kindOf(() -> api.put("EBONY", body("EBONY", ebony -> ebony.tier = Tier.GOLD), MANAGER)))
                .isEqualTo(Refusal.Kind.NOT_ALLOWED);
        assertThat(kindOf(() -> api.put(
                        "EBONY",
                        body("EBONY", ebony -> ebony.team = new Team("manager", null, "director", Map.of())),
                        MANAGER)))
                .isEqualTo(Refusal.Kind.NOT_ALLOWED);
    }

    @Test
    void anotherManagersClientDoesNotExistEvenForTheDeputy() {
        api.put("CORK", body("CORK"), DIRECTOR);

        assertThat(kindOf(() -> api.one("CORK", MANAGER2))).isEqualTo(Refusal.Kind.NOT_FOUND);
        assertThat(kindOf(() -> api.put("CORK", body("CORK"), MANAGER2))).isEqualTo(Refusal.Kind.NOT_FOUND);
        assertThat(kindOf(() -> api.put("CORK2", body("CORK2"), MANAGER2))).isEqualTo(Refusal.Kind.NOT_FOUND);
        assertThat(codes(MANAGER2)).contains("MAPLE").doesNotContain("CORK", "BIRCH");
        assertThat(codes(MANAGER)).contains("CORK", "BIRCH", "CEDAR").doesNotContain("MAPLE");
    }

    @Test
    void anAuditorReadsAllAndChangesNothing() {
        var auditor = user("auditor", "auditors");

        assertThat(codes(auditor)).contains("BIRCH", "CEDAR", "MAPLE");
        assertThat(kindOf(() -> api.put("BIRCH", body("BIRCH"), auditor))).isEqualTo(Refusal.Kind.NOT_ALLOWED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"process-owners", "planners", "producers"})
    void whoWorksWithoutClientDataIsToldOfNone(String group) {
        var somebody = user("somebody", group);

        assertThat(codes(somebody)).isEmpty();
        assertThat(kindOf(() -> api.one("BIRCH", somebody))).isEqualTo(Refusal.Kind.NOT_FOUND);
        assertThat(kindOf(() -> api.put("BIRCH", body("BIRCH"), somebody))).isEqualTo(Refusal.Kind.NOT_ALLOWED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"intake", "camunda-admin"})
    void whoHasNothingToDoWithClientsMayNotAsk(String group) {
        assertThat(kindOf(() -> api.all(user("somebody", group)))).isEqualTo(Refusal.Kind.NOT_ALLOWED);
    }

    @Test
    void whatIsMissingIsToldTogetherWithWhatIsWrong() throws JsonProcessingException {
        var body = mapper.readValue(
                """
                {"code": "WALNUT", "timeZone": "+01:00", "holidayCalendar": "PL", "languages": ["pl"],
                 "hours": [{"days": ["MONDAY"], "from": "09:00"}, {"days": ["MONDAY"], "from": "09:00", "to": "08:00"}],
                 "contacts": [{"name": "Anna", "email": "anna", "language": "pl"}]}
                """,
                ClientBody.class);

        var refusal = catchThrowableOfType(Refusal.class, () -> api.put("HICKORY", body, DIRECTOR));

        assertThat(refusal.errors())
                .extracting(FieldError::field)
                .containsExactly(
                        "code",
                        "tier",
                        "type",
                        "timeZone",
                        "hours[0]",
                        "hours[1]",
                        "name",
                        "hours",
                        "team.accountManager",
                        "team.director",
                        "contacts[0].email");
    }

    @Test
    void aClientIsWrittenAsItIsRead() throws JsonProcessingException {
        var birch = mapper.writeValueAsString(api.one("BIRCH", DIRECTOR));

        assertThat(mapper.readTree(birch).at("/hours/0").toString())
                .isEqualTo(
                        "{\"days\":[\"MONDAY\",\"TUESDAY\",\"WEDNESDAY\",\"THURSDAY\",\"FRIDAY\"],\"from\":\"09:00\",\"to\":\"12:30\"}");
        api.put("BIRCH", mapper.readValue(birch, ClientBody.class), DIRECTOR);
        assertThat(mapper.writeValueAsString(api.one("BIRCH", DIRECTOR))).isEqualTo(birch);
    }

    @Test
    void theDemoClientsAreThere() {
        assertThat(clients.contactByAddress("ceo@birch.example")).isPresent();
        assertThat(clients.get("CEDAR").languages()).containsExactly("pl");
        assertThat(clients.byMailDomain("maple.example"))
                .singleElement()
                .satisfies(maple -> assertThat(maple.team().accountManager()).isEqualTo("manager2"));
    }

    private List<String> codes(Authentication caller) {
        return api.all(caller).stream().map(ClientBody::code).toList();
    }

    private static ClientBody body(String code) {
        return body(code, asItIs -> {});
    }

    private static ClientBody body(String code, Consumer<SomeClient> bend) {
        return ClientBody.of(SomeClient.called(code, bend));
    }

    private static Refusal.Kind kindOf(ThrowingCallable call) {
        return catchThrowableOfType(Refusal.class, call).kind();
    }

    private static Authentication user(String name, String group) {
        return new TestingAuthenticationToken(name, "demo", group);
    }
}
