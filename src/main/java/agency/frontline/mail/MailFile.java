package agency.frontline.mail;

import java.util.Arrays;
import java.util.Objects;

/**
 * A file that goes along with a mail of ours.
 *
 * @param name as the reader saves it
 * @param type media type with its parameters, such as {@code text/calendar; method=PUBLISH; charset=UTF-8}
 */
public record MailFile(String name, String type, byte[] content) {

    /** The type without its parameters. */
    public String bareType() {
        return type.split(";", 2)[0].strip();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MailFile file
                && name.equals(file.name)
                && type.equals(file.type)
                && Arrays.equals(content, file.content);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, type, Arrays.hashCode(content));
    }

    @Override
    public String toString() {
        return name + " (" + type + ", " + content.length + " bytes)";
    }
}
