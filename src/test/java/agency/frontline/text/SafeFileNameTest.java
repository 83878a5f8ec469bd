package agency.frontline.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A safe file name")
class SafeFileNameTest {

    @ParameterizedTest(name = "{0} becomes {1}")
    @DisplayName("names a file and nothing else (O09)")
    @CsvSource(
            textBlock =
                    """
            brief.pdf,                  brief.pdf
            ../../etc/passwd,           passwd
            'C:\\Users\\jane\\brief.pdf', brief.pdf
            ..\\x/..,                   file
            '',                         file
            ' . ',                      file
            .htaccess,                  htaccess
            'brief.pdf. . ',            brief.pdf
            'a<b>c:d"e|f?g*.txt',       a_b_c_d_e_f_g_.txt
            con,                        _con
            NUL.txt,                    _NUL.txt
            com1 .tar.gz,               _com1 .tar.gz
            LPT¹,                       _LPT¹
            console.txt,                console.txt
            Zażółć 日本 👩‍🚀.pdf,          Zażółć 日本 👩‍🚀.pdf
            """)
    void names(String given, String safe) {
        assertThat(SafeFileName.of(given)).isEqualTo(safe);
    }

    @Test
    @DisplayName("shows its real extension and breaks no header (O09)")
    void disguises() {
        assertThat(SafeFileName.of("invoice\u202Efdp.exe")).isEqualTo("invoicefdp.exe");
        assertThat(SafeFileName.of("a\r\nContent-Type: text_html\u0000.pdf"))
                .isEqualTo("a Content-Type_ text_html.pdf");
    }

    @Test
    @DisplayName("is of at most 150 characters and keeps its extension (O09)")
    void length() {
        assertThat(SafeFileName.of("a".repeat(300) + ".pdf")).isEqualTo("a".repeat(146) + ".pdf");
        assertThat(SafeFileName.of("😀".repeat(100) + ".x")).isEqualTo("😀".repeat(74) + ".x");
        assertThat(SafeFileName.of("a." + "b".repeat(300))).hasSize(150);
        assertThat(SafeFileName.of(".".repeat(200_000) + "x" + ".".repeat(200_000)))
                .isEqualTo("x");
    }

    @ParameterizedTest
    @DisplayName("is never empty")
    @ValueSource(strings = {"", "/", "\\", "\u202E", "\u0000", "...", "a/", "\u00A0"})
    void neverEmpty(String given) {
        assertThat(SafeFileName.of(given)).isEqualTo("file");
    }
}
