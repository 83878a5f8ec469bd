package agency.frontline.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Takes the answered mail out of an answer, so that a person reads what is new. Cautious: answers written between the
 * lines keep their lines, forwarded mails stay whole, and nothing is taken out where nothing would be left.
 */
final class QuotedReply {

    /** Stands before the line that introduces a quote; put there by {@link HtmlText}. */
    static final char INTRODUCTION = '\uE000';

    /** Stands on a line of its own before an old mail that runs to the end; put there by {@link HtmlText}. */
    static final char OLD_FROM_HERE = '\uE001';

    private static final Pattern FORWARD = Pattern.compile("(?i)^\\s*(fwd?|fw|pd|przekaz|wg|tr|rv|i)\\s*:");
    private static final int LONGEST_INTRODUCTION = 300;
    private static final int INTRODUCTION_LINES = 4;

    /** How mail programs say "… wrote:" at the end of the line. */
    private static final Pattern WROTE = Pattern.compile("(?i)(wrote|writes|napisał\\(a\\)|napisał|napisała|napisano"
            + "|pisze|schrieb[^:]{0,120}|a écrit|ha scritto|escribió|escreveu|schreef[^:]{0,120}|skrev[^:]{0,120}"
            + "|napsal\\(a\\)|napsal|kirjoitti)\\s?:\\s*$");

    private static final Pattern OPENS = Pattern.compile(
            "(?i)^(on|w dniu|dnia|am|le|il|el|em|op|den|dne|at)\\s.*|^(pon|wt|śr|czw|pt|sob|niedz|mon|tue|wed|thu|fri|sat|sun)[a-zęó]*[.,]?\\s.*");
    private static final Pattern DIGIT = Pattern.compile("\\d");
    private static final Pattern ADDRESS_OR_TIME = Pattern.compile("@|\\d{1,2}[:.]\\d{2}");

    private static final Pattern ORIGINAL_MESSAGE = Pattern.compile(
            "(?i)^\\s*[-_]{2,}\\s*(original message|original appointment|wiadomość oryginalna|oryginalna wiadomość"
                    + "|ursprüngliche nachricht|message d'origine|mensaje original|messaggio originale)\\s*[-_]{2,}\\s*$");
    private static final Pattern FROM = field("from|od|von|de|da|van|från|fra");
    private static final Pattern WHEN = field("sent|date|wysłano|data|gesendet|datum|envoyé|enviado|inviato|verzonden");
    private static final Pattern TO_OR_SUBJECT =
            field("to|do|an|à|para|a|aan|till|til|subject|temat|betreff|objet|asunto|oggetto|onderwerp|ämne|emne");

    private QuotedReply() {}

    private static Pattern field(String names) {
        return Pattern.compile("(?i)^[>*\\s]{0,6}(" + names + ")\\s?:[*\\s].*");
    }

    /** What is new in this text; the whole text, without marks, where that cannot be told. */
    static String newIn(String text, String subject) {
        if (FORWARD.matcher(subject).find()) {
            return unmarked(text);
        }
        var lines = List.of(text.split("\n", -1));
        var fresh = unmarked(String.join("\n", withoutQuote(withoutOldMail(lines))));
        return fresh.isBlank() ? unmarked(text) : fresh;
    }

    /** Our marks are private characters that a sender could use as well. */
    static String withoutMarks(String text) {
        return text.replace(String.valueOf(INTRODUCTION), "").replace(String.valueOf(OLD_FROM_HERE), "");
    }

    private static String unmarked(String text) {
        return withoutMarks(text).replaceAll("\\n{3,}", "\n\n").strip();
    }

    /** Cuts at a block like Outlook's, from where the old mail runs to the end. */
    private static List<String> withoutOldMail(List<String> lines) {
        int lastQuoted = lastQuoted(lines);
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            boolean starts = line.indexOf(OLD_FROM_HERE) >= 0
                    || isShort(line) && ORIGINAL_MESSAGE.matcher(line).matches()
                    || isHeaderBlock(lines, i)
                    || lastQuoted < i && isIntroduction(lines, i) && isCertain(lines, i);
            if (starts && !isBlank(lines, 0, i)) {
                return lines.subList(0, withoutRuler(lines, i));
            }
        }
        return lines;
    }

    private static boolean isHeaderBlock(List<String> lines, int at) {
        if (!isShort(lines.get(at)) || !FROM.matcher(lines.get(at)).matches()) {
            return false;
        }
        boolean when = false;
        boolean toOrSubject = false;
        for (int i = at + 1; i < Math.min(lines.size(), at + 7); i++) {
            var line = lines.get(i);
            if (isShort(line)) {
                when |= WHEN.matcher(line).matches();
                toOrSubject |= TO_OR_SUBJECT.matcher(line).matches();
            }
        }
        return when && toOrSubject;
    }

    private static int withoutRuler(List<String> lines, int end) {
        int last = end;
        while (last > 0 && lines.get(last - 1).isBlank()) {
            last--;
        }
        return last > 0 && lines.get(last - 1).matches("[_-]{5,200}\\s*") ? last - 1 : end;
    }

    /** Takes out a quote with its introduction, if there is one quote only. */
    private static List<String> withoutQuote(List<String> lines) {
        var quotes = new ArrayList<int[]>();
        for (int i = 0; i < lines.size(); i++) {
            if (isQuoted(lines.get(i))) {
                int start = i;
                int end = i + 1;
                for (int j = i + 1;
                        j < lines.size()
                                && (isQuoted(lines.get(j)) || lines.get(j).isBlank());
                        j++) {
                    end = isQuoted(lines.get(j)) ? j + 1 : end;
                }
                quotes.add(new int[] {start, end});
                i = end - 1;
            }
        }
        if (quotes.size() != 1) {
            return lines; // Answers between the lines make no sense without the lines.
        }
        int start = quotes.get(0)[0];
        int end = quotes.get(0)[1];
        int introduction = introductionAbove(lines, start);
        boolean quotesInTheMiddle =
                introduction == start && !isBlank(lines, end, lines.size()) && !isBlank(lines, 0, start);
        if (quotesInTheMiddle) {
            return lines;
        }
        var rest = new ArrayList<>(lines.subList(0, introduction));
        rest.addAll(lines.subList(end, lines.size()));
        return rest;
    }

    private static int introductionAbove(List<String> lines, int quote) {
        int last = quote - 1;
        while (last >= 0 && lines.get(last).isBlank()) {
            last--;
        }
        for (int first = last; first >= 0 && first > last - INTRODUCTION_LINES; first--) {
            if (lines.get(first).isBlank()) {
                break;
            }
            if (isIntroduction(lines, first) && endsIntroduction(lines, first) == last) {
                return first;
            }
        }
        // "wrote:" without a date above it in the same line
        return last >= 0
                        && isShort(lines.get(last))
                        && WROTE.matcher(lines.get(last)).find()
                ? last
                : quote;
    }

    private static boolean isIntroduction(List<String> lines, int at) {
        return endsIntroduction(lines, at) >= 0;
    }

    /** The last line of the introduction that begins here; -1 if none does. */
    private static int endsIntroduction(List<String> lines, int at) {
        var first = lines.get(at);
        if (first.indexOf(INTRODUCTION) >= 0) {
            return at;
        }
        if (!isShort(first) || isQuoted(first) || !OPENS.matcher(first.strip()).matches() && !isDated(first)) {
            return -1;
        }
        var joined = new StringBuilder();
        for (int i = at; i < Math.min(lines.size(), at + INTRODUCTION_LINES); i++) {
            var line = lines.get(i).strip();
            if (line.isEmpty() || joined.length() + line.length() > LONGEST_INTRODUCTION || isQuoted(line)) {
                return -1;
            }
            joined.append(' ').append(line);
            if (line.endsWith(":") && WROTE.matcher(joined).find()) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isCertain(List<String> lines, int at) {
        if (lines.get(at).indexOf(INTRODUCTION) >= 0) {
            return true;
        }
        var joined = String.join(" ", lines.subList(at, endsIntroduction(lines, at) + 1));
        return OPENS.matcher(joined.strip()).matches() && isDated(joined);
    }

    /** Holds a number, and behind its beginning an address or a time. */
    private static boolean isDated(String line) {
        var number = DIGIT.matcher(line);
        return number.find()
                && ADDRESS_OR_TIME
                        .matcher(line)
                        .region(number.end(), line.length())
                        .find();
    }

    private static boolean isShort(String line) {
        return line.length() <= LONGEST_INTRODUCTION;
    }

    private static boolean isQuoted(String line) {
        return line.startsWith(">") || line.startsWith(" >");
    }

    private static int lastQuoted(List<String> lines) {
        int last = lines.size() - 1;
        while (last >= 0 && !isQuoted(lines.get(last))) {
            last--;
        }
        return last;
    }

    private static boolean isBlank(List<String> lines, int from, int to) {
        return lines.subList(from, to).stream().allMatch(String::isBlank);
    }
}
