package dev.epitome.corpus;

import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;

/**
 * A document of many records, one after another. After one that is broken it goes on with the next that can be
 * recognized.
 */
final class JsonStream implements JsonWalk.Places {

    private final RewindableReader text;
    private final FileEntries entries;
    private JsonShape shape;
    private boolean resumed;
    private long parserStart;
    private long recordStart;
    private boolean inRecord;
    private int indentation = -1;

    JsonStream(RewindableReader text, JsonShape shape, FileEntries entries) {
        this.text = text;
        this.shape = shape;
        this.entries = entries;
    }

    void read() throws IOException {
        for (long from = 0; from >= 0; from = readFrom(from)) {
            resumed = from > 0;
        }
    }

    /** Reads on from a place; returns the place to go on from after a fault, or -1 at the end. */
    private long readFrom(long from) throws IOException {
        text.rewind(from);
        // Within a list, as seen by a parser that begins in the middle of it.
        Reader source = resumed ? opened(text) : text;
        parserStart = resumed ? from - 1 : from;
        try (JsonParser json = JsonValues.parser(source)) {
            JsonWalk walk = new JsonWalk(json, shape, entries, this);
            while (json.nextToken() != null) {
                walk.value(0);
            }
            return -1;
        } catch (JacksonException e) {
            return afterFault(e, from);
        }
    }

    private static Reader opened(Reader text) throws IOException {
        PushbackReader opened = new PushbackReader(text, 1);
        opened.unread('[');
        return opened;
    }

    @Override
    public long number() {
        return entries.records() + 1;
    }

    @Override
    public void begins(JsonParser json) {
        recordStart = parserStart + json.currentTokenLocation().getCharOffset();
        indentation = text.indentation(recordStart);
        text.keepFrom(recordStart);
        inRecord = true;
    }

    @Override
    public void ends() {
        inRecord = false;
    }

    private long afterFault(JacksonException fault, long from) throws IOException {
        @Nullable IOException failure = readFailure(fault);
        if (failure != null && !(failure instanceof RewindableReader.TooLong)) {
            throw failure;
        }
        long place = failure != null || fault.getLocation() == null
                ? text.place()
                : Math.max(from, parserStart + fault.getLocation().getCharOffset());
        long line = text.line(place);
        String what = failure != null
                ? String.valueOf(failure.getMessage())
                : "invalid JSON at column " + text.column(place) + ": " + JsonReader.reason(fault);
        boolean within = inRecord;
        long next = nextStart(
                within ? recordStart : place - text.column(place) + 1, Math.max(from, within ? recordStart : 0));
        if (next < 0) {
            entries.cut("nothing after line " + line + " can be read");
        }
        if (within) {
            entries.rejectLine(line, what + (next < 0 ? "; nothing after it can be read" : ""));
        } else if (!resumed || next >= 0) {
            entries.rejectLine(line, what);
        }
        shape = new JsonShape(List.of(), false, shape.head());
        inRecord = false;
        return next;
    }

    /** The next line that begins as the lines of records do, with a brace at the same depth; -1 where there is none. */
    private long nextStart(long from, long after) throws IOException {
        if (shape.byId()) {
            return -1;
        }
        text.rewind(from);
        int sign = from > after || from == 0 ? '\n' : text.next();
        while (sign >= 0) {
            while (sign >= 0 && sign != '\n') {
                sign = text.next();
            }
            int blanks = 0;
            long lineStart = text.place();
            for (sign = text.next(); sign == ' ' || sign == '\t' || sign == '\r'; sign = text.next()) {
                blanks++;
            }
            if (sign == '}') { // The end of one and the start of the next, on one line.
                for (sign = text.next(); sign == ' ' || sign == ','; sign = text.next()) {}
            }
            boolean fits = indentation < 0 || blanks == indentation;
            if (sign == '{' && fits && text.place() - 1 > after) {
                return text.place() - 1;
            }
            text.keepFrom(lineStart);
        }
        return -1;
    }

    private static @Nullable IOException readFailure(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException failure) {
                return failure;
            }
        }
        return null;
    }
}
