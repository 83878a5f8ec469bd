package agency.frontline.pulse.flow;

import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.casefile.Status;
import agency.frontline.pulse.Pulses;
import agency.frontline.pulse.Scores;
import agency.frontline.story.Case;
import agency.frontline.story.Cases;
import agency.frontline.story.FlowStory;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@FlowStory
@DisplayName("The page of a pulse: open to whoever has the link, once, and to nobody else (S13)")
class PulsePageTest {

    @LocalServerPort
    int port;

    @Autowired
    Cases cases;

    @Autowired
    Contacts contacts;

    @Autowired
    Pulses pulses;

    private Phone phone;
    private String jane;
    private Case pulse;
    private String link;

    @BeforeEach
    void janeGotTheMail() {
        phone = new Phone(port);
        jane = contacts.jane();
        pulse = cases.started("manager", "satisfactionPulse", Map.of("contact", jane));
        link = Phone.linkIn(pulse.lastToClient());
    }

    @Test
    void lookingAtItNeverVotes() {
        for (int look = 0; look < 3; look++) {
            assertThat(phone.opens(link + "?service=0&work=0&feeling=0").statusCode())
                    .isEqualTo(200);
        }
        assertThat(phone.send(phone.request(link).method("HEAD", BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(200);

        assertThat(pulses.find(pulse.key()).orElseThrow().isAnswered()).isFalse();
        pulse.waitsAt("reminderDue");
    }

    @Test
    void itAsksInTheirLanguage() {
        assertThat(phone.opens(link).body())
                .contains("<html lang=\"en\"", "How well do we look after you?", "How does it feel to work with us?");
        var anna = cases.started("manager", "satisfactionPulse", Map.of("contact", contacts.anna()));

        var page = phone.opens(Phone.linkIn(anna.lastToClient())).body();

        assertThat(page).contains("<html lang=\"pl\"", "Jak o Państwa dbamy?", "Wyślij");
        assertThat(phone.answers(Phone.linkIn(anna.lastToClient()), 9, 9, 9, "Świetnie!"))
                .contains("Dziękujemy");
    }

    @Test
    void itNeedsNoScriptAndKeepsItsSecretToItself() {
        var page = phone.opens(link);

        assertThat(page.body()).doesNotContain("<script", "http://", "https://");
        assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("default-src 'self'", "form-action 'self'"));
        assertThat(page.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(cache -> assertThat(cache).contains("no-store"));
        assertThat(page.headers().firstValue("X-Robots-Tag")).hasValue("noindex, nofollow");
        assertThat(page.headers().firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(page.headers().allValues("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "11", "-1", "5.5", "ten", "<b>9</b>"})
    void whatIsNoNumberIsAskedForAgainWithTheRestKept(String given) {
        var form = Phone.taps(9, 8, 7, "Nearly <b>perfect</b>");
        form.put("work", given);

        var again = phone.sends(link, form);

        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(again.body())
                .contains("Please tap a number from 0 to 10.", "Nearly &lt;b&gt;perfect&lt;/b&gt;")
                .containsPattern("name=\"service\" value=\"9\" checked")
                .containsPattern("name=\"feeling\" value=\"7\" checked");
        assertThat(pulses.find(pulse.key()).orElseThrow().isAnswered()).isFalse();
    }

    @Test
    void nothingSentAtAllNamesEveryQuestion() {
        assertThat(phone.sends(link, Map.of()).body().split("Please tap a number from 0 to 10.", -1))
                .hasSize(4);
    }

    @Test
    void aNovelIsAskedToBeShorter() {
        var again = phone.sends(link, Phone.taps(9, 9, 9, "x".repeat(10_001)));
        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(again.body()).contains("Please shorten this a little.");
    }

    @Test
    void theAnswerOfSeveralTapsAtOnceIsOne() throws Exception {
        var taps = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < 4; i++) {
            var score = 7 + i % 4;
            taps.add(
                    () -> phone.sends(link, Phone.taps(score, score, score, "")).statusCode());
        }
        var fingers = Executors.newFixedThreadPool(taps.size());
        try {
            for (var tap : fingers.invokeAll(taps)) {
                assertThat(tap.get()).isIn(200, 302);
            }
        } finally {
            fingers.shutdown();
        }

        pulse.settle().endsAs(Status.RESOLVED);
        var scores = pulses.last(jane).orElseThrow().scores();
        assertThat(scores).isEqualTo(new Scores(scores.service(), scores.service(), scores.service()));
        assertThat(pulse.messages()).as("invitation and one answer").hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AAAAAAAAAAAAAAAAAAAAAA", "x", "..%2f..", "%00", "' or 1=1 --"})
    void whoeverGuessesFindsNothing(String token) {
        var path = "/pulse/" + token.replace(" ", "%20").replace("'", "%27");
        for (var answer : List.of(phone.opens(path), phone.sends(path, Phone.taps(0, 0, 0, "")))) {
            assertThat(answer.statusCode()).isIn(400, 404);
            assertThat(answer.body()).doesNotContain("How well do we look after you?");
        }
    }

    @Test
    void whoeverLooksForNothingReadsItInTheLanguageOfTheirBrowser() {
        var polish =
                phone.send(phone.request("/pulse/AAAAAAAAAAAAAAAAAAAAAA").header("Accept-Language", "pl-PL,pl;q=0.9"));
        assertThat(polish.statusCode()).isEqualTo(404);
        assertThat(polish.body()).contains("Ten link nie działa");
    }

    @Test
    void nothingElseOfItIsOpen() {
        for (var path : List.of("/pulse", "/pulse/", link + "/more", link + "/")) {
            assertThat(phone.opens(path).statusCode()).as(path).isIn(302, 404);
            assertThat(phone.opens(path).body()).doesNotContain("How well do we look after you?");
        }
        for (var method : List.of("PUT", "DELETE", "PATCH")) {
            HttpRequest.Builder request = phone.request(link).method(method, BodyPublishers.noBody());
            assertThat(phone.send(request).statusCode()).as(method).isIn(302, 401, 403, 405);
        }
    }

    @Test
    void noLogHoldsTheLink() {
        var log = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        var written = new ListAppender<ILoggingEvent>();
        written.start();
        log.addAppender(written);
        var ours = (Logger) LoggerFactory.getLogger("agency.frontline");
        ours.setLevel(Level.DEBUG);
        try {
            phone.opens(link);
            phone.sends(link, Map.of("service", "x"));
            phone.answers(link, 9, 9, 9, "");
            phone.sends(link, Phone.taps(0, 0, 0, ""));
        } finally {
            log.detachAppender(written);
            ours.setLevel(null);
        }
        assertThat(List.copyOf(written.list))
                .extracting(ILoggingEvent::getFormattedMessage)
                .noneMatch(line -> line.contains(link.substring("/pulse/".length())));
    }
}
