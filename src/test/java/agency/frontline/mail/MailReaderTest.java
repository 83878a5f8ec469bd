package agency.frontline.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Mail is read as people wrote it, whatever their mail programs did to it")
class MailReaderTest {

    @Test
    void aPlainMail() {
        var mail = Mails.read("plain");

        assertThat(mail.from().address()).isEqualTo("ceo@birch.example");
        assertThat(mail.from().name()).isEqualTo("Sarah Birch");
        assertThat(mail.doubt()).isNull();
        assertThat(mail.subject()).isEqualTo("The billboard in Leeds");
        assertThat(mail.text())
                .isEqualTo("Hello,\n\nthe billboard in Leeds shows the old logo. Can you look?\n\nSarah");
        assertThat(mail.html()).isNull();
        assertThat(mail.messageId()).isEqualTo("<plain-1@birch.example>");
        assertThat(mail.recipients()).containsExactly("service@frontline.example");
        assertThat(mail.automatic()).isNull();
        assertThat(mail.ours()).isFalse();
        assertThat(mail.bounce()).isEmpty();
    }

    @Nested
    @DisplayName("although something that belongs there is missing (I03)")
    class Incomplete {

        @Test
        void aMailWithoutAnIdGetsTheSameOneEachTime() {
            var id = Mails.read("I03-no-message-id").messageId();

            assertThat(id).matches("<[0-9a-f]{40}@no-id\\.invalid>");
            assertThat(Mails.read("I03-no-message-id").messageId()).isEqualTo(id);
            assertThat(Mails.read("I03-nothing-at-all").messageId()).isNotEqualTo(id);
        }

        @ParameterizedTest
        @ValueSource(strings = {"I03-no-from", "I03-nothing-at-all"})
        void aMailOfNobodyIsRead(String name) {
            var mail = Mails.read(name);

            assertThat(mail.from().address()).isEqualTo("unknown@unknown.invalid");
            assertThat(mail.doubt()).isEqualTo("This mail does not say who it is from.");
            assertThat(mail.text()).isNotBlank();
        }

        @Test
        void aBrokenFromIsGuessedButNotTrusted() {
            var mail = Mails.read("I03-broken-from");

            assertThat(mail.from().address()).isEqualTo("ceo@birch.example");
            assertThat(mail.doubt()).contains("missing or broken");
        }

        @ParameterizedTest
        @ValueSource(strings = {"I03-no-date", "I03-broken-date"})
        void nobodyNeedsTheSendersDate(String name) {
            assertThat(Mails.read(name).doubt()).isNull();
        }
    }

    @Nested
    @DisplayName("in any character set, named or not (I15)")
    class CharacterSets {

        @ParameterizedTest
        @CsvSource({
            "I15-ascii-that-is-utf8, Zażółć gęślą jaźń",
            "I15-latin1-that-is-utf8, Zażółć gęślą jaźń",
            "I15-utf8-that-is-windows, café “now”",
            "I15-unknown-charset, Grüße aus Köln",
            "I15-iso-8859-2, Zażółć",
            "I15-iso-2022-jp, 看板のロゴが古いです。",
            "I15-iso-2022-jp-unnamed, 看板のロゴが古いです。",
            "I15-utf-7, 'Grüße + Küsse, 1 €'",
            "I15-html-charset-in-meta, Zażółć",
            "I15-broken-quoted-printable, café =ZZ 100 % sure"
        })
        void theTextIsReadable(String name, String text) {
            assertThat(Mails.read(name).text()).isEqualTo(text);
        }

        @Test
        void whatIsLeftOfDamagedBase64() {
            assertThat(Mails.read("I15-broken-base64").text()).startsWith("The second half of this is damaged");
        }

        @Test
        void headersWithoutAnyEncoding() {
            var mail = Mails.read("I15-raw-8bit-header");

            assertThat(mail.subject()).isEqualTo("Größe des Plakats");
            assertThat(mail.from().name()).isEqualTo("Jürgen Groß");
        }

        @Test
        void encodedWordsThatCutACharacterInTwo() {
            assertThat(Mails.read("I15-encoded-word-cut-in-two").subject()).isEqualTo("Zażółć gęślą café ząbę");
        }
    }

    @Nested
    @DisplayName("in any form (I16)")
    class Forms {

        @Test
        void htmlAloneBecomesText() {
            assertThat(Mails.read("I16-html-only").text())
                    .isEqualTo("Leeds\n\nThe logo is old.\nPlease look.\n\n- Road side\n- Town side\n\nSize 3 m");
        }

        @Test
        void anAnswerToAnInvitationIsKeptBesideItsText() {
            var mail = Mails.read("I16-calendar-reply");

            assertThat(mail.text()).isEqualTo("Sarah has accepted.");
            assertThat(mail.attachments()).extracting(IncomingAttachment::name).containsExactly("invitation.ics");
        }

        @Test
        void aPictureInsideTheTextIsKeptAsSuch() {
            var mail = Mails.read("I16-inline-image");

            assertThat(mail.text()).isEqualTo("See the picture.");
            assertThat(mail.attachments()).singleElement().satisfies(picture -> {
                assertThat(picture.name()).isEqualTo("board.png");
                assertThat(picture.type()).isEqualTo("image/png");
                assertThat(picture.inline()).isTrue();
            });
        }

        @Test
        void anAnswerToAnInvitationWithoutTextIsPutInWords() {
            var mail = Mails.read("I16-calendar-reply-alone");

            assertThat(mail.text())
                    .isEqualTo("[Answer to an invitation: declined. “Kick-off, with Leeds”, begins 2026-03-12 09:30]");
            assertThat(mail.attachments()).extracting(IncomingAttachment::name).containsExactly("invitation.ics");
        }

        @Test
        void whatOutlookPackedIntoWinmailIsUnpackedAndMeetsTheRules() {
            var mail = Mails.read("I16-winmail");

            assertThat(mail.text()).isEqualTo("See the brief.");
            assertThat(mail.attachments()).singleElement().satisfies(brief -> {
                assertThat(brief.name()).isEqualTo("Brief für Leeds.pdf");
                assertThat(brief.type()).isEqualTo("application/pdf");
                assertThat(brief.content()).asString().startsWith("%PDF-1.4");
            });
            assertThat(mail.refused()).extracting(RefusedAttachment::name).containsExactly("tool.exe");
        }

        @Test
        void aMailThatIsNothingButWinmailIsReadFromIt() {
            var mail = Mails.read("I16-winmail-alone");

            assertThat(mail.text()).isEqualTo("The café board is old.");
            assertThat(mail.html()).contains("<b>café</b>");
            assertThat(mail.attachments()).isEmpty();
        }

        @Test
        void aWinmailThatCannotBeOpenedIsKeptAndTheManagerKnowsWhatToAskFor() {
            var mail = Mails.read("I16-winmail-broken");

            assertThat(mail.text())
                    .startsWith("[Outlook packed a part of this mail into “winmail.dat”, which we could not open;")
                    .contains("Ask the sender to send it again as HTML or plain text.]")
                    .endsWith("See the brief.");
            assertThat(mail.attachments()).extracting(IncomingAttachment::name).containsExactly("winmail.dat");
        }

        @ParameterizedTest
        @CsvSource({
            "I16-encrypted, encrypted with S/MIME, smime.p7m",
            "I16-pgp-mime, encrypted with PGP, encrypted.asc",
            "I16-smime-signed-opaque, wrapped in an S/MIME signature, smime.p7m"
        })
        void aSealedMailIsKeptAndTheManagerKnowsWhatToAskFor(String name, String what, String file) {
            var mail = Mails.read(name);

            assertThat(mail.text())
                    .startsWith("[")
                    .contains(what)
                    .endsWith("Ask the sender to send it again without, or speak with them.]");
            assertThat(mail.attachments()).extracting(IncomingAttachment::name).contains(file);
        }

        @Test
        void wordsEncryptedInTheTextStandBelowTheNote() {
            assertThat(Mails.read("I16-pgp-inline").text())
                    .startsWith("[This mail is encrypted with PGP, and nobody here can open it.")
                    .contains("speak with them.]\n\n-----BEGIN PGP MESSAGE-----");
        }

        @Test
        void aSignatureBesideTheTextIsOnlyAFile() {
            var mail = Mails.read("I16-smime-signed");

            assertThat(mail.text()).isEqualTo("The board is old, and this is signed.");
            assertThat(mail.attachments()).extracting(IncomingAttachment::name).containsExactly("smime.p7s");
        }

        @Test
        void aMailTooLargeToFetchKeepsItsHead() {
            var mail = new MailReader(Mails.settings()).readHeader(Mails.source("plain"), 60L << 20);

            assertThat(mail.subject()).isEqualTo("The billboard in Leeds");
            assertThat(mail.text()).contains("60 MB").contains("at most 50 MB");
            assertThat(mail.refused()).singleElement().satisfies(file -> assertThat(file.why())
                    .isEqualTo("This mail has 60 MB; mails of at most 50 MB are fetched. It is still in the mailbox."));
        }
    }

    @Nested
    @DisplayName("without harm")
    class Harmless {

        @Test
        void activeHtmlLosesAllThatActsOrLoads() {
            var mail = Mails.read("S02-active-html");

            assertThat(mail.html())
                    .contains("Hello")
                    .contains("https://birch.example/brief")
                    .doesNotContainIgnoringCase("script")
                    .doesNotContain("trap.example", "alert", "<img", "<form", "<iframe", "style", "onload", "<base");
            assertThat(mail.text())
                    .contains("Hello there")
                    .contains("the brief")
                    .doesNotContain("alert");
        }

        @Test
        void aNameOfAFileIsOnlyAName() {
            assertThat(Mails.read("O09-file-names").attachments())
                    .extracting(IncomingAttachment::name)
                    .allSatisfy(name -> assertThat(name).hasSizeLessThanOrEqualTo(150))
                    .contains("passwd", "plan na maj żółty.pdf", "split in two.pdf", "żółty.pdf")
                    .hasSize(6);
            assertThat(Mails.read("S06-traversal").attachments())
                    .extracting(IncomingAttachment::name)
                    .noneMatch(name -> name.contains("/") || name.contains("\\") || name.contains("\0"))
                    .contains("win.ini", "shadow")
                    .hasSize(4);
        }

        @Test
        void programsAreRefusedWithASentenceWhateverTheyAreCalled() {
            var mail = Mails.read("F30-programs");

            assertThat(mail.refused())
                    .extracting(RefusedAttachment::name)
                    .containsExactly("setup.exe", "invoice.pdf", "invoicefdp.exe");
            assertThat(mail.refused())
                    .extracting(RefusedAttachment::why)
                    .containsOnly(
                            "This file is or contains a program; programs are never kept. Ask the sender for a document.");
            assertThat(mail.attachments()).singleElement().satisfies(page -> {
                assertThat(page.name()).isEqualTo("brief.pdf");
                assertThat(page.type()).isEqualTo("text/html");
            });
        }

        @Test
        void aFileThatIsTooLargeIsRefusedWithASentence() {
            var mail = Mails.read(withFile(30 << 20));

            assertThat(mail.attachments()).isEmpty();
            assertThat(mail.refused()).singleElement().satisfies(file -> {
                assertThat(file.name()).isEqualTo("film.mp4");
                assertThat(file.why())
                        .isEqualTo("This file has 30 MB; files of at most 25 MB are kept."
                                + " Ask the sender for a smaller one or a link.");
            });
        }

        @Test
        void lineBreaksInHeadersStayOnOneLine() {
            var mail = Mails.read("S19-line-breaks-in-headers");

            assertThat(mail.subject()).isEqualTo("One 2026-03-02 ERROR forged line");
            assertThat(mail.from().name()).isEqualTo("Sarah ERROR forged");
        }

        @Test
        void controlCharactersAreTakenOut() {
            assertThat(Mails.read("D03-control-characters").text()).isEqualTo("nulbellbom\nnext\u202ertl \uD83D\uDE00");
        }

        @Test
        void aLongSubjectIsCut() {
            assertThat(Mails.read("D05-long-subject").subject()).hasSize(200).endsWith("…");
        }

        @Test
        void expressionsAreWords() {
            var mail = Mails.read("D07-expressions");

            assertThat(mail.subject()).isEqualTo("${1+1} #{2+2} [[${3}]]");
            assertThat(mail.text()).isEqualTo("${1+1} #{2+2} [[${3+3}]] __${4}__ {{5}} <b>bold</b>");
        }

        @ParameterizedTest
        @ValueSource(ints = {3_999, 4_000, 4_001, 1_000_000})
        void textOfAnyLengthIsKept(int length) {
            var text = "x".repeat(length);

            assertThat(Mails.read(Mails.of("From: ceo@birch.example\n", text)).text())
                    .isEqualTo(text);
        }

        @Test
        void longerTextSaysThatItGoesOn() {
            var text = Mails.read(Mails.of("From: ceo@birch.example\n", "\uD83D\uDE00".repeat(600_000)))
                    .text();

            assertThat(text).hasSizeLessThanOrEqualTo(1_000_000).endsWith("The whole mail is kept.]");
        }

        private byte[] withFile(int size) {
            return Mails.of(
                    """
                    From: ceo@birch.example
                    Content-Type: multipart/mixed; boundary=m
                    """,
                    """
                    --m

                    See the film.
                    --m
                    Content-Type: video/mp4
                    Content-Disposition: attachment; filename=film.mp4
                    Content-Transfer-Encoding: base64

                    %s
                    --m--
                    """
                            .formatted(Base64.getMimeEncoder().encodeToString(new byte[size])));
        }
    }

    @Nested
    @DisplayName("or refused before it costs anything (I14)")
    class Bombs {

        @Test
        void partsInsideEachOther() {
            var source = new StringBuilder("From: ceo@birch.example\n");
            for (int level = 0; level < 4_000; level++) {
                source.append("Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n".formatted(level, level));
            }
            assertRefused(source.toString(), "more than 20 parts inside each other");
        }

        @Test
        void partsBesideEachOther() {
            var source = "From: ceo@birch.example\nContent-Type: multipart/mixed; boundary=b\n\n"
                    + "--b\n\nx\n".repeat(10_000);
            assertRefused(source, "more than 500 parts");
        }

        @Test
        void headersWithoutEnd() {
            assertRefused("X-Header: x\n".repeat(5_000) + "\nText", "cannot read");
        }

        @Test
        void aLineWithoutEndInTheHeader() {
            assertRefused("X-Header: " + "x".repeat(1_000_000) + "\n\nText", "cannot read");
        }

        @Test
        void stillShowsWhoSentIt() {
            var bomb = Mails.of("From: ceo@birch.example\nSubject: Boom\n" + "X-Header: x\n".repeat(5_000), "Text");

            var shown = new MailReader(Mails.settings()).readUnreadable(bomb, "We could not read this mail.");

            assertThat(shown.from().address()).isEqualTo("ceo@birch.example");
            assertThat(shown.subject()).isEqualTo("Boom");
            assertThat(shown.text()).isEqualTo("[We could not read this mail.]");
        }

        private void assertRefused(String source, String why) {
            assertThatThrownBy(() -> new MailReader(Mails.settings())
                            .read(source.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII)))
                    .isInstanceOf(Unreadable.class)
                    .hasMessageContaining(why);
        }
    }

    @Nested
    @DisplayName("with all that leads to its case")
    class Threading {

        @Test
        void theNearestReferenceFirst() {
            var mail = Mails.read(
                    Mails.of("From: ceo@birch.example\nIn-Reply-To: <c@x>\nReferences: <a@x> <b@x>\n <c@x>\n", "Text"));

            assertThat(mail.references()).containsExactly("<c@x>", "<b@x>", "<a@x>");
        }

        @Test
        void ourMarkInTheQuotedBody() {
            var mail = Mails.read("O06-marker-in-body");

            assertThat(mail.caseNumbers()).containsExactly("ISS-2026-00042");
            assertThat(mail.text()).isEqualTo("Yes, that works.");
        }

        @Test
        void theNumberThatPeopleSayInTheSubject() {
            assertThat(Mails.read(Mails.of(
                                    "From: a@x.example\nSubject: About ISS-2026-00007\n", "Like ISS-2026-00001."))
                            .caseNumbers())
                    .containsExactly("ISS-2026-00007");
        }

        @Test
        void thePlusAddressOnlyWhereConfigured() throws Unreadable {
            var source = Mails.of("From: a@x.example\nTo: Service+iss-2026-00007@frontline.example\n", "Text");

            assertThat(Mails.read(source).caseNumbers()).isEmpty();
            assertThat(new MailReader(Mails.settings("plus-addressing", "true"))
                            .read(source)
                            .caseNumbers())
                    .containsExactly("ISS-2026-00007");
        }

        @Test
        void whatOurServerThinksOfTheSender() {
            assertThat(Mails.read("I19-dmarc-passed").authentication()).isEqualTo("spf=pass dkim=pass dmarc=pass");
            assertThat(Mails.read("I19-dmarc-passed").doubt()).isNull();
            assertThat(Mails.read("I19-dmarc-failed").doubt()).contains("DMARC failed");
            assertThat(Mails.read("I19-name-that-looks-like-an-address").from().address())
                    .isEqualTo("someone@evil.example");
        }
    }
}
