package agency.frontline.mail;

import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/** HTML that others wrote: made harmless for our pages, and made text for people and forms (S02). */
final class HtmlText {

    /** Longer HTML is cut before anything works on it (L07). */
    private static final int LONGEST = 4_000_000;

    /** No styles and no images: a remote picture tells its sender who reads when, and CSS can hide or move text. */
    private static final PolicyFactory HARMLESS = new HtmlPolicyBuilder()
            .allowElements(
                    "a",
                    "abbr",
                    "address",
                    "b",
                    "blockquote",
                    "br",
                    "caption",
                    "center",
                    "cite",
                    "code",
                    "dd",
                    "del",
                    "div",
                    "dl",
                    "dt",
                    "em",
                    "h1",
                    "h2",
                    "h3",
                    "h4",
                    "h5",
                    "h6",
                    "hr",
                    "i",
                    "ins",
                    "kbd",
                    "li",
                    "ol",
                    "p",
                    "pre",
                    "q",
                    "s",
                    "small",
                    "span",
                    "strike",
                    "strong",
                    "sub",
                    "sup",
                    "table",
                    "tbody",
                    "td",
                    "tfoot",
                    "th",
                    "thead",
                    "tr",
                    "tt",
                    "u",
                    "ul")
            .allowStandardUrlProtocols()
            .allowAttributes("href")
            .onElements("a")
            .requireRelsOnLinks("nofollow", "noopener", "noreferrer")
            .allowAttributes("colspan", "rowspan")
            .onElements("td", "th")
            .allowAttributes("dir", "lang")
            .globally()
            .toFactory();

    private static final Set<String> BLOCKS = Set.of(
            "address",
            "article",
            "blockquote",
            "center",
            "dd",
            "div",
            "dl",
            "dt",
            "fieldset",
            "figure",
            "footer",
            "form",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "header",
            "hr",
            "li",
            "main",
            "ol",
            "p",
            "pre",
            "section",
            "table",
            "tr",
            "ul");
    private static final Set<String> SPACED = Set.of("p", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "table");

    /** What mail programs put around the mail that is answered. */
    private static final String QUOTES = "blockquote[type=cite], blockquote.gmail_quote, blockquote#isReplyContent,"
            + " blockquote.protonmail_quote, .yahoo_quoted blockquote, .zmail_extra blockquote,"
            + " .gmail_quote > blockquote, .moz-cite-prefix + blockquote";

    /** The line above it, such as "On Tuesday Anna wrote:". */
    private static final String INTRODUCTIONS =
            ".gmail_attr, .moz-cite-prefix, .protonmail_quote > .protonmail_quote_header";

    /** From here on everything is the mail that is answered. */
    private static final String OLD_FROM_HERE =
            "#divRplyFwdMsg, #appendonsend, #mail-editor-reference-message-container,"
                    + " .OutlookMessageHeader, hr#stopSpelling,"
                    + " div[name=messageReplySection], #oriMsgHtmlSeperator, .ms-outlook-mobile-reference-message";

    private HtmlText() {}

    /** What may be shown on a page of ours: no scripts, forms, styles or remote content. */
    static String sanitised(String html) {
        return HARMLESS.sanitize(cut(html)).strip();
    }

    /**
     * What a person would read, as plain text. The mail that is answered is marked as plain-text mails mark it, for
     * {@link QuotedReply} to see.
     */
    static String toText(String html) {
        var document = Jsoup.parse(QuotedReply.withoutMarks(cut(html)));
        document.select("script, style, head, title, template, noscript, object, iframe, svg")
                .remove();
        markQuotes(document);
        var text = new Text();
        NodeTraversor.traverse(text, document.body());
        return text.toString();
    }

    private static void markQuotes(Document document) {
        for (var introduction : document.select(INTRODUCTIONS)) {
            introduction.prependText(String.valueOf(QuotedReply.INTRODUCTION));
        }
        var old = document.selectFirst(OLD_FROM_HERE);
        old = old != null ? old : outlookHeader(document);
        if (old != null) {
            old.before(new Element("p").text(String.valueOf(QuotedReply.OLD_FROM_HERE)));
        }
        for (var quote : document.select(QUOTES)) {
            quote.attr(Text.QUOTE, "");
        }
    }

    /** Outlook draws a line over "From: … Sent: …" and nothing else tells it from a line that somebody drew. */
    private static @Nullable Element outlookHeader(Document document) {
        return document.select("div[style*=border-top:solid]").stream()
                .limit(20)
                .filter(div ->
                        div.text().length() < 2000 && div.text().contains(": ") && div.selectFirst("b, p") != null)
                .findFirst()
                .orElse(null);
    }

    private static String cut(String html) {
        return html.length() > LONGEST ? html.substring(0, LONGEST) : html;
    }

    /** Writes text line by line, with a mark before each line of a quote. */
    private static final class Text implements NodeVisitor {

        static final String QUOTE = "data-quoted";

        private final StringBuilder out = new StringBuilder();
        private final StringBuilder line = new StringBuilder();
        private int quotes;
        private int preformatted;
        private boolean gap;

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode text) {
                write(text.getWholeText());
            } else if (node instanceof Element element) {
                open(element);
            }
        }

        private void open(Element element) {
            var name = element.normalName();
            if (name.equals("br")) {
                flush(true);
            } else if (BLOCKS.contains(name)) {
                flush(false);
                gap |= SPACED.contains(name);
            }
            if (name.equals("li")) {
                line.append("- ");
            } else if (name.equals("pre")) {
                preformatted++;
            } else if (name.equals("img") && !element.attr("alt").isBlank()) {
                write("[" + element.attr("alt").strip() + "]");
            } else if (element.hasAttr(QUOTE)) {
                quotes++;
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (!(node instanceof Element element)) {
                return;
            }
            var name = element.normalName();
            if (BLOCKS.contains(name)) {
                flush(false);
                gap |= SPACED.contains(name);
            } else if ((name.equals("td") || name.equals("th")) && !line.isEmpty()) {
                line.append(' ');
            }
            if (name.equals("pre")) {
                preformatted--;
            } else if (element.hasAttr(QUOTE)) {
                quotes--;
            }
        }

        private void write(String text) {
            if (preformatted > 0) {
                var lines = text.split("\n", -1);
                for (int i = 0; i < lines.length; i++) {
                    line.append(lines[i]);
                    if (i < lines.length - 1) {
                        flush(true);
                    }
                }
                return;
            }
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                boolean blank = c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\u00A0';
                if (!blank) {
                    line.append(c);
                } else if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
                    line.append(' ');
                }
            }
        }

        /** @param always an empty line counts, too */
        private void flush(boolean always) {
            var text = line.toString().stripTrailing();
            line.setLength(0);
            if (text.isEmpty() && !always) {
                return;
            }
            if (gap && !out.isEmpty() && !text.isEmpty()) {
                out.append(">".repeat(Math.min(quotes, 20))).append('\n');
            }
            gap = false;
            if (quotes > 0) {
                out.append(">".repeat(Math.min(quotes, 20))).append(' ');
            }
            out.append(text).append('\n');
        }

        @Override
        public String toString() {
            flush(false);
            return out.toString().replaceAll("\\n{3,}", "\n\n").strip();
        }
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\n", "<br>");
    }

    static boolean isHtml(String type) {
        return type.toLowerCase(Locale.ROOT).equals("text/html")
                || type.toLowerCase(Locale.ROOT).equals("application/xhtml+xml");
    }
}
