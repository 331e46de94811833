package dev.epitome.lucene;

import dev.epitome.analysis.TextWord;
import dev.epitome.engine.Recent;
import dev.epitome.engine.WordMemory;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;

/**
 * What was found out about an index, and stays true from one commit to the next: nothing that a search needs is derived
 * anew at each. Holds what the segments of the newest are asked for. For all threads.
 */
final class IndexMemory {

    private static final int MISSPELLED_BEFORE_GATHERED = 16;

    private final FacetMemory facets = new FacetMemory();
    private final Map<IndexReader.CacheKey, SegmentMemory> segments = new ConcurrentHashMap<>();
    private final Recent<String, List<TextWord>> texts = WordMemory.texts();
    private final AtomicInteger misspelled = new AtomicInteger();
    private final LongAdder lookups = new LongAdder();

    /** The words of texts. */
    Recent<String, List<TextWord>> texts() {
        return texts;
    }

    FacetMemory facets() {
        return facets;
    }

    /** Begins to remember what is found out about the segments of a commit, and forgets all others. */
    void follow(IndexReader newest) {
        Set<IndexReader.CacheKey> cores = new HashSet<>();
        for (LeafReaderContext segment : newest.leaves()) {
            cores.add(core(segment.reader()));
            segments.computeIfAbsent(core(segment.reader()), none -> new SegmentMemory(lookups));
        }
        segments.keySet().retainAll(cores);
    }

    /** Of a segment of an older commit that the newest has no more, nothing is kept. */
    SegmentMemory of(LeafReader segment) {
        SegmentMemory known = segments.get(core(segment));
        return known == null ? new SegmentMemory(lookups) : known;
    }

    /** Whether what is found out about a commit is kept. */
    boolean isFollowing(IndexReader commit) {
        return commit.leaves().stream().allMatch(segment -> segments.containsKey(core(segment.reader())));
    }

    /** Whether all words are to be gathered: that takes as long as looking for some dozen like a misspelled one. */
    boolean areWordsGathered() {
        return misspelled.get() > MISSPELLED_BEFORE_GATHERED;
    }

    /** Says that a word like a misspelled one is looked for. */
    void misspelled() {
        misspelled.incrementAndGet();
    }

    /** How often a segment was asked for a term. */
    long lookups() {
        return lookups.sum();
    }

    /** Of what never changes of a segment. */
    private static IndexReader.CacheKey core(LeafReader segment) {
        return segment.getCoreCacheHelper().getKey();
    }
}
