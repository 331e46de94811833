package dev.epitome.corpus;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Bounds the formats that can only be read as a whole. */
final class WholeFile {

    /** The most bytes of one document, unpacked. */
    static final int MAX_BYTES = 64 << 20;

    private WholeFile() {}

    /** The input itself failed, or holds too much: not the fault of what stands in it. */
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;

        TooLarge() {
            super("the document has more than " + (MAX_BYTES >> 20) + " MiB: split it, or convert it to JSON Lines");
        }
    }

    /** The stream, failing with {@link TooLarge} past the bound; closing it does not close {@code in}. */
    static InputStream bounded(InputStream in) {
        return new FilterInputStream(in) {
            private long left = MAX_BYTES;

            @Override
            public int read() throws IOException {
                int value = super.read();
                count(value < 0 ? 0 : 1);
                return value;
            }

            @Override
            public int read(byte[] bytes, int from, int most) throws IOException {
                int count = super.read(bytes, from, most);
                count(Math.max(0, count));
                return count;
            }

            @Override
            public boolean markSupported() {
                return false;
            }

            @Override
            public void close() {}

            private void count(int bytes) throws TooLarge {
                left -= bytes;
                if (left < 0) {
                    throw new TooLarge();
                }
            }
        };
    }

    /** Parsers wrap the failures of the stream beneath them; this brings them out again. */
    static void rethrowReadFailure(Throwable parserFailure) throws IOException {
        for (Throwable cause = parserFailure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException failure
                    && !(cause instanceof java.io.CharConversionException)
                    && !(cause instanceof java.io.UnsupportedEncodingException)
                    && !(cause instanceof java.nio.charset.CharacterCodingException)) {
                throw failure;
            }
        }
    }
}
