package dev.epitome.lucene;

import dev.epitome.engine.Plan.Lookup;
import dev.epitome.engine.Recent;
import dev.epitome.index.IndexFields;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermState;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.jspecify.annotations.Nullable;

/**
 * What was found out about one segment, whatever articles of it are deleted: it is true of every commit that has the
 * segment. For all threads.
 */
final class SegmentMemory {

    /** Some two hundred bytes each, where the segment has the term. */
    private static final int TERMS = 4_096;

    /** Articles that have a phrase; two kilobytes at most. */
    private static final int FEW = 512;

    private static final int PHRASES_OF_FEW = 2_048;
    private static final int PHRASES_OF_MANY = 32;
    /** No document has that number. */
    private static final int MANY = -1;

    private static final Found NOWHERE = new Found(Optional.empty(), 0, 0);

    private final LongAdder lookups;
    private final Recent<Term, Found> terms = new Recent<>(TERMS);
    private final Recent<Lookup.Phrase, int[]> few = new Recent<>(PHRASES_OF_FEW);
    private final Recent<Lookup.Phrase, int[]> many = new Recent<>(PHRASES_OF_MANY);
    private @Nullable NearTerms near;

    /** @param lookups is told how often a dictionary is looked in */
    SegmentMemory(LongAdder lookups) {
        this.lookups = lookups;
    }

    /**
     * A term of a segment.
     *
     * @param state where its postings are; empty where the segment has none
     * @param articles how many have it, with those that are deleted
     * @param occurrences how often they do
     */
    record Found(Optional<TermState> state, int articles, long occurrences) {}

    /** @throws UncheckedIOException when it cannot be read */
    Found term(Term term, LeafReader segment) {
        return terms.get(term, any -> lookUp(any, segment));
    }

    private Found lookUp(Term term, LeafReader segment) {
        lookups.increment();
        try {
            Terms all = segment.terms(term.field());
            TermsEnum each = all == null ? TermsEnum.EMPTY : all.iterator();
            return each.seekExact(term.bytes())
                    ? new Found(Optional.of(each.termState()), each.docFreq(), each.totalTermFreq())
                    : NOWHERE;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The documents that have a phrase, in their order. Those of a phrase that many have are remembered less long. */
    int[] matching(Lookup.Phrase phrase, Function<Lookup.Phrase, int[]> search) {
        int[] found = few.get(phrase, any -> {
            int[] all = search.apply(phrase);
            return all.length <= FEW || many.get(phrase, none -> all).length == 0 ? all : new int[] {MANY};
        });
        return found.length == 1 && found[0] == MANY ? many.get(phrase, search) : found;
    }

    /** All its words, gathered when they are first asked for. */
    synchronized NearTerms near(LeafReader segment) throws IOException {
        if (near == null) {
            near = NearTerms.of(segment, IndexFields.EXACT);
        }
        return near;
    }
}
