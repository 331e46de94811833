package dev.epitome.corpus;

import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;

/**
 * Reads on, and again from any place since the one that was last said to be kept: to look a document over before it is
 * read, and to go on after what is broken. Holds no more than lies between.
 */
final class RewindableReader extends Reader {

    /** The most that lies between: the longest record, in characters. */
    private static final int MAX_WINDOW = 32 << 20;

    /** More lies between than may. */
    static final class TooLong extends Unreadable {
        private static final long serialVersionUID = 1L;

        TooLong() {
            super("it has more than " + (MAX_WINDOW >> 20) + " million characters");
        }
    }

    private final Reader in;
    private char[] window = new char[1 << 13];
    private long windowStart;
    private int length;
    private int at;
    private long lineOfWindow = 1;
    private boolean ended;
    private long most;
    private boolean keeps = true;

    /** @param most how far it reads before it says that there is no more, until {@link #unbound} */
    RewindableReader(Reader in, long most) {
        this.in = in;
        this.most = most;
    }

    void unbound() {
        most = Long.MAX_VALUE;
    }

    /** From here on nothing is read again. */
    void keepNothing() {
        unbound();
        keeps = false;
    }

    @Override
    public int read(char[] target, int from, int count) throws IOException {
        if (windowStart + at >= most || (at == length && !fill())) {
            return -1;
        }
        int taken = (int) Math.min(Math.min(count, length - at), most - windowStart - at);
        System.arraycopy(window, at, target, from, taken);
        at += taken;
        return taken;
    }

    private boolean fill() throws IOException {
        if (ended) {
            return false;
        }
        if (!keeps) {
            windowStart += length;
            length = 0;
            at = 0;
        }
        if (length >= MAX_WINDOW) {
            throw new TooLong();
        }
        if (length == window.length) {
            window = Arrays.copyOf(window, window.length * 2);
        }
        int count = in.read(window, length, window.length - length);
        ended = count < 0;
        length += Math.max(0, count);
        return count > 0;
    }

    /** What stands before that place is not read again. */
    void keepFrom(long place) {
        int drop = (int) (place - windowStart);
        if (drop < window.length / 4) {
            return;
        }
        lineOfWindow += newlines(drop);
        System.arraycopy(window, drop, window, 0, length - drop);
        windowStart = place;
        length -= drop;
        at -= drop;
    }

    void rewind(long place) {
        at = (int) (place - windowStart);
    }

    /** The place of the next character. */
    long place() {
        return windowStart + at;
    }

    /** The line of a place that is kept, from 1. */
    long line(long place) {
        return lineOfWindow + newlines((int) (place - windowStart));
    }

    /** How many blanks stand before a place in its line; -1 where there is more than blanks. */
    int indentation(long place) {
        int end = (int) (place - windowStart);
        int start = end;
        while (start > 0 && (window[start - 1] == ' ' || window[start - 1] == '\t')) {
            start--;
        }
        boolean first = start == 0 ? windowStart == 0 : window[start - 1] == '\n';
        return first ? end - start : -1;
    }

    /** How far into its line a place is, from 1, where the beginning of the line is kept. */
    int column(long place) {
        int end = (int) (place - windowStart);
        int start = end;
        while (start > 0 && window[start - 1] != '\n') {
            start--;
        }
        return end - start + 1;
    }

    private long newlines(int end) {
        long lines = 0;
        for (int i = 0; i < Math.min(end, length); i++) {
            lines += window[i] == '\n' ? 1 : 0;
        }
        return lines;
    }

    /** The next character, or -1. */
    int next() throws IOException {
        return at == length && !fill() ? -1 : window[at++];
    }

    @Override
    public void close() {}
}
