package dev.epitome.corpus;

import java.util.ArrayList;
import java.util.List;

/**
 * One row of a table while its lines arrive. A field in quotes may go over several lines; a quote within it that is not
 * doubled is part of it.
 */
final class CsvRow {

    private final char separator;
    private final List<String> fields = new ArrayList<>();
    private final StringBuilder field = new StringBuilder();
    private boolean quoted;
    private boolean strayQuote;
    private int closedLength;

    CsvRow(char separator) {
        this.separator = separator;
    }

    static List<String> fields(String line, char separator) {
        CsvRow row = new CsvRow(separator);
        row.add(line);
        return row.fields();
    }

    /** Takes a line; whether the row is complete with it. */
    boolean add(String line) {
        int at = quoted ? inQuotes(line, 0) : 0;
        while (!quoted && at <= line.length()) {
            int start = afterBlanks(line, at);
            if (start < line.length() && line.charAt(start) == '"') {
                quoted = true;
                at = inQuotes(line, start + 1);
            } else {
                int end = line.indexOf(separator, at);
                field.append(line, at, end < 0 ? line.length() : end);
                at = end < 0 ? line.length() + 1 : end + 1;
                finishField();
            }
        }
        return !quoted;
    }

    /** Reads on in a quoted field; returns where the next field begins, beyond the line where there is none. */
    private int inQuotes(String line, int from) {
        int at = from;
        while (at < line.length()) {
            char sign = line.charAt(at);
            if (sign != '"') {
                field.append(sign);
                at++;
                continue;
            }
            boolean doubled = at + 1 < line.length() && line.charAt(at + 1) == '"';
            int end = afterBlanks(line, at + 1);
            boolean closes = end == line.length() || line.charAt(end) == separator;
            if (doubled && !(closes && end == at + 1)) {
                field.append('"');
                at += 2;
            } else if (closes) {
                quoted = false;
                finishField();
                return end + 1;
            } else {
                takeStray();
                at++;
            }
        }
        field.append('\n');
        return at;
    }

    /** Some programs write a stroke before a quote instead of a second one. */
    private void takeStray() {
        int last = field.length() - 1;
        if (last >= 0 && field.charAt(last) == '\\') {
            field.setCharAt(last, '"');
        } else {
            field.append('"');
            strayQuote = true;
        }
    }

    private int afterBlanks(String line, int from) {
        int at = from;
        while (at < line.length() && line.charAt(at) == ' ' && line.charAt(at) != separator) {
            at++;
        }
        return at;
    }

    private void finishField() {
        closedLength += field.length();
        fields.add(field.toString());
        field.setLength(0);
    }

    List<String> fields() {
        return fields;
    }

    /** Whether a quote stood where none belongs. */
    boolean hasStrayQuote() {
        return strayQuote;
    }

    /** How many characters it holds so far. */
    int length() {
        return field.length() + closedLength;
    }
}
