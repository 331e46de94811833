package dev.epitome.corpus;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/**
 * Decodes text in which some of the bytes are not of the encoding: each of those is read as windows-1252, since that is
 * what a text that says UTF-8 and is not is in, and counted.
 */
final class TolerantReader extends Reader {

    private static final int NONE = -1;

    private final InputStream in;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 13).flip();
    private boolean ended;
    private boolean flushed;
    private long foreignBytes;
    private int pending = NONE;

    TolerantReader(InputStream in, Charset charset) {
        this.in = in;
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    static String decoded(byte[] bytes, Charset charset) {
        StringWriter text = new StringWriter(bytes.length);
        try (Reader reader = new TolerantReader(new ByteArrayInputStream(bytes), charset)) {
            reader.transferTo(text);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return text.toString();
    }

    long foreignBytes() {
        return foreignBytes;
    }

    @Override
    public int read(char[] target, int from, int most) throws IOException {
        if (most == 1) {
            return readOne(target, from);
        }
        CharBuffer out = CharBuffer.wrap(target, from, most);
        if (pending != NONE) {
            out.put((char) pending);
            pending = NONE;
        }
        boolean full = false;
        while (out.position() == from && !flushed && !full) {
            CoderResult result = decoder.decode(bytes, out, ended);
            if (result.isError()) {
                foreign(out, result.length());
            } else if (result.isUnderflow() && ended) {
                flushed = true;
                decoder.flush(out);
            } else if (result.isUnderflow()) {
                fill();
            } else {
                full = true;
            }
        }
        int count = out.position() - from;
        return count == 0 && flushed ? -1 : count;
    }

    /** A character may take two {@code char}s where there is room for one. */
    private int readOne(char[] target, int at) throws IOException {
        if (pending == NONE) {
            char[] two = new char[2];
            int count = read(two, 0, 2);
            if (count <= 0) {
                return count;
            }
            target[at] = two[0];
            pending = count == 2 ? two[1] : NONE;
        } else {
            target[at] = (char) pending;
            pending = NONE;
        }
        return 1;
    }

    private void foreign(CharBuffer out, int length) {
        for (int i = 0; i < length && out.hasRemaining(); i++) {
            byte[] one = {bytes.get()};
            out.put(new String(one, Encoding.WINDOWS_1252));
            foreignBytes++;
        }
    }

    private void fill() throws IOException {
        bytes.compact();
        int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
        bytes.position(bytes.position() + Math.max(0, count)).flip();
        ended = count < 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
