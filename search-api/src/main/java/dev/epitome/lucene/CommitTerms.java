package dev.epitome.lucene;

import dev.epitome.engine.Plan;
import dev.epitome.engine.Recent;
import dev.epitome.index.IndexFields;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;

/**
 * The terms of one commit: how many articles have them, and where their postings begin. To look a term up costs more
 * than to read the postings of most, so it is done once for all that ask. For all threads.
 */
final class CommitTerms {

    /** A few hundred bytes each. */
    private static final int REMEMBERED = 4_096;

    private final IndexSearcher searcher;
    private final Recent<Term, TermStates> known = new Recent<>(REMEMBERED);
    private final Recent<Plan, int[]> matching = new Recent<>(REMEMBERED_MATCHES);
    private final LongAdder lookups = new LongAdder();
    private final AtomicInteger misspelled = new AtomicInteger();
    private @Nullable NearTerms near;

    /** A few hundred articles each. */
    private static final int REMEMBERED_MATCHES = 512;

    private static final int MISSPELLED_BEFORE_GATHERED = 16;

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

    /** The few articles that match a plan, in their order. */
    int[] matching(Plan plan, Function<Plan, int[]> search) {
        return matching.get(plan, search);
    }

    /** All words, where so many were misspelled that gathering them pays: it takes as long as some dozen of these. */
    Optional<NearTerms> near() throws IOException {
        if (misspelled.incrementAndGet() <= MISSPELLED_BEFORE_GATHERED) {
            return Optional.empty();
        }
        synchronized (misspelled) {
            if (near == null) {
                near = NearTerms.of(searcher.getIndexReader(), IndexFields.EXACT);
            }
            return Optional.of(near);
        }
    }

    /** How often the index was asked for a term. */
    long lookups() {
        return lookups.sum();
    }
}
