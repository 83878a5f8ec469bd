package agency.frontline.notification;

import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.client.Client;
import agency.frontline.client.Team;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A notice to our own people")
class NoticesTest {

    private static final Instant DUE = Instant.parse("2026-11-24T16:00:00Z");

    private final Sample agency = Sample.at("2026-11-24T10:00:00Z");

    @Test
    void goesToTheClientsOwnSpecialistsWhereThereAreSome() {
        agency.notices.opinionAsked(
                new Notices.About("n", Sample.letter(Sample.BIRCH).theCase(), withSpecialist("kim")),
                "media-specialists",
                "A view",
                DUE);

        assertThat(agency.last().to()).extracting("address").containsExactly("kim@agency.example");
    }

    @Test
    void goesToTheWholeGroupOtherwise() {
        agency.notices.opinionAsked(Sample.about(Sample.BIRCH), "media-specialists", "A view", null);

        assertThat(agency.last().to()).extracting("address").containsExactly("media@frontline.example");
        assertThat(agency.last().text()).doesNotContain("Due:");
    }

    @Test
    void isNotSentWhereNobodyReadsIt() {
        agency.notices.opinionAsked(Sample.about(Sample.BIRCH), "the-press", "A view", DUE);

        assertThat(agency.sent).isEmpty();
    }

    @Test
    void reachesSomebodyWithTwoRolesOnce() {
        agency.notices.promiseOverdue(Sample.about(Sample.BIRCH), "manager", "manager", "Call", DUE, Sample.KEPT);

        assertThat(agency.last().to()).hasSize(1);
    }

    @Test
    void saysNothingOfPromisesWhereThereWereNone() {
        agency.notices.firstResponseOverdue(Sample.about(Sample.BIRCH), "manager", DUE, new Kept(0, 0, 90));

        assertThat(agency.last().text()).doesNotContain("What went well");
    }

    @Test
    void leadsToTheCaseByTheConfiguredAddressOnly() {
        agency.notices.thirdSilence(Sample.about(Sample.BIRCH), "director");

        assertThat(agency.last().html())
                .contains("href=\"https://frontline.agency.example/cases/ISS-2026-00042\"")
                .contains("href=\"https://frontline.agency.example/camunda/app/tasklist/\"");
    }

    @Test
    void isOneLineInItsSubjectWhateverTheClientWrote() {
        var about = new Notices.About(
                "n", Sample.letter(Sample.BIRCH, "Hi\r\nBcc: all@birch.example").theCase(), Sample.BIRCH);

        agency.notices.updateDue(about, "manager", DUE);

        assertThat(agency.last().subject()).isEqualTo("Time for a word to Birch: “Hi Bcc: all@birch.example”");
    }

    private static Client withSpecialist(String user) {
        var birch = Sample.BIRCH;
        return new Client(
                birch.code(),
                birch.name(),
                birch.tier(),
                birch.type(),
                birch.timeZone(),
                birch.holidayCalendar(),
                birch.hours(),
                birch.languages(),
                birch.mailDomains(),
                new Team("manager", null, "director", Map.of("media-specialists", List.of(user))),
                birch.contacts(),
                birch.ethos());
    }
}
