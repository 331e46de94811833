package dev.epitome.corpus;

import dev.epitome.corpus.LineReader.Line;
import java.io.IOException;
import java.io.InputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** One JSON object a line. Blank lines are passed over. */
final class JsonLinesReader implements FormatReader {

    @Override
    public void read(InputStream in, FileEntries entries) throws IOException {
        LineReader lines = new LineReader(in);
        for (Line line = lines.next(); line != null; line = lines.next()) {
            switch (line) {
                case Line.Broken broken -> entries.reject(broken.number(), broken.reason());
                case Line.Text text when text.text().isBlank() -> {}
                case Line.Text text -> read(text, entries);
            }
        }
    }

    private static void read(Line.Text line, FileEntries entries) {
        JsonNode json;
        try {
            json = Json.MAPPER.readTree(line.text());
        } catch (JacksonException e) {
            entries.reject(line.number(), "invalid JSON at column " + column(e) + ": " + Json.reason(e));
            return;
        }
        if (json.isObject()) {
            entries.add(line.number(), () -> JsonRecord.draft(json));
        } else {
            entries.reject(line.number(), "holds " + Json.typeOf(json) + ", not a JSON object");
        }
    }

    private static int column(JacksonException e) {
        return e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getColumnNr());
    }
}
