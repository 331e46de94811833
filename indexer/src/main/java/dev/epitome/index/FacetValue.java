package dev.epitome.index;

import dev.epitome.analysis.TextAnalysis;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.lucene.util.BytesRef;

/**
 * A value that articles are counted by, as the index holds it: its {@link TextAnalysis#filterKey key}, then the value
 * as its article writes it. So values of one key stand next to each other in the order of the index.
 */
public final class FacetValue {

    /** A key is clean text, which has no such character. */
    private static final char END_OF_KEY = 0;

    private FacetValue() {}

    static BytesRef encode(String value) {
        return new BytesRef(TextAnalysis.filterKey(value) + END_OF_KEY + value);
    }

    /** The key of a value, which shares the bytes with it. */
    public static BytesRef key(BytesRef encoded) {
        Objects.requireNonNull(encoded, "encoded");
        return new BytesRef(encoded.bytes, encoded.offset, endOfKey(encoded));
    }

    /** The value as its article writes it. */
    public static String written(BytesRef encoded) {
        Objects.requireNonNull(encoded, "encoded");
        int start = endOfKey(encoded) + 1;
        return new String(encoded.bytes, encoded.offset + start, encoded.length - start, StandardCharsets.UTF_8);
    }

    private static int endOfKey(BytesRef encoded) {
        int end = 0;
        while (encoded.bytes[encoded.offset + end] != END_OF_KEY) {
            end++;
        }
        return end;
    }
}
