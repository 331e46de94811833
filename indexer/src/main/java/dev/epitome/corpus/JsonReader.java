package dev.epitome.corpus;

import dev.epitome.corpus.LineReader.Line;
import dev.epitome.corpus.Warning.Remedy;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/**
 * JSON in any shape: an object a line, one after another, a list, an object of records by id, or any of these within
 * something else ({@link JsonShape}). Read one record at a time, so the length does not matter. What is broken costs
 * its record where the next one can be recognized.
 */
final class JsonReader implements FormatReader {

    /** How far the shape of a document is looked for, in characters. */
    private static final int SURVEY = 16 << 20;

    private final boolean lines;

    private JsonReader(boolean lines) {
        this.lines = lines;
    }

    /** A reader for a text that begins so. */
    static JsonReader of(String headText, Input in) {
        String first = headText.lines().findFirst().orElse("").strip();
        boolean whole = in.isWithinHead() || headText.indexOf('\n') >= 0;
        boolean opensOnly = first.equals("{") || first.startsWith("[");
        return new JsonReader(
                (whole && first.startsWith("{") && first.endsWith("}")) || (isNamedLines(in.name()) && !opensOnly));
    }

    static boolean isNamedLines(String name) {
        return Input.endsWith(name, ".jsonl", ".ndjson", ".jsonlines");
    }

    /** Whether its records are known by the lines that they stand in. */
    boolean isLines() {
        return lines;
    }

    @Override
    public void read(Input in, FileEntries entries) throws IOException {
        RewindableReader text = new RewindableReader(in.text(), SURVEY);
        JsonShape shape = shape(text, entries);
        if (shape.unplaced().isPresent() && !(lines && isNamedLines(in.name()))) {
            List<String> names = shape.unplaced().get();
            entries.nothing(
                    UnsupportedFormats.untitled("JSON that holds no records", "member", names),
                    names.isEmpty() ? Optional.empty() : Optional.of(Remedy.NAME_OF_TITLE));
            return;
        }
        if (shape.isFeed() || !shape.path().isEmpty()) {
            entries.digest(Markup.line(shape.title()));
        }
        entries.defaults(shape.defaults());
        if (lines) {
            text.keepNothing();
            if (!shape.path().isEmpty()) {
                entries.countEntries(); // A line has many of them.
            }
            readLines(new LineReader(text), shape, entries);
        } else {
            new JsonStream(text, shape, entries).read();
        }
        if (entries.isSilent()) {
            entries.nothing("is JSON that holds no records");
        }
    }

    private JsonShape shape(RewindableReader text, FileEntries entries) throws IOException {
        try (JsonParser json = JsonValues.parser(text)) {
            return JsonShape.of(json, entries.names());
        } finally {
            text.rewind(0);
            text.unbound();
        }
    }

    private static void readLines(LineReader in, JsonShape shape, FileEntries entries) throws IOException {
        boolean cut = false;
        for (Line line = in.next(); line != null; line = in.next()) {
            switch (line) {
                case Line.Broken broken -> {
                    entries.reject(broken.number(), broken.reason());
                    cut = false;
                }
                case Line.Text text when text.text().isBlank() -> {}
                case Line.Text text -> cut = !readLine(text, shape, entries);
            }
        }
        if (cut) {
            entries.cut("its last line ends too soon");
        }
    }

    /** False where the line ends before its record does. */
    private static boolean readLine(Line.Text line, JsonShape shape, FileEntries entries) {
        try (JsonParser json = JsonValues.parser(new StringReader(line.text().strip()))) {
            JsonWalk walk = new JsonWalk(json, shape, entries, JsonWalk.Places.at(entries, line.number()));
            while (json.nextToken() != null) {
                walk.value(0);
            }
            return true;
        } catch (JacksonException e) {
            int column =
                    e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getColumnNr());
            entries.rejectLine(line.number(), "invalid JSON at column " + column + ": " + reason(e));
            return !(e instanceof UnexpectedEndOfInputException);
        }
    }

    static String reason(JacksonException e) {
        return switch (e) {
            case UnexpectedEndOfInputException end -> "it ends too soon";
            case StreamConstraintsException bound -> "it is too long or too deep";
            default -> "a character is missing or too many";
        };
    }
}
