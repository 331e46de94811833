package dev.epitome.lucene;

import dev.epitome.engine.Recent;
import dev.epitome.index.FacetValue;
import dev.epitome.search.FacetCount;
import dev.epitome.search.SearchResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.OrdinalMap;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.LongValues;
import org.apache.lucene.util.StringHelper;
import org.apache.lucene.util.packed.PackedInts;
import org.jspecify.annotations.Nullable;

/**
 * The values of one facet in one commit. Those that a filter takes for the same share a key: a number from 0, in the
 * order of the alphabet. Threads may share it.
 *
 * <p>Made in one walk over all articles, when first asked for: by a search that counts by the facet, or by whoever
 * shows one of its values.
 */
final class FacetKeys {

    /** Labels that answers had lately: most have the same ones. */
    private static final int SHOWN = 500;

    private final List<LeafReaderContext> segments;
    private final String field;
    private final OrdinalMap values;
    private final int[][] keys;
    private final int[] totals;
    private final int[] written;
    private final Recent<Integer, String> shown = new Recent<>(SHOWN);

    private FacetKeys(
            List<LeafReaderContext> segments,
            String field,
            OrdinalMap values,
            int[][] keys,
            int[] totals,
            int[] written) {
        this.segments = segments;
        this.field = field;
        this.values = values;
        this.keys = keys;
        this.totals = totals;
        this.written = written;
    }

    /** Reads the values of a field. The reader must stay open as long as they are used. */
    static FacetKeys of(List<LeafReaderContext> segments, String field) throws IOException {
        SortedSetDocValues[] parts = new SortedSetDocValues[segments.size()];
        for (LeafReaderContext segment : segments) {
            parts[segment.ord] = DocValues.getSortedSet(segment.reader(), field);
        }
        OrdinalMap values = OrdinalMap.build(null, parts, PackedInts.DEFAULT);
        int[] keyOfValue = keysOfValues(values, parts);
        int keyCount = keyOfValue.length == 0 ? 0 : keyOfValue[keyOfValue.length - 1] + 1;
        int[][] keys = new int[parts.length][];
        int[] totals = new int[keyCount];
        int[] articles = new int[keyOfValue.length];
        for (int segment = 0; segment < parts.length; segment++) {
            LongValues whole = values.getGlobalOrds(segment);
            int[] keysHere = new int[(int) parts[segment].getValueCount()];
            for (int value = 0; value < keysHere.length; value++) {
                keysHere[value] = keyOfValue[(int) whole.get(value)];
            }
            keys[segment] = keysHere;
            countAll(parts[segment], segments.get(segment).reader().getLiveDocs(), keysHere, totals, whole, articles);
        }
        return new FacetKeys(segments, field, values, keys, totals, mostWritten(keyOfValue, keyCount, articles));
    }

    /** Values with one key stand side by side. */
    private static int[] keysOfValues(OrdinalMap values, SortedSetDocValues[] parts) throws IOException {
        int[] keys = new int[Math.toIntExact(values.getValueCount())];
        BytesRef before = null;
        for (int value = 0; value < keys.length; value++) {
            BytesRef here = BytesRef.deepCopyOf(
                    parts[values.getFirstSegmentNumber(value)].lookupOrd(values.getFirstSegmentOrd(value)));
            if (before != null) {
                keys[value] = FacetValue.haveOneKey(before, here) ? keys[value - 1] : keys[value - 1] + 1;
            }
            before = here;
        }
        return keys;
    }

    private static void countAll(
            SortedSetDocValues part, @Nullable Bits live, int[] keys, int[] totals, LongValues whole, int[] articles)
            throws IOException {
        while (part.nextDoc() != SortedSetDocValues.NO_MORE_DOCS) {
            if (live != null && !live.get(part.docID())) {
                continue;
            }
            int before = -1;
            for (int i = part.docValueCount(); i > 0; i--) {
                int value = (int) part.nextOrd();
                articles[(int) whole.get(value)]++;
                if (keys[value] != before) {
                    before = keys[value];
                    totals[before]++;
                }
            }
        }
    }

    /** For each key the value that most articles have; of several the first in the order of the alphabet. */
    private static int[] mostWritten(int[] keyOfValue, int keyCount, int[] articles) {
        int[] most = new int[keyCount];
        for (int value = 0; value < keyOfValue.length; value++) {
            int key = keyOfValue[value];
            boolean first = value == 0 || keyOfValue[value - 1] != key;
            if (first || articles[value] > articles[most[key]]) {
                most[key] = value;
            }
        }
        return most;
    }

    /** How many keys there are. */
    int size() {
        return totals.length;
    }

    /** How many articles have each key. Not to be written to. */
    int[] totals() {
        return totals;
    }

    /** Counts articles of one segment, each once for a key. For one thread, and articles in ascending order. */
    interface Counting {
        void count(int document) throws IOException;
    }

    /** Counts by adding to the number of each key that an article has. */
    Counting into(int[] counts, LeafReaderContext segment) throws IOException {
        SortedSetDocValues part = DocValues.getSortedSet(segment.reader(), field);
        int[] keysHere = keys[segment.ord];
        SortedDocValues single = DocValues.unwrapSingleton(part);
        return single == null ? ofSeveral(part, keysHere, counts) : ofOne(single, keysHere, counts);
    }

    private static Counting ofOne(SortedDocValues part, int[] keys, int[] counts) {
        return document -> {
            if (part.advanceExact(document)) {
                counts[keys[part.ordValue()]]++;
            }
        };
    }

    private static Counting ofSeveral(SortedSetDocValues part, int[] keys, int[] counts) {
        return document -> {
            if (part.advanceExact(document)) {
                int before = -1;
                for (int i = part.docValueCount(); i > 0; i--) {
                    int key = keys[(int) part.nextOrd()];
                    if (key != before) {
                        counts[key]++;
                        before = key;
                    }
                }
            }
        };
    }

    /** How most articles with that key write it. */
    String written(int key) {
        return shown.get(key, any -> {
            try {
                return FacetValue.written(encoded(key));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** How most articles write a value; empty where none has it. Keys stand in order, so that few are looked at. */
    Optional<String> written(String filterKey) throws IOException {
        BytesRef wanted = FacetValue.beginning(filterKey);
        int from = 0;
        int to = written.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            BytesRef here = encoded(middle);
            if (StringHelper.startsWith(here, wanted)) {
                return totals[middle] == 0 ? Optional.empty() : Optional.of(FacetValue.written(here));
            }
            if (here.compareTo(wanted) < 0) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return Optional.empty();
    }

    private BytesRef encoded(int key) throws IOException {
        int value = written[key];
        LeafReaderContext segment = segments.get(values.getFirstSegmentNumber(value));
        return DocValues.getSortedSet(segment.reader(), field).lookupOrd(values.getFirstSegmentOrd(value));
    }

    private record Value(int key, int count) {
        static final Comparator<Value> MOST_FREQUENT_LAST =
                Comparator.comparingInt(Value::count).thenComparing(Value::key, Comparator.reverseOrder());
        static final Comparator<Value> LATEST_LAST = Comparator.comparingInt(Value::key);
    }

    /**
     * The values of most articles first, or the latest first where they are dates; as many as an answer may have. Of
     * many values the others are not even sorted.
     *
     * @param counts how many articles have each key
     */
    List<FacetCount> most(int[] counts, boolean latestFirst) {
        int most = latestFirst ? SearchResult.MAX_FACET_DATES : SearchResult.MAX_FACET_VALUES;
        Comparator<Value> worstFirst = latestFirst ? Value.LATEST_LAST : Value.MOST_FREQUENT_LAST;
        PriorityQueue<Value> best = new PriorityQueue<>(worstFirst);
        for (int key = 0; key < counts.length; key++) {
            if (counts[key] == 0) {
                continue;
            }
            Value value = new Value(key, counts[key]);
            if (best.size() < most) {
                best.add(value);
            } else if (worstFirst.compare(value, best.element()) > 0) {
                best.remove();
                best.add(value);
            }
        }
        List<FacetCount> told = new ArrayList<>();
        for (Value value : best.stream().sorted(worstFirst.reversed()).toList()) {
            told.add(new FacetCount(written(value.key()), value.count()));
        }
        return told;
    }
}
