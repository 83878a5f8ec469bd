package agency.frontline.notification;

import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.client.pledge.Pledge;
import agency.frontline.client.pledge.Pledges;
import agency.frontline.story.Cases;
import agency.frontline.story.FlowStory;
import agency.frontline.story.Pledged;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@FlowStory
@DisplayName("A pledge goes out as a mail to read and a document to keep")
class PledgeLetterTest {

    @Autowired
    Cases cases;

    @Autowired
    Pledged pledged;

    @Autowired
    Pledges pledges;

    @Autowired
    PledgeLetter letter;

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    void theMailCarriesTheDocumentAndTheVersionCountsAsSent() throws IOException {
        var client = cases.clientLike("BIRCH");
        var issue = cases.mailFrom(client.contacts().get(0).email(), "Welcome", "We are glad to work with you.");
        var pledge = pledged.offered(client, Map.of("emailHours", 1, "furtherPledges", "We bring <b>cake</b> & tea."));

        letter.send(
                new Letter(
                        issue.key() + ":pledge",
                        issue.head(),
                        client,
                        client.contacts().get(0),
                        new Person("manager", "Anna", "Nowak", "manager@frontline.example")),
                pledge);

        var mail = issue.lastToClient();
        assertThat(mail.text())
                .contains(
                        "A mail has its first answer within one working hour. (Measured: our first answers in time)",
                        "Odile Quist",
                        "(Not measured)",
                        "We bring <b>cake</b> & tea.");
        assertThat(mail.html()).contains("We bring &lt;b&gt;cake&lt;/b&gt; &amp; tea.");
        assertThat(mail.files()).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo("Service pledge " + client.code() + " v1.pdf");
            assertThat(text(file.content()))
                    .contains("within one working hour", "We bring <b>cake</b> & tea.", "version 1");
        });
        assertThat(pledges.get(client.code(), 1).state()).isEqualTo(Pledge.State.SENT);
    }

    @Test
    void theDocumentSaysWhoAcceptedItInTheClientsLanguage() throws IOException {
        var client = cases.clientLike("CEDAR");
        var pledge = pledged.accepts(client, Map.of("decisionWay", "Pocztą, najpóźniej w środę."));

        var pdf = letter.pdf(client, pledge, "pl");

        assertThat(text(pdf))
                .contains(
                        "Zobowiązanie, wersja 1", "Zgoda: Ragnar Quist", "Pocztą, najpóźniej w środę.", "Nie mierzymy");
        Files.createDirectories(Path.of("target/documents"));
        Files.write(Path.of("target/documents/pledge-pl.pdf"), pdf);
        Files.write(Path.of("target/documents/pledge-en.pdf"), letter.pdf(client, pledge, "en"));
    }
}
