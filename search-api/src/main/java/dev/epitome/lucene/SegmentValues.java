package dev.epitome.lucene;

import dev.epitome.index.Deletions;
import java.io.IOException;
import java.util.BitSet;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;

/**
 * The values of one facet in one state of a segment, and how many articles have each. The articles of a segment are
 * gone through once; of another state, those that were deleted since. Immutable.
 */
final class SegmentValues {

    private final int[] numbers;
    private final Bits live;
    private final int deleted;
    private final int[] articles;

    /** Of articles that write a key in two ways, the first counts for it. */
    private final int[] articlesOfKeys;

    private SegmentValues(int[] numbers, Bits live, int deleted, int[] articles, int[] articlesOfKeys) {
        this.numbers = numbers;
        this.live = live;
        this.deleted = deleted;
        this.articles = articles;
        this.articlesOfKeys = articlesOfKeys;
    }

    /** Goes through all articles of a segment. */
    static SegmentValues of(LeafReader segment, String field, KeyNumbers keys, LongAdder read) throws IOException {
        SortedSetDocValues values = DocValues.getSortedSet(segment, field);
        int[] numbers = keys.of(values);
        Bits live = Deletions.live(segment);
        SegmentValues counted = new SegmentValues(
                numbers, live, segment.numDeletedDocs(), new int[numbers.length], new int[numbers.length]);
        while (values.nextDoc() != SortedSetDocValues.NO_MORE_DOCS) {
            if (live.get(values.docID())) {
                counted.add(values, 1);
                read.increment();
            }
        }
        return counted;
    }

    private void add(SortedSetDocValues ofArticle, int times) throws IOException {
        int before = -1;
        for (int i = ofArticle.docValueCount(); i > 0; i--) {
            int value = (int) ofArticle.nextOrd();
            articles[value] += times;
            if (numbers[value] != before) {
                before = numbers[value];
                articlesOfKeys[value] += times;
            }
        }
    }

    /** The same segment, as it is in another state of the index. */
    SegmentValues in(LeafReader segment, String field, LongAdder read) throws IOException {
        Bits now = Deletions.live(segment);
        SegmentValues counted =
                new SegmentValues(numbers, now, segment.numDeletedDocs(), articles.clone(), articlesOfKeys.clone());
        SortedSetDocValues values = DocValues.getSortedSet(segment, field);
        Deletions.since(live, now, document -> counted.add(values, document, -1, read));
        SortedSetDocValues again = DocValues.getSortedSet(segment, field);
        // An earlier state has articles that were deleted since.
        Deletions.since(now, live, document -> counted.add(again, document, 1, read));
        return counted;
    }

    private void add(SortedSetDocValues values, int document, int times, LongAdder read) throws IOException {
        if (values.advanceExact(document)) {
            add(values, times);
        }
        read.increment();
    }

    /** The same counts, under the numbers that others give. */
    SegmentValues numbered(LeafReader segment, String field, KeyNumbers others) throws IOException {
        return new SegmentValues(
                others.of(DocValues.getSortedSet(segment, field)), live, deleted, articles, articlesOfKeys);
    }

    /** Whether it is of that very state of its segment: none that is deleted ever comes back. */
    boolean isOf(LeafReader segment) {
        return deleted == segment.numDeletedDocs();
    }

    /** Adds to the total of each key. */
    void addTo(int[] totals, int times) {
        for (int value = 0; value < numbers.length; value++) {
            totals[numbers[value]] += times * articlesOfKeys[value];
        }
    }

    /** Adds the difference to an earlier state to the total of each key, and tells the keys that differ. */
    void addChange(SegmentValues before, int[] totals, BitSet touched) {
        for (int value = 0; value < numbers.length; value++) {
            if (articles[value] != before.articles[value]) {
                touched.set(numbers[value]);
                totals[numbers[value]] += articlesOfKeys[value] - before.articlesOfKeys[value];
            }
        }
    }

    void addKeysTo(BitSet touched) {
        for (int number : numbers) {
            touched.set(number);
        }
    }

    /** Adds how many articles write a key in each way. */
    void addWritten(int key, int[] places, SortedSetDocValues values, Map<BytesRef, Integer> ways) throws IOException {
        for (int value = first(key, places); value < numbers.length && numbers[value] == key; value++) {
            if (articles[value] > 0) {
                ways.merge(BytesRef.deepCopyOf(values.lookupOrd(value)), articles[value], Integer::sum);
            }
        }
    }

    /** Of the values of a key, which stand side by side; or any other value, where it has none. */
    private int first(int key, int[] places) {
        int low = 0;
        int high = numbers.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (places[numbers[middle]] < places[key]) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Counts by adding to the number of each key that an article has; for articles in ascending order. */
    FacetKeys.Counting into(int[] counts, LeafReader segment, String field) throws IOException {
        SortedSetDocValues values = DocValues.getSortedSet(segment, field);
        SortedDocValues single = DocValues.unwrapSingleton(values);
        return single == null ? ofSeveral(values, counts) : ofOne(single, counts);
    }

    private FacetKeys.Counting ofOne(SortedDocValues values, int[] counts) {
        return document -> {
            if (values.advanceExact(document)) {
                counts[numbers[values.ordValue()]]++;
            }
        };
    }

    private FacetKeys.Counting ofSeveral(SortedSetDocValues values, int[] counts) {
        return document -> {
            if (values.advanceExact(document)) {
                int before = -1;
                for (int i = values.docValueCount(); i > 0; i--) {
                    int key = numbers[(int) values.nextOrd()];
                    if (key != before) {
                        counts[key]++;
                        before = key;
                    }
                }
            }
        };
    }
}
