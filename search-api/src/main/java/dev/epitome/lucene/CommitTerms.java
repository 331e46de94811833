package dev.epitome.lucene;

import dev.epitome.engine.Lexicon.Counted;
import dev.epitome.engine.Plan.Lookup;
import dev.epitome.engine.Recent;
import dev.epitome.index.DeletedTerms;
import dev.epitome.index.IndexFields;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.util.BytesRef;

/**
 * The terms of one commit: how many articles have them, and where their postings begin. To look a term up costs more
 * than to read the postings of most, so it is done once for all that ask, and once in a segment for all commits that
 * have it. For all threads.
 */
final class CommitTerms {

    /** A few hundred bytes each. */
    private static final int REMEMBERED = 4_096;

    private final IndexReader reader;
    private final DeletedTerms deleted;
    private final IndexMemory memory;
    private final Recent<Term, TermStates> known = new Recent<>(REMEMBERED);
    private final Recent<List<Lookup.Term>, Long> counts = new Recent<>(REMEMBERED);

    /**
     * Nothing is looked up yet.
     *
     * @param deleted what the index still counts and no longer has
     * @param memory of this and other commits
     */
    CommitTerms(IndexReader reader, DeletedTerms deleted, IndexMemory memory) {
        this.reader = reader;
        this.deleted = deleted;
        this.memory = memory;
    }

    /** What the index still counts and no longer has. */
    DeletedTerms deleted() {
        return deleted;
    }

    /** How many articles have a term. */
    int articlesWith(Term term) {
        int counted = of(term).docFreq();
        return counted == 0 || deleted.isEmpty()
                ? counted
                : counted - deleted.of(term).articles();
    }

    /** How often articles have a term, each occurrence as the index weighs it. */
    long occurrences(Term term) {
        long counted = of(term).totalTermFreq();
        return counted == 0 || deleted.isEmpty()
                ? counted
                : counted - deleted.of(term).occurrences();
    }

    /** Also of a term that no article has. Its own counts are those of Lucene. */
    TermStates of(Term term) {
        return known.get(term, this::lookUp);
    }

    private TermStates lookUp(Term term) {
        TermStates states = new TermStates(reader.getContext());
        for (LeafReaderContext segment : reader.leaves()) {
            SegmentMemory.Found found = memory.of(segment.reader()).term(term, segment.reader());
            found.state()
                    .ifPresent(state -> states.register(state, segment.ord, found.articles(), found.occurrences()));
        }
        return states;
    }

    /** The documents of a segment that have a phrase, in their order. */
    int[] matching(Lookup.Phrase phrase, LeafReaderContext segment, Function<Lookup.Phrase, int[]> search) {
        return memory.of(segment.reader()).matching(phrase, search);
    }

    /** How many articles have any of the terms. */
    long count(List<Lookup.Term> some, Function<List<Lookup.Term>, Long> search) {
        return counts.get(some, search);
    }

    /**
     * The words of letters that are up to so many edits away, in the order of the alphabet; empty where so few were
     * looked for that gathering all words does not pay.
     */
    Optional<List<Counted>> near(String word, int edits) throws IOException {
        memory.misspelled();
        if (!areWordsGathered()) {
            return Optional.empty();
        }
        SortedMap<String, Integer> near = new TreeMap<>(Comparator.comparing((String term) -> new BytesRef(term)));
        for (LeafReaderContext segment : reader.leaves()) {
            memory.of(segment.reader()).near(segment.reader()).addTo(near, word, edits);
        }
        List<Counted> left = new ArrayList<>();
        near.forEach((term, counted) -> {
            int with = counted - deleted.of(new Term(IndexFields.EXACT, term)).articles();
            if (with > 0) {
                left.add(new Counted(term, with, with));
            }
        });
        return Optional.of(left);
    }

    /** Gathers words before they are asked for, where they were in commits before. */
    void getReady() throws IOException {
        if (areWordsGathered()) {
            for (LeafReaderContext segment : reader.leaves()) {
                NearTerms unused = memory.of(segment.reader()).near(segment.reader());
            }
        }
    }

    private boolean areWordsGathered() {
        return memory.areWordsGathered() && memory.isFollowing(reader);
    }

    /** How often a segment was asked for a term, for this and other commits. */
    long lookups() {
        return memory.lookups();
    }
}
