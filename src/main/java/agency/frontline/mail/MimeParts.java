package agency.frontline.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RawFieldParser;
import org.apache.james.mime4j.stream.RecursionMode;
import org.apache.james.mime4j.util.ByteArrayBuffer;
import org.apache.james.mime4j.util.MimeParameterMapping;
import org.jspecify.annotations.Nullable;

/**
 * Takes a mail apart in one pass over its bytes, without building a tree: a few hundred kilobytes of nested parts cost
 * a tree builder seconds (I14). Mails inside a mail stay whole.
 *
 * @param leaves the parts that hold something, in order
 */
record MimeParts(List<Leaf> leaves) {

    static final int DEEPEST = 20;
    static final int MOST_PARTS = 500;
    private static final int LONGEST_LINE = 200_000; // of a header: long lists of references are real
    private static final int MOST_FIELDS = 1000; // of one part
    private static final int LONGEST_PREAMBLE = 1_000_000;
    private static final String RELATED = "related";
    private static final String ALTERNATIVE = "alternative";

    /**
     * A part with its transfer encoding taken off.
     *
     * @param type in lower case, such as {@code text/plain}; as declared, so not to be trusted
     * @param disposition in lower case; empty when the mail names none
     * @param choice which set of alternatives it belongs to; null when it stands for itself
     * @param related stands beside an HTML text that may show it
     */
    record Leaf(
            String type,
            @Nullable String charset,
            String disposition,
            @Nullable String fileName,
            @Nullable Integer choice,
            boolean related,
            byte[] content) {

        boolean isFile() {
            return fileName != null || disposition.equals("attachment");
        }
    }

    private record Container(String kind, @Nullable Integer choice) {}

    static MimeParts of(byte[] raw) throws Unreadable {
        try {
            return new Reading(raw).run();
        } catch (MimeException | IOException | RuntimeException broken) {
            throw new Unreadable("This mail is broken in a way that we cannot read: " + broken.getMessage());
        }
    }

    private static final class Reading {

        private final MimeTokenStream stream;
        private final List<Leaf> leaves = new ArrayList<>();
        private final Deque<Container> containers = new ArrayDeque<>();
        private Headers headers = new Headers();
        private byte[] preamble = new byte[0];
        private int parts;
        private int choices;

        Reading(byte[] raw) {
            stream = new MimeTokenStream(new MimeConfig.Builder()
                    .setMaxLineLen(LONGEST_LINE)
                    .setMaxHeaderLen(LONGEST_LINE)
                    .setMaxHeaderCount(MOST_FIELDS)
                    .setMaxContentLen(-1)
                    .build());
            stream.setRecursionMode(RecursionMode.M_NO_RECURSE);
            stream.parse(new ByteArrayInputStream(raw));
        }

        MimeParts run() throws MimeException, IOException, Unreadable {
            for (var state = stream.getState(); state != EntityState.T_END_OF_STREAM; state = stream.next()) {
                switch (state) {
                    case T_START_HEADER -> headers = new Headers();
                    case T_FIELD -> field(stream.getField());
                    case T_START_MULTIPART -> enter();
                    case T_END_MULTIPART -> containers.pop();
                    case T_START_BODYPART -> count();
                    case T_PREAMBLE -> preamble(stream.getInputStream());
                    case T_BODY -> leaves.add(leaf());
                    default -> {}
                }
            }
            if (leaves.isEmpty() && preamble.length > 0) {
                // A wrong or missing boundary: everything stands before the first part that never comes.
                leaves.add(new Leaf("text/plain", null, "", null, null, false, preamble));
            }
            return new MimeParts(List.copyOf(leaves));
        }

        private void field(Field field) {
            var bytes = field.getRaw();
            headers.add(
                    bytes != null
                            ? bytes.toByteArray()
                            : (field.getName() + ":" + field.getBody()).getBytes(StandardCharsets.UTF_8));
        }

        private void enter() throws Unreadable {
            if (containers.size() == DEEPEST) {
                throw new Unreadable("This mail has more than %d parts inside each other.".formatted(DEEPEST));
            }
            var kind = stream.getBodyDescriptor().getSubType().toLowerCase(Locale.ROOT);
            var outer = containers.peek();
            var choice = outer == null ? null : outer.choice();
            if (choice == null && kind.equals(ALTERNATIVE)) {
                choice = choices++;
            }
            containers.push(new Container(kind, choice));
        }

        private void count() throws Unreadable {
            if (++parts > MOST_PARTS) {
                throw new Unreadable("This mail has more than %d parts.".formatted(MOST_PARTS));
            }
        }

        private void preamble(InputStream in) throws IOException {
            var read = in.readNBytes(LONGEST_PREAMBLE);
            preamble = preamble.length == 0 ? read : preamble;
        }

        private Leaf leaf() throws IOException {
            var container = containers.peek();
            var descriptor = stream.getBodyDescriptor();
            var type = parameters("content-type");
            var disposition = parameters("content-disposition");
            var name = disposition.get("filename").or(() -> type.get("name")).orElse(null);
            return new Leaf(
                    descriptor.getMimeType().toLowerCase(Locale.ROOT),
                    type.get("charset").orElse(null),
                    headers.token("content-disposition"),
                    name == null || name.isBlank() ? null : EncodedWords.decode(name),
                    container == null ? null : container.choice(),
                    containers.stream().anyMatch(around -> around.kind().equals(RELATED)),
                    stream.getDecodedInputStream().readAllBytes());
        }

        private Parameters parameters(String field) {
            var value = headers.first(field).orElse("");
            var mapping = new MimeParameterMapping();
            var plain = new java.util.HashMap<String, String>();
            try {
                var bytes = (field + ": " + value).getBytes(StandardCharsets.UTF_8);
                var raw = RawFieldParser.DEFAULT.parseField(new ByteArrayBuffer(bytes, true));
                for (var parameter : RawFieldParser.DEFAULT.parseRawBody(raw).getParams()) {
                    plain.putIfAbsent(
                            parameter.getName().toLowerCase(Locale.ROOT),
                            parameter.getValue() == null ? "" : parameter.getValue());
                    mapping.addParameter(parameter.getName().toLowerCase(Locale.ROOT), parameter.getValue());
                }
            } catch (MimeException | RuntimeException broken) {
                // The part stays, without what its header could not say.
                return new Parameters(mapping, plain);
            }
            return new Parameters(mapping, plain);
        }
    }

    private record Parameters(MimeParameterMapping mapping, Map<String, String> plain) {

        Optional<String> get(String name) {
            try {
                return Optional.ofNullable(mapping.get(name)).or(() -> Optional.ofNullable(plain.get(name)));
            } catch (RuntimeException broken) {
                return Optional.ofNullable(plain.get(name));
            }
        }
    }
}
