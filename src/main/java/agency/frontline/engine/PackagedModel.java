package agency.frontline.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * A file that Frontline brings along and deploys.
 *
 * @param resource its path below the root of the package, which is also its name in the engine
 */
record PackagedModel(String resource, byte[] content, List<Definition> definitions) {

    /** The three things a process owner may change without a release. */
    enum Kind {
        PROCESS,
        DECISION,
        FORM
    }

    /** What a file defines; the key is what people and other models call it by. */
    record Definition(Kind kind, String key) {}

    static PackagedModel of(String resource, byte[] content) {
        return new PackagedModel(resource, content, definitionsIn(resource, content));
    }

    private static List<Definition> definitionsIn(String resource, byte[] content) {
        try {
            if (resource.endsWith(".form")) {
                var id = new ObjectMapper().readTree(content).path("id").asText();
                return List.of(new Definition(Kind.FORM, id));
            }
            var document = read(content);
            return resource.endsWith(".dmn")
                    ? ids(document, "decision", Kind.DECISION)
                    : ids(document, "process", Kind.PROCESS);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(resource + " in the package cannot be read", unreadable);
        }
    }

    private static List<Definition> ids(Document document, String element, Kind kind) {
        var found = document.getElementsByTagNameNS("*", element);
        return IntStream.range(0, found.getLength())
                .mapToObj(found::item)
                .map(Element.class::cast)
                .filter(definition -> kind != Kind.PROCESS || "true".equals(definition.getAttribute("isExecutable")))
                .map(definition -> new Definition(kind, definition.getAttribute("id")))
                .toList();
    }

    /** An XML document, without entities. */
    static Document read(byte[] xml) throws IOException {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            // The default one writes to the console.
            builder.setErrorHandler(null);
            return builder.parse(new ByteArrayInputStream(xml));
        } catch (SAXParseException noXml) {
            throw new IOException(
                    "line %d, column %d: %s"
                            .formatted(noXml.getLineNumber(), noXml.getColumnNumber(), noXml.getMessage()),
                    noXml);
        } catch (SAXException | ParserConfigurationException noXml) {
            throw new IOException(noXml.getMessage(), noXml);
        }
    }

    /** SHA-256 of the content, in hexadecimal digits. */
    String digest() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
