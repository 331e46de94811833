package dev.epitome.corpus;

import dev.epitome.corpus.LineReader.Line;
import dev.epitome.corpus.Value.Members;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A table with a row that names its columns. A quote without its partner costs its own row: the rows after it are found
 * again line by line.
 */
final class CsvTableReader implements FormatReader {

    private static final char[] SEPARATORS = {',', ';', '\t', '|'};

    /** How far above the names of the columns a title or comments may stand. */
    private static final int LINES_ABOVE = 12;

    private static final int MOST_LINES = 1_000;
    private static final int FEWEST_LINES = 8;

    private final char separator;
    private final int headerLine;

    private final Deque<Line> ahead = new ArrayDeque<>();
    private int mostLines = MOST_LINES;
    private boolean commented;

    private CsvTableReader(char separator, int headerLine) {
        this.separator = separator;
        this.headerLine = headerLine;
    }

    /** A reader for a text that begins so; empty where no line names a title, or a text, and one thing more. */
    static Optional<CsvTableReader> of(String headText, MemberNames names, String name) {
        List<String> lines = headText.lines().limit(LINES_ABOVE).toList();
        int needed = isNamedTable(name) ? 1 : 2;
        for (int i = 0; i < lines.size(); i++) {
            CsvTableReader best = null;
            int most = 0;
            for (char separator : SEPARATORS) {
                int known = known(CsvRow.fields(lines.get(i), separator), names);
                if (known >= needed && known > most) {
                    most = known;
                    best = new CsvTableReader(separator, i + 1);
                }
            }
            if (best != null) {
                return Optional.of(best);
            }
        }
        return Optional.empty();
    }

    static boolean isNamedTable(String name) {
        return Input.endsWith(name, ".csv", ".tsv", ".tab");
    }

    /** The names of the columns of what seems to be a table, though none of a title; empty where it is none. */
    static List<String> columns(String headText, String name) {
        List<String> lines = headText.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#") && !line.startsWith("sep="))
                .limit(2)
                .toList();
        for (char separator : SEPARATORS) {
            List<String> fields = lines.isEmpty() ? List.of() : CsvRow.fields(lines.getFirst(), separator);
            boolean same = lines.size() == 2
                    && fields.size() == CsvRow.fields(lines.get(1), separator).size();
            boolean shortNames = fields.stream().allMatch(field -> field.length() <= 60);
            if (fields.size() >= 2 && shortNames && (same || isNamedTable(name))) {
                return fields.stream().map(String::strip).toList();
            }
        }
        return List.of();
    }

    /** How many of the fields name a member; 0 where none of them is a title or a text. */
    private static int known(List<String> fields, MemberNames names) {
        List<Member> members = fields.stream()
                .filter(field -> field.length() <= 60)
                .flatMap(field -> names.use(field).stream())
                .map(Member.Use::member)
                .distinct()
                .toList();
        boolean named = members.contains(Member.TITLE) || members.contains(Member.SUMMARY);
        return named ? members.size() : 0;
    }

    @Override
    public void read(Input in, FileEntries entries) throws IOException {
        LineReader lines = new LineReader(in.text());
        List<String> columns = List.of();
        int textLines = 0;
        for (Line line = next(lines); line != null; line = next(lines)) {
            boolean blank = line instanceof Line.Text(long number, String text) && text.isBlank();
            // What stands above is counted as the detector counts: from the first line with text.
            textLines += textLines > 0 || !blank ? 1 : 0;
            commented |= columns.isEmpty()
                    && textLines < headerLine
                    && line instanceof Line.Text text
                    && text.text().startsWith("#");
            if (columns.isEmpty()) {
                columns = textLines == headerLine && line instanceof Line.Text text
                        ? CsvRow.fields(text.text(), separator).stream()
                                .map(String::strip)
                                .toList()
                        : List.of();
            } else if (line instanceof Line.Text text && !blank) {
                row(text, lines, columns, entries);
            } else if (line instanceof Line.Broken broken) {
                entries.reject(broken.number(), broken.reason());
            }
        }
        if (entries.records() == 0) {
            entries.nothing("is a table that holds no row beneath the names of its columns");
        }
    }

    private @Nullable Line next(LineReader lines) throws IOException {
        Line waiting = ahead.poll();
        return waiting == null ? lines.next() : waiting;
    }

    private void row(Line.Text first, LineReader lines, List<String> columns, FileEntries entries) throws IOException {
        CsvRow row = new CsvRow(separator);
        boolean complete = row.add(first.text());
        if (complete && isComment(first.text(), row, columns)) {
            return;
        }
        List<Line> taken = new ArrayList<>();
        while (!complete && taken.size() < mostLines && row.length() <= LineReader.MAX_LINE) {
            Line line = next(lines);
            if (line == null) {
                break;
            }
            taken.add(line);
            complete = line instanceof Line.Text text && row.add(text.text());
        }
        if (!complete || swallowed(row, taken, columns)) {
            taken.reversed().forEach(ahead::addFirst);
            // Else a table with a quote too many in each row would be read a thousand times.
            mostLines = Math.max(FEWEST_LINES, mostLines / 2);
            entries.reject(first.number(), "a quote is not closed: left out, the rows after it are read");
            return;
        }
        mostLines = taken.isEmpty() ? mostLines : Math.min(MOST_LINES, mostLines * 2);
        if (row.hasStrayQuote()) {
            entries.note(first.number(), "a quote within quotes is not doubled: read as part of the field", "");
        }
        record(first.number(), row.fields(), columns, entries);
    }

    /**
     * A line that begins as comments do is one where comments stand above the table, or where it does not fit the
     * table.
     */
    private boolean isComment(String line, CsvRow row, List<String> columns) {
        return line.startsWith("#") && (commented || row.fields().size() != columns.size());
    }

    /** Whether a quote that was never closed has taken in the rows after it, up to the next one with a quote. */
    private boolean swallowed(CsvRow row, List<Line> taken, List<String> columns) {
        return row.hasStrayQuote()
                && !taken.isEmpty()
                && taken.getFirst() instanceof Line.Text next
                && CsvRow.fields(next.text(), separator).size() == columns.size();
    }

    private static void record(long line, List<String> fields, List<String> columns, FileEntries entries) {
        Map<String, Value> members = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(fields.size(), columns.size()); i++) {
            if (!columns.get(i).isEmpty() && !fields.get(i).isBlank()) {
                members.putIfAbsent(columns.get(i), new Value.Text(fields.get(i)));
            }
        }
        boolean more = fields.stream().skip(columns.size()).anyMatch(field -> !field.isBlank());
        if (more) {
            entries.note(
                    line,
                    "more fields than columns: is a quote missing?",
                    fields.size() + " fields, " + columns.size() + " columns");
        }
        if (!members.isEmpty()) {
            entries.add(line, new Members(members));
        }
    }
}
