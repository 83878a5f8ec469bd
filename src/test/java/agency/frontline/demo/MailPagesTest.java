package agency.frontline.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import agency.frontline.FrontlineTest;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@FrontlineTest
@DisplayName("The demo's mail can be read as its readers see it, and a client can write")
class MailPagesTest {

    @Autowired
    WebApplicationContext application;

    @Autowired
    DemoMailServer server;

    @Autowired
    Clock clock;

    private final String address = UUID.randomUUID() + "@pages.example";
    private MockMvc browser;

    @BeforeEach
    void open() {
        browser = MockMvcBuilders.webAppContextSetup(application).build();
    }

    @Test
    void theFirstPageShowsEveryMailboxAndWhoseItIs() throws Exception {
        var page = page("/demo/mail");

        assertThat(page.select("table a").eachText()).contains("service@frontline.example", "ceo@birch.example");
        assertThat(page.text()).contains("Charlotte Birch, Birch & Sons Outdoor");
    }

    @Test
    void aMailIsShownAsTextAsHtmlInASandboxAndAsItsSource() throws Exception {
        arrives(
                """
                From: =?UTF-8?Q?Ma=C5=82gorzata?= <anna@birch.example>
                To: %s
                Subject: <script>alert(1)</script> offer
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=x

                --x
                Content-Type: multipart/alternative; boundary=y

                --y
                Content-Type: text/plain; charset=UTF-8

                Hello <b>there</b>
                --y
                Content-Type: text/html; charset=UTF-8

                <p>Hello <b>there</b><script>alert(2)</script></p>
                --y--
                --x
                Content-Type: text/html
                Content-Disposition: attachment; filename="../plan.html"

                <script>alert(3)</script>
                --x--
                """
                        .formatted(address));
        var mail = "/demo/mail/" + address + "/"
                + server.mailbox(address).mails().get(0).uid();

        var list = page("/demo/mail/" + address);
        assertThat(list.select("table a").text()).isEqualTo("<script>alert(1)</script> offer");

        var page = page(mail);
        assertThat(page.select("script:not([src])")).isEmpty();
        assertThat(page.select("h1").text()).isEqualTo("<script>alert(1)</script> offer");
        assertThat(page.select(".words").text()).isEqualTo("Hello <b>there</b>");
        assertThat(page.text()).contains("Małgorzata <anna@birch.example>");
        assertThat(page.select("iframe").attr("sandbox")).isEmpty();
        assertThat(page.select("iframe").hasAttr("sandbox")).isTrue();
        assertThat(page.select("iframe").attr("src")).isEqualTo(mail + "/html");

        browser.perform(get(mail + "/html"))
                .andExpect(header().string("Content-Security-Policy", startsWith("sandbox; default-src 'none'")));
        browser.perform(get(mail + "/files/0"))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Type", "application/octet-stream"))
                .andExpect(header().string("Content-Disposition", containsString("attachment; filename=")));
        assertThat(page.select(".files a").text()).isEqualTo("plan.html");
        assertThat(browser.perform(get(mail + "/source"))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("boundary=x", "alert(3)");
    }

    @Test
    void whatCannotBeReadIsStillShown() throws Exception {
        arrives("From: a\nSubject: =?x-unknown?Q?=FF?=\nContent-Type: text/plain; charset=x-unknown\n\nplain words\n");
        arrives("Content-Type: multipart/mixed; boundary=missing\n\nno parts at all\n");
        arrives("\n\n");

        assertThat(page("/demo/mail/" + address).select("tbody tr")).hasSize(3);
        for (var mail : server.mailbox(address).mails()) {
            page("/demo/mail/" + address + "/" + mail.uid());
        }
    }

    @Test
    void anUnknownMailboxOrMailIsNotFound() throws Exception {
        browser.perform(get("/demo/mail/nobody@nowhere.example")).andExpect(status().isNotFound());
        browser.perform(get("/demo/mail/service@frontline.example/999999")).andExpect(status().isNotFound());
    }

    @Test
    void aContactsMailGoesToTheAgencyUnderTheirName() throws Exception {
        browser.perform(multipart("/demo/mail")
                        .file(new MockMultipartFile("files", "brief.txt", "text/plain", "brief".getBytes()))
                        .param("from", "ceo@birch.example")
                        .param("to", address)
                        .param("subject", "The launch\r\nBcc: eve@evil.example")
                        .param("text", "Will it hold?"))
                .andExpect(status().is3xxRedirection());

        var got = ReadableMail.of(newest());
        assertThat(got.from()).isEqualTo("Charlotte Birch <ceo@birch.example>");
        assertThat(got.subject()).isEqualTo("The launch Bcc: eve@evil.example");
        assertThat(got.text()).isEqualTo("Will it hold?");
        assertThat(got.files()).extracting(ReadableMail.File::name).containsExactly("brief.txt");
    }

    @Test
    void anAnswerThreadsAndQuotesAsMailProgramsDo() throws Exception {
        var client = UUID.randomUUID() + "@birch.example";
        arrivesAt(
                client,
                "From: Anna <service@frontline.example>\nMessage-ID: <fl.2@frontline.example>\n"
                        + "References: <first@birch.example>\nSubject: Re: The launch\n\nThe date holds.\n");
        browser.perform(multipart("/demo/mail")
                        .param("from", client)
                        .param("to", address)
                        .param("subject", "Re: The launch")
                        .param("text", "Wonderful!")
                        .param(
                                "answers",
                                String.valueOf(
                                        server.mailbox(client).mails().get(0).uid())))
                .andExpect(status().is3xxRedirection());

        assertThat(newest().getHeader("In-Reply-To")).containsExactly("<fl.2@frontline.example>");
        var got = ReadableMail.of(newest());
        assertThat(got.references()).isEqualTo("<first@birch.example> <fl.2@frontline.example>");
        assertThat(got.text()).startsWith("Wonderful!\n\nOn ").contains("> The date holds.");
    }

    @Test
    void twoAddressesAreRefusedAndWhatWasWrittenStays() throws Exception {
        var page = Jsoup.parse(browser.perform(multipart("/demo/mail")
                        .param("from", "a@x.example, b@y.example")
                        .param("to", address)
                        .param("text", "kept words"))
                .andReturn()
                .getResponse()
                .getContentAsString());

        assertThat(page.select("[role=alert]").text()).contains("exactly one mail address");
        assertThat(page.select("textarea").text()).isEqualTo("kept words");
    }

    private MimeMessage newest() {
        return server.mailbox(address).mails().get(0).message();
    }

    private void arrives(String source) throws MessagingException {
        arrivesAt(address, source);
    }

    private void arrivesAt(String mailbox, String source) throws MessagingException {
        var bytes = source.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        server.mailbox(mailbox)
                .deliver(new MimeMessage((Session) null, new ByteArrayInputStream(bytes)), clock.instant());
    }

    private Document page(String path) throws Exception {
        var response = browser.perform(get(path))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse();
        return Jsoup.parse(response.getContentAsString(StandardCharsets.UTF_8));
    }
}
