package dev.epitome.corpus;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A table whose first row names the members of the record. Authors and tags are separated by {@code ;} or {@code |}
 * inside their field, tags also by commas, which authors' names may hold.
 */
final class CsvTableReader implements FormatReader {

    private static final Pattern BETWEEN_AUTHORS = Pattern.compile("[;|]");
    private static final Pattern BETWEEN_TAGS = Pattern.compile("[;|,]");
    private static final Pattern LINE_END = Pattern.compile("\\r\\n|\\r|\\n");
    private static final char REPLACEMENT = '\uFFFD';

    private final char separator;

    private CsvTableReader(char separator) {
        this.separator = separator;
    }

    /** A reader for a table with such a first line; empty where the line does not name a title and one thing more. */
    static Optional<CsvTableReader> forHeader(String line) {
        for (char separator : new char[] {',', ';', '\t'}) {
            Map<RecordMember, Integer> columns = columns(headerFields(line, separator), new ArrayList<>());
            if (columns.containsKey(RecordMember.TITLE) && columns.size() >= 2) {
                return Optional.of(new CsvTableReader(separator));
            }
        }
        return Optional.empty();
    }

    private static List<String> headerFields(String line, char separator) {
        try {
            return CsvReader.builder()
                    .fieldSeparator(separator)
                    .ofSingleCsvRecord(line)
                    .getFields();
        } catch (CsvParseException e) {
            return List.of(); // Not a table with this separator.
        }
    }

    @Override
    public void read(InputStream in, FileEntries entries) throws IOException {
        // Bytes that are not UTF-8 become replacement characters, so that only the rows that hold them are lost.
        InputStreamReader text = new InputStreamReader(in, StandardCharsets.UTF_8);
        CsvReader<CsvRecord> table = CsvReader.builder()
                .fieldSeparator(separator)
                .detectBomHeader(false)
                // Else a quote without its partner would swallow all rows that follow, and nobody would know.
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .maxBufferSize(LineReader.MAX_LINE)
                .ofCsvRecord(text);
        long line = 1;
        try {
            Iterator<CsvRecord> rows = table.iterator();
            List<String> unknown = new ArrayList<>();
            Map<RecordMember, Integer> columns = Map.of();
            for (CsvRecord row = next(rows); row != null; row = next(rows)) {
                if (columns.isEmpty()) {
                    columns = columns(row.getFields(), unknown);
                } else {
                    readRow(row, columns, unknown, entries);
                }
                line = row.getStartingLineNumber() + linesOf(row);
            }
        } catch (CsvParseException e) {
            entries.reject(line, "not readable as CSV from here on: " + e.getMessage());
        }
    }

    private static @Nullable CsvRecord next(Iterator<CsvRecord> rows) throws IOException {
        try {
            return rows.hasNext() ? rows.next() : null;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static long linesOf(CsvRecord row) {
        return row.getFields().stream()
                        .mapToLong(field -> LINE_END.matcher(field).results().count())
                        .sum()
                + 1;
    }

    private static void readRow(
            CsvRecord row, Map<RecordMember, Integer> columns, List<String> unknown, FileEntries entries) {
        long line = row.getStartingLineNumber();
        if (row.getFields().stream().anyMatch(field -> field.indexOf(REPLACEMENT) >= 0)) {
            entries.reject(line, "not UTF-8, or holds the replacement character U+FFFD");
            return;
        }
        Draft draft = Draft.titled(
                field(row, columns, RecordMember.TITLE).orElse(""),
                field(row, columns, RecordMember.SUMMARY).orElse(""));
        field(row, columns, RecordMember.ID).ifPresent(draft::id);
        field(row, columns, RecordMember.URL).ifPresent(draft::url);
        field(row, columns, RecordMember.SOURCE).ifPresent(draft::source);
        field(row, columns, RecordMember.TYPE).ifPresent(draft::type);
        field(row, columns, RecordMember.PUBLISHED).ifPresent(draft::published);
        field(row, columns, RecordMember.AUTHORS).ifPresent(text -> draft.authors(split(BETWEEN_AUTHORS, text)));
        field(row, columns, RecordMember.TAGS).ifPresent(text -> draft.tags(split(BETWEEN_TAGS, text)));
        field(row, columns, RecordMember.RANK).ifPresent(text -> rank(draft, text));
        int named = columns.size() + unknown.size();
        if (row.getFieldCount() > named) {
            draft.warn("has " + row.getFieldCount() + " fields, the header names " + named + ": is a quote missing?");
        }
        if (!unknown.isEmpty()) {
            draft.warn("unknown columns left out: " + String.join(", ", unknown));
        }
        entries.add(line, () -> draft);
    }

    private static void rank(Draft draft, String text) {
        try {
            draft.rank(Integer.parseInt(text.strip()));
        } catch (NumberFormatException e) {
            draft.warn("rank left out, not a whole number: " + Draft.shortened(text));
        }
    }

    private static Optional<String> field(CsvRecord row, Map<RecordMember, Integer> columns, RecordMember member) {
        Integer column = columns.get(member);
        return column == null || column >= row.getFieldCount()
                ? Optional.empty()
                : Optional.of(row.getField(column)).filter(text -> !text.isBlank());
    }

    private static List<String> split(Pattern separators, String text) {
        return Arrays.asList(separators.split(text, -1));
    }

    private static Map<RecordMember, Integer> columns(List<String> names, List<String> unknown) {
        Map<RecordMember, Integer> columns = new EnumMap<>(RecordMember.class);
        for (int i = 0; i < names.size(); i++) {
            Optional<RecordMember> member = RecordMember.named(names.get(i));
            if (member.isEmpty() || columns.putIfAbsent(member.get(), i) != null) {
                unknown.add(names.get(i));
            }
        }
        return columns;
    }
}
