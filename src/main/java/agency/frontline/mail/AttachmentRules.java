package agency.frontline.mail;

import agency.frontline.text.SafeFileName;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.tika.Tika;
import org.springframework.util.unit.DataSize;

/** Which files are kept and which are refused, with the sentence why (F30). Nothing is unpacked or decoded (S07). */
final class AttachmentRules {

    private static final Tika TIKA = new Tika();
    private static final Pattern TYPE = Pattern.compile("[a-z0-9.+-]{1,80}/[a-z0-9.+-]{1,100}");
    private static final String UNKNOWN = "application/octet-stream";

    /** What a double click would run, by the ends of names. */
    private static final Set<String> PROGRAM_ENDINGS = Set.of(
            "ade", "adp", "apk", "app", "appx", "bat", "chm", "cmd", "com", "cpl", "dll", "dmg", "exe", "hta", "ins",
            "iso", "isp", "jar", "jse", "js", "lib", "lnk", "mde", "msc", "msi", "msix", "msp", "mst", "nsh", "pif",
            "ps1", "psm1", "reg", "scf", "scr", "sct", "sh", "shb", "sys", "vb", "vbe", "vbs", "vxd", "wsc", "wsf",
            "wsh", "xll");

    /** The same by content, whatever the name says. */
    private static final Set<String> PROGRAM_TYPES = Set.of(
            "application/x-msdownload",
            "application/x-dosexec",
            "application/vnd.microsoft.portable-executable",
            "application/x-executable",
            "application/x-elf",
            "application/x-sharedlib",
            "application/x-object",
            "application/x-mach-o",
            "application/x-mach-o-executable",
            "application/x-mach-o-universal",
            "application/java-vm",
            "application/java-archive",
            "application/x-ms-installer",
            "application/x-ms-shortcut",
            "application/x-sh",
            "application/x-bat",
            "application/x-iso9660-image",
            "application/x-apple-diskimage");

    private static final Map<String, String> ENDING_OF = Map.of(
            "text/calendar", "invitation.ics",
            "message/rfc822", "mail.eml",
            "text/html", "text.html",
            "text/plain", "text.txt",
            "image/png", "picture.png",
            "image/jpeg", "picture.jpg",
            "image/gif", "picture.gif",
            "application/pdf", "document.pdf");

    private final DataSize most;

    AttachmentRules(DataSize most) {
        this.most = most;
    }

    /** Puts the file among the kept or the refused ones. */
    void sort(MimeParts.Leaf leaf, List<IncomingAttachment> kept, List<RefusedAttachment> refused) {
        var name = SafeFileName.of(leaf.fileName() != null ? leaf.fileName() : ENDING_OF.getOrDefault(leaf.type(), ""));
        var type = typeOf(leaf.content(), name);
        if (leaf.content().length > most.toBytes()) {
            refused.add(new RefusedAttachment(
                    name,
                    "This file has %s; files of at most %s are kept. Ask the sender for a smaller one or a link."
                            .formatted(readable(leaf.content().length), readable(most.toBytes()))));
        } else if (isProgram(name, type)) {
            refused.add(new RefusedAttachment(
                    name,
                    "This file is or contains a program; programs are never kept. Ask the sender for a document."));
        } else {
            kept.add(new IncomingAttachment(
                    name,
                    type,
                    leaf.content(),
                    leaf.related() && !leaf.disposition().equals("attachment")));
        }
    }

    private static boolean isProgram(String name, String type) {
        var ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return name.contains(".") && PROGRAM_ENDINGS.contains(ending) || PROGRAM_TYPES.contains(type);
    }

    private static String typeOf(byte[] content, String name) {
        var type = TIKA.detect(content, name).split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return TYPE.matcher(type).matches() ? type : UNKNOWN;
    }

    static String readable(long bytes) {
        return bytes < 1024 * 1024 ? Math.max(1, bytes / 1024) + " KB" : bytes / (1024 * 1024) + " MB";
    }
}
