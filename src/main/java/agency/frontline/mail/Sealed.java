package agency.frontline.mail;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;

/** Says of mail whose words we cannot read what it is and what to ask its sender for (I16). It is kept as a file. */
final class Sealed {

    private static final String ASK = " Ask the sender to send it again without, or speak with them.";
    private static final String ENCRYPTED =
            "This mail is encrypted with %s, and nobody here can open it." + " It is kept as a file." + ASK;
    private static final String SIGNED =
            "The words of this mail are wrapped in an S/MIME signature that we do not open." + " It is kept as a file."
                    + ASK;

    /** What begins a CMS structure (RFC 5652): pkcs7 1.2.840.113549.1.7; the next byte says which one. */
    private static final byte[] PKCS7 = {0x2A, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xF7, 0x0D, 0x01, 0x07};

    private static final int SIGNED_DATA = 2;
    private static final int WHERE_IT_STANDS = 64;
    private static final int LONGEST_BEFORE_ARMOUR = 100_000;

    private Sealed() {}

    /** One sentence or two for each way in which a part is sealed. */
    static Set<String> notes(MimeParts parts, String text) {
        var notes = new LinkedHashSet<String>();
        for (var leaf : parts.leaves()) {
            if (leaf.type().equals("application/pkcs7-mime") || leaf.type().equals("application/x-pkcs7-mime")) {
                notes.add(isSigned(leaf.content()) ? SIGNED : ENCRYPTED.formatted("S/MIME"));
            } else if (leaf.type().equals("application/pgp-encrypted")) {
                notes.add(ENCRYPTED.formatted("PGP"));
            }
        }
        var start = text.substring(0, Math.min(text.length(), LONGEST_BEFORE_ARMOUR));
        if (start.contains("-----BEGIN PGP MESSAGE-----")) {
            notes.add(ENCRYPTED.formatted("PGP"));
        }
        return notes;
    }

    private static boolean isSigned(byte[] content) {
        int last = Math.min(content.length, WHERE_IT_STANDS) - PKCS7.length;
        for (int at = 0; at < last; at++) {
            if (Arrays.equals(content, at, at + PKCS7.length, PKCS7, 0, PKCS7.length)) {
                return content[at + PKCS7.length] == SIGNED_DATA;
            }
        }
        return false;
    }
}
