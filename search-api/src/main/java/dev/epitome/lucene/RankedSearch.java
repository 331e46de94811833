package dev.epitome.lucene;

import dev.epitome.engine.FilterPlans;
import dev.epitome.engine.Plan;
import dev.epitome.engine.Plan.Leaf;
import dev.epitome.engine.Plan.Lookup;
import dev.epitome.engine.Plan.Only;
import dev.epitome.engine.Plan.Sum;
import dev.epitome.engine.Retriever.Selection;
import dev.epitome.engine.Retriever.TopArticles;
import dev.epitome.search.SearchFilter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;

/** Finds the best articles for one request, and remembers which articles match where they are few. */
final class RankedSearch {

    private final BudgetedSearcher searcher;
    private final PhraseMatches phrases;
    private final PlanCompiler compiler;
    private final Map<Plan, int[]> few = new HashMap<>();
    private final IdentityHashMap<Plan, Weight> weights = new IdentityHashMap<>();

    RankedSearch(BudgetedSearcher searcher, CommitTerms terms) {
        this.searcher = searcher;
        this.compiler = new PlanCompiler(terms);
        this.phrases = new PhraseMatches(searcher, terms);
    }

    /** Is told which documents of a segment match, in their order. */
    interface Visitor {
        void begin(LeafReaderContext segment) throws IOException;

        void match(int document) throws IOException;
    }

    /** Finds every article that matches, as far as there is time. */
    void each(Plan plan, SearchFilter filter, Visitor visitor) throws IOException {
        Plan search = filtered(Bonuses.of(plan, few.keySet()).search(), filter);
        for (LeafReaderContext segment : searcher.getIndexReader().leaves()) {
            Optional<Part> part = new SegmentSearch(this, segment).part(search);
            if (part.isPresent()) {
                visitor.begin(segment);
                int documents = segment.reader().maxDoc();
                Window window = new Window(documents);
                for (int from = part.get().next(0);
                        from < documents && !searcher.budget().shouldExit(); ) {
                    window.reset(from, Math.min(documents, from + Window.SIZE));
                    part.get().addTo(window, 0);
                    window.each((document, score) -> visitor.match(document));
                    from = part.get().next(window.end());
                }
            }
        }
    }

    TopArticles top(Plan plan, SearchFilter filter, Selection wanted) throws IOException {
        Bonuses split = Bonuses.of(plan, few.keySet());
        Ranking ranking = new Ranking(searcher, this, split, wanted);
        ranking.search(filtered(split.search(), filter));
        if (ranking.hits() < wanted.least() && !searcher.budget().isSpent()) {
            few.put(plan, ranking.first());
            return new TopArticles(List.of(), ranking.hits(), true);
        }
        return ranking.best();
    }

    private static Plan filtered(Plan plan, SearchFilter filter) {
        if (filter.isEmpty()) {
            return plan;
        }
        Sum sum = plan instanceof Sum all && !all.required().isEmpty() && all.atLeast() == 0
                ? all
                : Plan.allOf(List.of(plan));
        List<Plan> required = new ArrayList<>(sum.required());
        FilterPlans.of(filter).forEach(part -> required.add(new Only(part)));
        return new Sum(required, sum.optional(), 0, sum.without());
    }

    /** The documents of a segment that match it, in their order, where they are known or cost little to find out. */
    Optional<int[]> documents(Leaf leaf, LeafReaderContext segment) {
        return switch (leaf.lookup()) {
            case Lookup.Matching matching ->
                Optional.ofNullable(few.get(matching.plan())).map(all -> within(segment, all));
            case Lookup.Phrase phrase -> phrases.of(phrase, compiler.leaf(leaf), segment);
            default -> Optional.empty();
        };
    }

    /** Those of the documents of a whole index that are in a segment, by their numbers there. */
    private static int[] within(LeafReaderContext segment, int[] all) {
        int from = place(all, segment.docBase);
        int to = place(all, segment.docBase + segment.reader().maxDoc());
        int[] within = Arrays.copyOfRange(all, from, to);
        for (int i = 0; i < within.length; i++) {
            within[i] -= segment.docBase;
        }
        return within;
    }

    private static int place(int[] documents, int document) {
        int found = Arrays.binarySearch(documents, document);
        return found < 0 ? -found - 1 : found;
    }

    /** For a window of documents at a time, with bounds. */
    Weight scored(Plan plan) throws IOException {
        Weight weight = weights.get(plan);
        if (weight == null) {
            weight = searcher.createWeight(searcher.rewrite(compiler.query(plan)), ScoreMode.TOP_SCORES, 1);
            weights.put(plan, weight);
        }
        return weight;
    }

    /** For single documents. */
    Weight bonus(Plan plan) throws IOException {
        return searcher.createWeight(searcher.rewrite(compiler.query(plan)), ScoreMode.COMPLETE, 1);
    }

    /** Of which every score is 0. */
    Weight matching(Plan plan) throws IOException {
        return searcher.createWeight(
                searcher.rewrite(new ConstantScoreQuery(compiler.query(plan))), ScoreMode.COMPLETE, 0);
    }
}
