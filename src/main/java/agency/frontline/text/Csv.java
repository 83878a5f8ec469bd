package agency.frontline.text;

import agency.frontline.text.Refusal.FieldError;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A list as spreadsheets write it: UTF-8, with or without a byte order mark, the cells apart by comma, semicolon (as Excel
 * writes where the comma is the decimal sign) or tab. What is no such file is refused as a whole; what is wrong with a
 * single line is told with the number of the line, and the reading goes on.
 */
public final class Csv {

    private static final String FILE = "file";
    private static final String SAVE_ANEW = "save it as \"CSV UTF-8\" and send that.";

    /** What a spreadsheet takes for the beginning of a formula (S05); no name and no number of ours begins so. */
    private static final String FORMULA = "=+-@";

    /**
     * One line that is no blank one.
     *
     * @param line as an editor counts them, from 1, of the line where it begins; a cell may hold line breaks
     */
    public record Row(long line, Map<String, String> cells) {

        /** What stands in this column, tidied. */
        public String cell(String column) {
            return tidy(cells.getOrDefault(column, ""));
        }

        /** Told as "line 7, tier". */
        public FieldError fault(String column, String message) {
            return new FieldError("line %d, %s".formatted(line, column), message);
        }
    }

    private final List<String> columns;
    private final String header;
    private final String nothing;

    /**
     * @param columns the names in the first line, in any order there
     * @param nothing what is told where no line follows it, with %s for what the first line must be
     */
    public Csv(List<String> columns, String nothing) {
        this.columns = List.copyOf(columns);
        this.header = "The first line must be " + String.join(",", columns) + ".";
        this.nothing = nothing;
    }

    /** The lines that can be read; each that cannot is added to the faults. Refused when it is no such file at all. */
    public List<Row> read(byte[] file, List<FieldError> faults) {
        var rows = new ArrayList<Row>();
        read(text(file), rows, faults);
        return rows;
    }

    private void read(String text, List<Row> rows, List<FieldError> faults) {
        var reader = CsvReader.builder()
                .fieldSeparator(separator(text))
                .allowExtraCharsAfterClosingQuote(false)
                .allowUnclosedQuote(false)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(text);
        var places = new ArrayList<String>();
        var line = 0L;
        try {
            for (var written : reader) {
                line = written.getStartingLineNumber();
                if (written.getFields().stream().allMatch(cell -> tidy(cell).isEmpty())) {
                    continue;
                }
                if (places.isEmpty()) {
                    places.addAll(columns(written));
                } else {
                    row(written, places, rows, faults);
                }
            }
        } catch (CsvParseException unreadable) {
            faults.add(new FieldError(
                    line == 0 ? "line 1" : "below line " + line,
                    "The quotation marks do not match, so nothing from here on can be read. Put \" before and behind"
                            + " the cell, and write each one within it twice."));
        }
        if (rows.isEmpty() && faults.isEmpty()) {
            throw Refusal.of(FILE, nothing.formatted(header));
        }
    }

    private List<String> columns(CsvRecord first) {
        var known = columns.stream().collect(Collectors.toMap(Csv::plain, column -> column));
        var wrong = new ArrayList<FieldError>();
        var places = new ArrayList<String>();
        for (var cell : first.getFields()) {
            var column = known.get(plain(cell));
            var field = "line %d, %s".formatted(first.getStartingLineNumber(), tidy(cell));
            if (column == null) {
                wrong.add(new FieldError(field, "There is no such column. " + header));
            } else if (places.contains(column)) {
                wrong.add(new FieldError(field, "This column stands here twice; leave one out."));
            }
            places.add(column == null ? "" : column);
        }
        columns.stream()
                .filter(column -> !places.contains(column))
                .map(column -> new FieldError(
                        "line %d, %s".formatted(first.getStartingLineNumber(), column),
                        "This column is missing. " + header))
                .forEach(wrong::add);
        if (!wrong.isEmpty()) {
            throw Refusal.of(wrong);
        }
        return places;
    }

    private static String plain(String name) {
        return tidy(name).toLowerCase(Locale.ROOT);
    }

    private void row(CsvRecord written, List<String> places, List<Row> rows, List<FieldError> faults) {
        if (written.getFieldCount() != places.size()) {
            faults.add(new FieldError(
                    "line " + written.getStartingLineNumber(),
                    "This line has %d cells and the header %d. A cell that holds the separator needs quotation marks"
                                    .formatted(written.getFieldCount(), places.size())
                            + " around it."));
            return;
        }
        var cells = new HashMap<String, String>();
        for (var place = 0; place < places.size(); place++) {
            cells.put(places.get(place), written.getField(place));
        }
        var row = new Row(written.getStartingLineNumber(), cells);
        columns.stream()
                .filter(column -> isFormula(row.cell(column)))
                .map(column -> row.fault(
                        column,
                        "A spreadsheet takes this for a formula; begin with a letter or a digit, or leave it empty."))
                .forEach(faults::add);
        rows.add(row);
    }

    private static String tidy(String cell) {
        return SafeText.line(cell, Integer.MAX_VALUE);
    }

    private static boolean isFormula(String cell) {
        return !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0;
    }

    /** Whichever of the three stands most often in the header; no name of a column holds one. */
    private static char separator(String text) {
        var header = text.strip().lines().findFirst().orElse("");
        var separator = ',';
        for (var candidate : new char[] {';', '\t'}) {
            if (count(header, candidate) > count(header, separator)) {
                separator = candidate;
            }
        }
        return separator;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }

    /** The file as text without byte order mark. No other encoding is guessed at: a wrong guess spoils names silently. */
    private String text(byte[] file) {
        if (begins(file, 'P', 'K', 3, 4)) {
            throw Refusal.of(FILE, "This is a workbook; " + SAVE_ANEW);
        }
        if (begins(file, 0xFF, 0xFE) || begins(file, 0xFE, 0xFF)) {
            throw Refusal.of(FILE, "This is UTF-16; " + SAVE_ANEW);
        }
        var bytes = ByteBuffer.wrap(file);
        var chars = CharBuffer.allocate(file.length);
        var end = StandardCharsets.UTF_8.newDecoder().decode(bytes, chars, true);
        if (end.isError()) {
            throw Refusal.of(
                    "line " + line(file, bytes.position()),
                    "This line has letters that are not UTF-8, as older spreadsheets write them; " + SAVE_ANEW);
        }
        var text = chars.flip().toString();
        if (text.startsWith("\uFEFF")) {
            text = text.substring(1);
        }
        if (text.isBlank()) {
            throw Refusal.of(FILE, "The file is empty. " + header);
        }
        if (text.indexOf('\0') >= 0) {
            throw Refusal.of(
                    "line " + (1 + count(text.substring(0, text.indexOf('\0')), '\n')),
                    "This line holds a NUL, so this is no text; " + SAVE_ANEW);
        }
        return text;
    }

    private static boolean begins(byte[] file, int... bytes) {
        return file.length >= bytes.length
                && IntStream.range(0, bytes.length).allMatch(place -> Byte.toUnsignedInt(file[place]) == bytes[place]);
    }

    private static long line(byte[] file, int place) {
        var line = 1L;
        for (var i = 0; i < place; i++) {
            line += file[i] == '\n' ? 1 : 0;
        }
        return line;
    }
}
