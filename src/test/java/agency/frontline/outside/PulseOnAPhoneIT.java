package agency.frontline.outside;

import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.pulse.Pulses;
import agency.frontline.pulse.Scores;
import agency.frontline.pulse.flow.Contacts;
import agency.frontline.pulse.flow.Phone;
import agency.frontline.story.Cases;
import agency.frontline.story.FlowStory;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@FlowStory
@DisplayName(
        "A contact answers on the smallest phone there is, with their thumb, without scripts, whatever they see or hear")
class PulseOnAPhoneIT {

    private static final int WIDTH = 360;
    private static final int A_THUMB = 44;

    @LocalServerPort
    int port;

    @Autowired
    Cases cases;

    @Autowired
    Contacts contacts;

    @Autowired
    Pulses pulses;

    @ParameterizedTest
    @CsvSource({"en, Thank you", "pl, Dziękujemy"})
    void threeTapsAndTheyAreThanked(String language, String thanks) {
        var contact = language.equals("pl") ? contacts.anna() : contacts.jane();
        var pulse = cases.started("manager", "satisfactionPulse", Map.of("contact", contact));
        var link = "http://127.0.0.1:" + port + Phone.linkIn(pulse.lastToClient());
        var browser = Office.browser();

        try (var phone = browser.phone(true)) {
            phone.page().navigate(link);
            fits(phone.page());
            phone.picture("pulse-" + language);
            reads(phone.page());
            tap(phone.page(), "service", 9);
            phone.page().locator("button[type=submit]").click();
            assertThat(phone.page().locator("fieldset").count())
                    .as("a question is open, the browser says which")
                    .isEqualTo(3);
            phone.picture("pulse-half-way-" + language);
        }
        try (var phone = browser.phone(false)) {
            var page = phone.page();
            page.navigate(link);
            tap(page, "service", 9);
            tap(page, "work", 10);
            tap(page, "feeling", 9);
            page.locator("textarea").fill("Keep going");
            phone.picture("pulse-filled-" + language);
            page.locator("button[type=submit]").click();
            assertThat(page.locator("h1").textContent()).isEqualTo(thanks);
            phone.picture("pulse-thanks-" + language);
            assertThat(phone.troubles()).isEmpty();
        }
        assertThat(pulses.last(contact)).hasValueSatisfying(last -> {
            assertThat(last.scores()).isEqualTo(new Scores(9, 10, 9));
            assertThat(last.words()).isEqualTo("Keep going");
        });
        try (var phone = browser.phone(true)) {
            phone.page().navigate(link);
            assertThat(phone.page().locator("h1").textContent()).isEqualTo(thanks);
            fits(phone.page());
            reads(phone.page());
        }
    }

    private static void tap(Page page, String question, int score) {
        page.locator("input[name=%s][value='%d']".formatted(question, score)).check();
    }

    /** Nothing sticks out to the side, and every number takes a thumb. */
    private static void fits(Page page) {
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(WIDTH);
        for (var choice : page.locator(".scores label").all()) {
            var box = choice.boundingBox();
            assertThat(box.width).isGreaterThanOrEqualTo(A_THUMB);
            assertThat(box.height).isGreaterThanOrEqualTo(A_THUMB);
        }
    }

    private static void reads(Page page) {
        var violations = new AxeBuilder(page).analyze().getViolations();
        assertThat(violations.stream()
                        .map(violation -> violation.getId() + ": " + violation.getHelp() + " "
                                + violation.getNodes().stream()
                                        .map(node -> node.getHtml())
                                        .toList()))
                .isEmpty();
    }
}
