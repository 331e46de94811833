package dev.epitome.lucene;

import dev.epitome.engine.Recent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.LongAdder;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.IndexSearcher;

/**
 * The terms of one commit: how many articles have them, and where their postings begin. To look a term up costs more
 * than to read the postings of most, so it is done once for all that ask. For all threads.
 */
final class CommitTerms {

    /** A few hundred bytes each. */
    private static final int REMEMBERED = 4_096;

    private final IndexSearcher searcher;
    private final Recent<Term, TermStates> known = new Recent<>(REMEMBERED);
    private final LongAdder lookups = new LongAdder();

    CommitTerms(IndexReader reader) {
        this.searcher = new IndexSearcher(reader);
    }

    /** Also of a term that no article has. */
    TermStates of(Term term) {
        return known.get(term, this::lookUp);
    }

    private TermStates lookUp(Term term) {
        lookups.increment();
        try {
            return TermStates.build(searcher, term, true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How often the index was asked for a term. */
    long lookups() {
        return lookups.sum();
    }
}
