package dev.epitome.lucene;

import dev.epitome.engine.Plan.Lookup;
import dev.epitome.engine.Recent;
import dev.epitome.index.DeletedTerms;
import dev.epitome.index.IndexFields;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
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
    private final DeletedTerms deleted;
    private final Recent<Term, TermStates> known = new Recent<>(REMEMBERED);
    private final Recent<Lookup.Phrase, int[]> few = new Recent<>(REMEMBERED_FEW);
    private final Recent<Lookup.Phrase, int[]> many = new Recent<>(REMEMBERED_MANY);
    private final Recent<List<Lookup.Term>, Long> counts = new Recent<>(REMEMBERED);
    private final LongAdder lookups = new LongAdder();
    private final AtomicInteger misspelled = new AtomicInteger();
    private @Nullable NearTerms near;

    /** Of a phrase; two kilobytes at most. */
    private static final int FEW = 512;

    private static final int REMEMBERED_FEW = 2_048;
    private static final int REMEMBERED_MANY = 32;
    /** No document has that number. */
    private static final int NONE = -1;

    private static final int MISSPELLED_BEFORE_GATHERED = 16;

    /** @param deleted what the index still counts and no longer has */
    CommitTerms(IndexReader reader, DeletedTerms deleted) {
        this.searcher = new IndexSearcher(reader);
        this.deleted = deleted;
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
        lookups.increment();
        try {
            return TermStates.build(searcher, term, true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The articles that have a phrase, in their order. Those of a phrase that many have are remembered less long. */
    int[] matching(Lookup.Phrase phrase, Function<Lookup.Phrase, int[]> search) {
        int[] found = few.get(phrase, any -> {
            int[] all = search.apply(phrase);
            return all.length <= FEW || many.get(phrase, none -> all).length == 0 ? all : new int[] {NONE};
        });
        return found.length == 1 && found[0] == NONE ? many.get(phrase, search) : found;
    }

    /** How many articles have any of the terms. */
    long count(List<Lookup.Term> some, Function<List<Lookup.Term>, Long> search) {
        return counts.get(some, search);
    }

    /** All words, where so many were misspelled that gathering them pays: it takes as long as some dozen of these. */
    Optional<NearTerms> near() throws IOException {
        if (misspelled.incrementAndGet() <= MISSPELLED_BEFORE_GATHERED) {
            return Optional.empty();
        }
        synchronized (misspelled) {
            if (near == null) {
                near = NearTerms.of(searcher.getIndexReader(), IndexFields.EXACT, deleted);
            }
            return Optional.of(near);
        }
    }

    /** How often the index was asked for a term. */
    long lookups() {
        return lookups.sum();
    }
}
