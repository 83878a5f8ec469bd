package agency.frontline.notification;

import agency.frontline.client.Client;
import agency.frontline.client.pledge.Pledge;
import agency.frontline.client.pledge.Pledges;
import agency.frontline.mail.MailFile;
import agency.frontline.report.Documents;
import java.util.List;
import org.springframework.stereotype.Component;

/** A pledge on its way to the client: as a mail to read and as a document to keep (C-61). */
@Component
public class PledgeLetter {

    private final Letters letters;
    private final Pledges pledges;
    private final Documents documents;

    PledgeLetter(Letters letters, Pledges pledges, Documents documents) {
        this.letters = letters;
        this.pledges = pledges;
        this.documents = documents;
    }

    /**
     * Sends this version to the contact and notes that it went out. In the client's hours; the letter's purpose is
     * {@code sendServicePledge}.
     *
     * @return the Message-ID
     */
    public String send(Letter letter, Pledge pledge) {
        var sent = pledges.sent(pledge.client(), pledge.version());
        var language = letter.contact().language();
        var file = new MailFile(
                fileName(letter.client(), sent, language), "application/pdf", pdf(letter.client(), sent, language));
        return letters.pledge(letter, sent, List.of(file));
    }

    /** The version as PDF, in this language (a BCP 47 tag); where the client has accepted it, it says so. */
    public byte[] pdf(Client client, Pledge pledge, String language) {
        return documents.pdf(letters.pledgePage(client, pledge, language));
    }

    /** What the document is called in this language. */
    public String fileName(Client client, Pledge pledge, String language) {
        return letters.pledgeFile(client, pledge, language);
    }
}
