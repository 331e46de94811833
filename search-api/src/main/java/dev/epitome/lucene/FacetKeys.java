package dev.epitome.lucene;

import dev.epitome.index.FacetValue;
import dev.epitome.search.FacetCount;
import dev.epitome.search.SearchResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.util.BytesRef;

/**
 * The values of one facet in one commit. Those that a filter takes for the same share a key, which has a number: see
 * {@link KeyNumbers}. Threads may share it.
 *
 * <p>The first is made in one walk over all articles. Each of the others is made of one before: of the articles that
 * came and went only these are read, and of what the segments hold that both have, nothing. Only the totals are copied,
 * as every search that counts takes as much room for its own.
 */
final class FacetKeys {

    /** Labels that answers had lately: most have the same ones. */
    private static final int SHOWN = 1_000;

    private final List<LeafReaderContext> segments;
    private final String field;
    private final KeyNumbers keys;
    private final Map<IndexReader.CacheKey, SegmentValues> values;
    private final int[] totals;
    private final Map<Integer, String> shown;

    private FacetKeys(
            List<LeafReaderContext> segments,
            String field,
            KeyNumbers keys,
            Map<IndexReader.CacheKey, SegmentValues> values,
            int[] totals,
            Map<Integer, String> shown) {
        this.segments = segments;
        this.field = field;
        this.keys = keys;
        this.values = values;
        this.totals = totals;
        this.shown = shown;
    }

    /**
     * Reads the values of a field. The reader must stay open as long as they are used.
     *
     * @param read counts the articles that are read
     */
    static FacetKeys of(List<LeafReaderContext> segments, String field, LongAdder read) throws IOException {
        FacetKeys none = new FacetKeys(List.of(), field, new KeyNumbers(), Map.of(), new int[0], Map.of());
        return none.in(segments, read);
    }

    /** The same of another commit, which reads what the two do not have in common. */
    FacetKeys in(List<LeafReaderContext> others, LongAdder read) throws IOException {
        Map<IndexReader.CacheKey, SegmentValues> now = new HashMap<>();
        for (LeafReaderContext segment : others) {
            IndexReader.CacheKey core = core(segment);
            SegmentValues before = values.get(core);
            if (before == null) {
                now.put(core, SegmentValues.of(segment.reader(), field, keys, read));
            } else {
                now.put(core, before.isOf(segment.reader()) ? before : before.in(segment.reader(), field, read));
            }
        }
        int[] sums = Arrays.copyOf(totals, keys.size());
        BitSet touched = new BitSet();
        values.forEach((core, before) -> {
            SegmentValues after = now.get(core);
            if (after == null) {
                before.addTo(sums, -1);
                before.addKeysTo(touched);
            } else if (after != before) {
                after.addChange(before, sums, touched);
            }
        });
        now.forEach((core, after) -> {
            if (!values.containsKey(core)) {
                after.addTo(sums, 1);
                after.addKeysTo(touched);
            }
        });
        return keys.areMostlyUnused(sums)
                ? renumbered(others, now)
                : new FacetKeys(others, field, keys, now, sums, stillShown(touched));
    }

    private Map<Integer, String> stillShown(BitSet touched) {
        Map<Integer, String> still = new ConcurrentHashMap<>(shown);
        still.keySet().removeIf(touched::get);
        return still;
    }

    private FacetKeys renumbered(List<LeafReaderContext> others, Map<IndexReader.CacheKey, SegmentValues> now)
            throws IOException {
        KeyNumbers fewer = new KeyNumbers();
        Map<IndexReader.CacheKey, SegmentValues> numbered = new HashMap<>();
        for (LeafReaderContext segment : others) {
            SegmentValues same = Objects.requireNonNull(now.get(core(segment)));
            numbered.put(core(segment), same.numbered(segment.reader(), field, fewer));
        }
        int[] sums = new int[fewer.size()];
        numbered.values().forEach(each -> each.addTo(sums, 1));
        return new FacetKeys(others, field, fewer, numbered, sums, new ConcurrentHashMap<>());
    }

    /** Of what never changes of a segment. */
    private static IndexReader.CacheKey core(LeafReaderContext segment) {
        return segment.reader().getCoreCacheHelper().getKey();
    }

    private SegmentValues values(LeafReaderContext segment) {
        return Objects.requireNonNull(values.get(core(segment)));
    }

    /** How many keys have a number. */
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
        return values(segment).into(counts, segment.reader(), field);
    }

    /** How most articles with that key write it; some must have it. */
    String written(int key) {
        String known = shown.get(key);
        if (known == null) {
            if (shown.size() >= SHOWN) {
                shown.clear();
            }
            known = mostWritten(key);
            shown.put(key, known);
        }
        return known;
    }

    /** Of several ways the first in the order of the alphabet. */
    private String mostWritten(int key) {
        Map<BytesRef, Integer> ways = new TreeMap<>();
        int[] places = keys.places();
        try {
            for (LeafReaderContext segment : segments) {
                values(segment).addWritten(key, places, DocValues.getSortedSet(segment.reader(), field), ways);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        int most = Collections.max(ways.values());
        return ways.entrySet().stream()
                .filter(way -> way.getValue() == most)
                .map(way -> FacetValue.written(way.getKey()))
                .findFirst()
                .orElseThrow();
    }

    /** How most articles write a value; empty where none has it. */
    Optional<String> written(String filterKey) {
        int key = keys.of(new BytesRef(filterKey));
        return key < 0 || key >= totals.length || totals[key] == 0 ? Optional.empty() : Optional.of(written(key));
    }

    private record Value(int key, int place, int count) {
        static final Comparator<Value> MOST_FREQUENT_LAST =
                Comparator.comparingInt(Value::count).thenComparing(Value::place, Comparator.reverseOrder());
        static final Comparator<Value> LATEST_LAST = Comparator.comparingInt(Value::place);
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
        int[] places = keys.places();
        for (int key = 0; key < counts.length; key++) {
            if (counts[key] == 0) {
                continue;
            }
            Value value = new Value(key, places[key], counts[key]);
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
