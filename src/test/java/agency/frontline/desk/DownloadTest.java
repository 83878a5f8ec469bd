package agency.frontline.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;

@DisplayName("A file is handed on by a harmless name, and never as a page")
class DownloadTest {

    @Test
    void aPlainNameStandsAsItIs() {
        assertThat(Download.named("plan 2.pdf")).isEqualTo("attachment; filename=\"plan 2.pdf\"");
    }

    @Test
    void anotherAlphabetKeepsItsLetters() {
        var header = Download.named("Żółć \"100%\".pdf");

        assertThat(header).matches("[\\x20-\\x7e]+").contains("filename=\"");
        assertThat(ContentDisposition.parse(header).getFilename()).isEqualTo("Żółć _100%_.pdf");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../etc/passwd",
                "..\\..\\boot.ini",
                "a.pdf\r\nSet-Cookie: x=1",
                "a\u0000b.pdf",
                "invoice\u202Efdp.exe",
                "\"; filename=\"evil.html"
            })
    void aTrickInTheNameDoesNotReachTheHeader(String name) {
        var header = Download.named(name);

        assertThat(header).startsWith("attachment; filename=\"").matches("[\\x20-\\x7e]+");
        assertThat(ContentDisposition.parse(header).getFilename())
                .doesNotContain("/", "\\", "..", "\"", "\n", "\u202E");
    }

    @Test
    void aLongNameIsCutAndKeepsItsEnding() {
        var name = ContentDisposition.parse(Download.named("x".repeat(300) + ".docx"))
                .getFilename();

        assertThat(name).hasSizeLessThanOrEqualTo(150).endsWith(".docx");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html",
                "application/xhtml+xml",
                "image/svg+xml",
                "text/xml",
                "application/javascript",
                "*/*",
                "no type"
            })
    void whatABrowserWouldRunIsMereBytes(String type) {
        assertThat(Download.type(type)).isEqualTo(MediaType.APPLICATION_OCTET_STREAM);
    }

    @Test
    void aPictureStaysAPicture() {
        assertThat(Download.type("image/png")).isEqualTo(MediaType.IMAGE_PNG);
    }
}
