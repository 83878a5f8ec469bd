package agency.frontline.client;

import static agency.frontline.client.SomeClient.hours;
import static agency.frontline.client.SomeClient.person;
import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.text.Refusal.FieldError;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A client is checked as a whole, and every fault is told with its remedy")
class ClientRulesTest {

    @Test
    void aCompleteClientHasNoFault() {
        assertThat(ClientRules.brokenBy(SomeClient.called("ELM"))).isEmpty();
    }

    @Test
    void everythingWrongIsToldAtOnce() {
        var faults = ClientRules.brokenBy(SomeClient.called("ELM", elm -> {
            elm.code = "elm";
            elm.name = " ";
            elm.hours = List.of();
            elm.holidayCalendar = "ATLANTIS";
            elm.languages = List.of("polish");
            elm.mailDomains = List.of("gmail.com");
            elm.team = new Team("", "manager", "", Map.of("gardeners", List.of("fern")));
            elm.contacts = List.of(person("anna@", ""));
            elm.ethos = new Ethos(List.of(), null, "x".repeat(2001), List.of(""));
        }));

        assertThat(faults)
                .extracting(FieldError::field)
                .containsExactly(
                        "code",
                        "name",
                        "hours",
                        "holidayCalendar",
                        "languages[0]",
                        "mailDomains[0]",
                        "team.accountManager",
                        "team.director",
                        "team.specialists",
                        "contacts[0].email",
                        "contacts[0].name",
                        "ethos.tone",
                        "ethos.jargonToAvoid[0]");
        assertThat(faults)
                .extracting(FieldError::message)
                .allSatisfy(remedy -> assertThat(remedy).hasSizeGreaterThan(10).endsWith("."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"E", "elm", "2ELM", "ELM_1", "ELM ELM", "ELM-345678901234567890", "ÉLM"})
    void aCodeIsShortAndPlain(String code) {
        assertThat(faults(elm -> elm.code = code)).containsExactly("code");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "pl", "pt-BR", "zh-Hant", "gsw", "EN"})
    void aLanguageTagIsTaken(String tag) {
        assertThat(faults(elm -> elm.languages = List.of(tag))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "english", "xx", "en_GB", "de-"})
    void whatIsNoLanguageTagIsNot(String tag) {
        assertThat(faults(elm -> elm.languages = List.of(tag))).containsExactly("languages[0]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"elm", "a@elm.example", "elm .example", "-elm.example", "gmail.com", "yahoo.co.uk", "WP.pl"})
    void aMailDomainIsTheClientsOwn(String domain) {
        assertThat(faults(elm -> elm.mailDomains = List.of(domain))).containsExactly("mailDomains[0]");
    }

    @Test
    void aMailDomainMayHaveLettersOfItsCountry() {
        var żółw = SomeClient.called("ELM", elm -> elm.mailDomains = List.of(" @Żółw.example"));

        assertThat(ClientRules.brokenBy(żółw)).isEmpty();
        assertThat(żółw.mailDomains()).containsExactly("xn--w-uga1v8h.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "anna",
                "a@elm.example,b@elm.example",
                "Anna <anna@elm.example>",
                "an na@elm.example",
                "anna@elm.example\r\nBcc: all@elm.example"
            })
    void anAddressIsOneAddress(String address) {
        assertThat(faults(elm -> elm.contacts = List.of(person(address, "Anna"))))
                .contains("contacts[0].email");
    }

    @Test
    void nobodyStandsThereTwice() {
        assertThat(faults(elm -> elm.contacts =
                        List.of(person("anna@elm.example", "Anna"), person("ANNA@elm.example", "Anna N."))))
                .containsExactly("contacts[1].email");
    }

    @Test
    void hoursWithBreaksAreFineAndOverlapsAreNot() {
        assertThat(faults(elm -> elm.hours = List.of(hours("09:00", "12:00"), hours("12:00", "17:00"))))
                .isEmpty();
        assertThat(faults(elm -> elm.hours = List.of(hours("09:00", "12:01"), hours("12:00", "17:00"))))
                .containsExactly("hours");
    }

    @Test
    void namesAreOneLineOfTextOfAnyTongue() {
        assertThat(SomeClient.called("ELM", elm -> elm.name = " El\u0000m\r\nBcc: x\ud83d ")
                        .name())
                .isEqualTo("Elm Bcc: x\ufffd");
        assertThat(faults(elm -> elm.name = "Elm 🌳 Żółć & Söhne <b>")).isEmpty();
        assertThat(faults(elm -> elm.name = "x".repeat(121))).containsExactly("name");
    }

    @Test
    void theDeputyIsSomebodyElse() {
        assertThat(faults(elm -> elm.team = new Team("manager", "manager", "director", Map.of())))
                .containsExactly("team.deputy");
    }

    private static List<String> faults(Consumer<SomeClient> bend) {
        return ClientRules.brokenBy(SomeClient.called("ELM", bend)).stream()
                .map(FieldError::field)
                .toList();
    }
}
