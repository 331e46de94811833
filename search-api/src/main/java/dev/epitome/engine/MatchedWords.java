package dev.epitome.engine;

import dev.epitome.engine.Budget.OutOfTime;
import dev.epitome.search.Hit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Which words of a relaxed query its hits have. Each word is looked up once, for all hits of a page. */
final class MatchedWords {

    private MatchedWords() {}

    /**
     * Words that stand side by side in a query, and may stand as one in an article.
     *
     * @param typed each of them
     * @param all what an article has that has them all, be it as one
     * @param each what an article has that has the one of that place
     */
    record Run(List<String> typed, Plan all, List<Plan> each) {
        Run {
            typed = List.copyOf(typed);
            each = List.copyOf(each);
        }
    }

    /**
     * For each of the hits, in their order; of no use, and empty, where all hits have all words. Empty as well where
     * there is no time left.
     *
     * @param before how many hits come before the first of them
     */
    static List<Optional<Hit.Words>> of(
            IndexState state, QueryRewriter query, Retrieval found, List<Integer> hits, int before) {
        List<Optional<Hit.Words>> none = Collections.nCopies(hits.size(), Optional.empty());
        if (found.allWords().isEmpty() || hits.isEmpty()) {
            return none;
        }
        try {
            return of(state, query, hits, found.allWords().getAsLong() - before);
        } catch (OutOfTime e) {
            return none;
        }
    }

    /** @param complete how many hits, from the first, have all words */
    private static List<Optional<Hit.Words>> of(
            IndexState state, QueryRewriter query, List<Integer> hits, long complete) {
        List<List<String>> has = new ArrayList<>();
        List<List<String>> lacks = new ArrayList<>();
        hits.forEach(hit -> {
            has.add(new ArrayList<>());
            lacks.add(new ArrayList<>());
        });
        for (Run run : query.runs()) {
            BitSet all = having(state, run.all(), hits);
            for (int i = 0; i < run.typed().size(); i++) {
                BitSet one =
                        run.each().size() == 1 ? all : having(state, run.each().get(i), hits);
                for (int hit = 0; hit < hits.size(); hit++) {
                    boolean there = hit < complete || all.get(hit) || one.get(hit);
                    (there ? has : lacks).get(hit).add(run.typed().get(i));
                }
            }
        }
        List<Optional<Hit.Words>> words = new ArrayList<>();
        for (int hit = 0; hit < hits.size(); hit++) {
            words.add(Optional.of(new Hit.Words(has.get(hit), lacks.get(hit))));
        }
        return words;
    }

    private static BitSet having(IndexState state, Plan plan, List<Integer> hits) {
        state.budget().require();
        return state.retriever().matching(plan, hits);
    }
}
