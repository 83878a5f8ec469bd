package agency.frontline.client.pledge;

import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.client.Channel;
import agency.frontline.client.Contact;
import agency.frontline.story.Refused;
import agency.frontline.text.Answers;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A pledge is whole, and each line says how it is measured")
class PledgeTermsTest {

    private static final List<Contact> CONTACTS =
            List.of(new Contact("ceo@birch.example", "Odile Quist", "CEO", "en", Channel.EMAIL));
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    private static Map<String, Object> fields() {
        return new HashMap<>(Map.of(
                "emailHours",
                "4",
                "phoneHours",
                2.0,
                "textHours",
                2,
                "rhythmDays",
                7,
                "reportDays",
                1,
                "badNewsBy",
                "CALL_FIRST",
                "badNewsHours",
                2,
                "decider",
                "ceo@birch.example",
                "furtherPledges",
                "We bring cake.\n\nNo jargon."));
    }

    private static PledgeTerms read(Map<String, Object> fields) {
        return PledgeTerms.from(new Answers(fields::get), CONTACTS);
    }

    @Test
    void everyLineHasAMeasureOrSaysThatItHasNone() {
        var terms = read(fields());

        assertThat(terms.decider()).isEqualTo("Odile Quist");
        assertThat(terms.lines())
                .extracting(line -> line.topic() + " " + line.measure())
                .containsExactly(
                        "RESPONSE FIRST_RESPONSES",
                        "RESPONSE FIRST_RESPONSES",
                        "RESPONSE FIRST_RESPONSES",
                        "RHYTHM RHYTHM",
                        "REPORT REPORTS",
                        "BAD_NEWS NOT_MEASURED",
                        "DECIDER NOT_MEASURED",
                        "FURTHER NOT_MEASURED",
                        "FURTHER NOT_MEASURED");
    }

    @Test
    void theFormOfTheNextVersionStartsWithTheTermsOfThisOne() {
        var terms = read(fields());

        assertThat(read(terms.rows())).isEqualTo(terms);
    }

    @Test
    void whatIsMissingIsToldAtOnce() {
        assertThat(Refused.by(() -> read(Map.of())))
                .containsOnlyKeys(
                        "emailHours",
                        "phoneHours",
                        "textHours",
                        "rhythmDays",
                        "reportDays",
                        "badNewsBy",
                        "badNewsHours",
                        "decider");
    }

    @ParameterizedTest
    @CsvSource({
        "emailHours, 0",
        "emailHours, 41",
        "emailHours, 4.5",
        "webHours, soon",
        "rhythmDays, 91",
        "reportDays, 0",
        "badNewsBy, NEVER",
        "decider, somebody@else.example"
    })
    void whatCannotBeIsRefusedByItsField(String field, String value) {
        var fields = fields();
        fields.put(field, value);

        assertThat(Refused.by(() -> read(fields))).containsOnlyKeys(field);
    }

    @Test
    void aClientAcceptsByNameAndDayOrSaysWhatShouldBeOtherwise() {
        assertThat(answered(Map.of("pledgeOutcome", "ACCEPTED", "acceptedBy", "ceo@birch.example")))
                .isEqualTo(new PledgeAnswer(
                        PledgeAnswer.Outcome.ACCEPTED, "Odile Quist", "ceo@birch.example", TODAY, null));
        assertThat(Refused.by(() -> answered(Map.of()))).containsOnlyKeys("pledgeOutcome");
        assertThat(Refused.by(() -> answered(Map.of("pledgeOutcome", "ACCEPTED"))))
                .containsOnlyKeys("acceptedBy");
        assertThat(Refused.by(() -> answered(
                        Map.of("pledgeOutcome", "ACCEPTED", "acceptedBy", "Odile", "acceptedOn", "2026-03-03"))))
                .containsOnlyKeys("acceptedOn");
        assertThat(Refused.by(() -> answered(Map.of("pledgeOutcome", "DISCUSS_AGAIN"))))
                .containsOnlyKeys("clientWish");
    }

    private static PledgeAnswer answered(Map<String, Object> fields) {
        return PledgeAnswer.from(new Answers(fields::get), CONTACTS, TODAY);
    }
}
