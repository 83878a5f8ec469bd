package agency.frontline.report;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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
        var builder = new PdfRendererBuilder();
        builder.useFastMode();
        builder.usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_2_U);
        builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
        builder.useExternalResourceAccessControl(
                (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        builder.useExternalResourceAccessControl(
                (uri, type) -> false, ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI);
        builder.useFont(font("regular"), FAMILY, 400, FontStyle.NORMAL, true);
        builder.useFont(font("semibold"), FAMILY, 600, FontStyle.NORMAL, true);
        builder.withProducer("Frontline");
        builder.withW3cDocument(page, "about:blank");
        builder.toStream(out);
        try {
            builder.run();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private static FSSupplier<InputStream> font(String weight) {
        var file = new ClassPathResource("documents/fonts/source-sans-3-" + weight + ".ttf");
        return () -> {
            try {
                return file.getInputStream();
            } catch (IOException missing) {
                throw new UncheckedIOException(missing);
            }
        };
    }
}
