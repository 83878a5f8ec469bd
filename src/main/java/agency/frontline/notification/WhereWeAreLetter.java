package agency.frontline.notification;

import agency.frontline.client.Client;
import agency.frontline.mail.MailFile;
import agency.frontline.report.Documents;
import java.util.List;
import org.springframework.stereotype.Component;

/** Where a plan stands, on its way to the client: as a page, as a document and as a mail, all from one source (C-80). */
@Component
public class WhereWeAreLetter {

    private final Letters letters;
    private final MailTemplates templates;
    private final Documents documents;

    WhereWeAreLetter(Letters letters, MailTemplates templates, Documents documents) {
        this.letters = letters;
        this.templates = templates;
        this.documents = documents;
    }

    /** The language that we can write in for this BCP 47 tag: itself, or English. */
    public String language(String tag) {
        return templates.language(tag).tag();
    }

    /** What the client reads, in this language. */
    public WhereWeArePage page(Client client, WhereWeAre where, String language) {
        return letters.whereWeAre(client, where, language);
    }

    /** The same as PDF. */
    public byte[] pdf(Client client, WhereWeAre where, String language) {
        return documents.pdf(letters.whereWeAreDocument(client, where, language));
    }

    /** "Where we are: Birch", in this language. */
    public String title(Client client, String language) {
        return WhereWeArePage.title(templates.language(language), client);
    }

    /** What the document is called in this language. */
    public String fileName(Client client, WhereWeAre where, String language) {
        return letters.whereWeAreFile(client, where, language);
    }

    /**
     * Sends it to the contact of the letter, in their language, with the document; the letter's purpose is
     * {@code sendPlanPage}.
     *
     * @param sendNow whether it may leave outside the client's hours (C-64)
     * @return the Message-ID
     */
    public String send(Letter letter, WhereWeAre where, boolean sendNow) {
        var language = letter.contact().language();
        var file = new MailFile(
                fileName(letter.client(), where, language), "application/pdf", pdf(letter.client(), where, language));
        return letters.whereWeAre(letter, where, List.of(file), sendNow);
    }

    /** What we suggest to say is normal in the phase of this plan; what the manager wrote is left aside. */
    public String suggestedNormal(WhereWeAre where, String language) {
        return templates.language(language).say("where.normal." + where.phase());
    }
}
