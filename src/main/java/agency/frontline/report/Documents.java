package agency.frontline.report;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jsoup.Jsoup;
import org.jsoup.helper.W3CDom;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The one way to a PDF (reliability.md B4). What a page refers to is never fetched, neither from the network nor from
 * this machine (S03), and it is parsed as HTML, which has no entities of its own to resolve (S04).
 */
@Component
public class Documents {

    private static final String FAMILY = "Source Sans 3";

    Documents() {
        // It tells every page of its own life at level INFO.
        XRLog.setLoggingEnabled(false);
    }

    /** The page as PDF/A-2u with its fonts in it, so that it reads the same everywhere and in ten years. */
    public byte[] pdf(String html) {
        var parsed = Jsoup.parse(html);
        // A page that names no font of ours would be blank: there are no others.
        parsed.head().prependElement("style").appendText("html { font-family: \"" + FAMILY + "\" }");
        var page = new W3CDom().fromJsoup(parsed);
        var out = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            var builder = new PdfRendererBuilder();
            builder.usePDDocument(document);
            builder.useFastMode();
            builder.usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_2_U);
            builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
            builder.useExternalResourceAccessControl(
                    (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
            builder.useExternalResourceAccessControl(
                    (uri, type) -> false, ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI);
            builder.useFont(font(document, "regular"), FAMILY, 400, FontStyle.NORMAL, true);
            builder.useFont(font(document, "semibold"), FAMILY, 600, FontStyle.NORMAL, true);
            builder.withProducer("Frontline");
            builder.withW3cDocument(page, "about:blank");
            builder.toStream(out);
            builder.run();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    /** Without ligatures: one glyph for "ft" is no letter to whoever searches, copies or listens to the document. */
    private static PDFontSupplier font(PDDocument document, String weight) throws IOException {
        try (var file = new ClassPathResource("documents/fonts/source-sans-3-" + weight + ".ttf").getInputStream()) {
            var font = new TTFParser().parse(new RandomAccessReadBuffer(file));
            font.setEnableGsub(false);
            return new PDFontSupplier(PDType0Font.load(document, font, true));
        }
    }
}
