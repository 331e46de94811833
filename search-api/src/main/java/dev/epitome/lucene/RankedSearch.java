package dev.epitome.lucene;

import dev.epitome.engine.Budget.OutOfTime;
import dev.epitome.engine.Plan;
import dev.epitome.engine.Retriever.Selection;
import dev.epitome.engine.Retriever.TopArticle;
import dev.epitome.engine.Retriever.TopArticles;
import dev.epitome.search.SearchFilter;
import dev.epitome.search.SortOrder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollector;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/**
 * Finds the best articles for one request, in an order whose ties are broken. What only some articles have, and what is
 * dear to look for, is kept out of the way of the others.
 */
final class RankedSearch {

    private final BudgetedSearcher searcher;
    private final CommitTerms terms;
    private final PlanCompiler compiler;
    private final Map<Plan, int[]> few = new HashMap<>();

    RankedSearch(BudgetedSearcher searcher, CommitTerms terms) {
        this.searcher = searcher;
        this.terms = terms;
        this.compiler = new PlanCompiler(terms);
    }

    TopArticles top(Plan plan, SearchFilter filter, Selection wanted) throws IOException {
        Bonuses split = Bonuses.of(plan, few.keySet());
        RareWays rare = new RareWays(terms, this::matching);
        Plan forMost = rare.without(split.search());
        TopFieldCollector best = best(wanted, wanted.order(), 0).newCollector();
        List<Weight> bonuses = new ArrayList<>();
        for (Plan bonus : split.bonuses()) {
            bonuses.add(scored(compiler.query(bonus)));
        }
        RankingCollector collector = new RankingCollector(best, bonuses, split.most(), wanted.counted(), size());
        int[] inFront = split.first().map(first -> few.get(first.matching())).orElse(new int[0]);
        int[] first = IntStream.concat(
                        IntStream.of(inFront), rare.articles().stream().flatMapToInt(IntStream::of))
                .sorted()
                .distinct()
                .toArray();
        if (first.length > 0) {
            collector.collectFirst(
                    scored(compiler.query(split.search(), filter)),
                    searcher.getIndexReader().leaves(),
                    first,
                    IntStream.of(inFront).boxed().collect(Collectors.toSet()),
                    split.first().map(Bonuses.First::more).orElse(0f));
        }
        searcher.search(compiler.query(forMost, filter), new OneCollector(collector));
        return articles(
                best.topDocs(),
                hit -> new TopArticle(hit.doc, (Float) hit.fields[0], SortTranslator.last(wanted.order(), hit)),
                collector.hits(),
                collector.isExact());
    }

    private Weight scored(Query query) throws IOException {
        return searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE, 1);
    }

    private int size() {
        return Math.max(1, searcher.getIndexReader().maxDoc());
    }

    /** What was found before the time ran out is not kept, and is as good as too many. */
    private int[] matching(Plan plan, int most) {
        try {
            return terms.matching(plan, any -> {
                int[] documents = first(compiler.query(plan), most);
                searcher.budget().require();
                return documents;
            });
        } catch (OutOfTime e) {
            return new int[most];
        }
    }

    private int[] first(Query query, int most) {
        FirstDocuments first = new FirstDocuments(most);
        try {
            searcher.search(new ConstantScoreQuery(query), new FirstDocuments.Manager(first));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return first.documents();
    }

    /** One thread searches. */
    private record OneCollector(RankingCollector collector) implements CollectorManager<RankingCollector, Void> {

        @Override
        public RankingCollector newCollector() {
            return collector;
        }

        @Override
        public @Nullable Void reduce(Collection<RankingCollector> collectors) {
            return null;
        }
    }

    TopFieldCollectorManager best(Selection wanted, SortOrder order, int counted) {
        FieldDoc after =
                wanted.after().map(last -> SortTranslator.after(order, last)).orElse(null);
        return new TopFieldCollectorManager(
                SortTranslator.sort(order), Math.min(wanted.count(), size()), after, counted);
    }

    static TopArticles articles(TopDocs best, Function<FieldDoc, TopArticle> article, long hits, boolean counted) {
        List<TopArticle> articles = Arrays.stream(best.scoreDocs)
                .map(hit -> article.apply((FieldDoc) hit))
                .toList();
        return new TopArticles(articles, hits, counted);
    }

    /** How many articles match, up to a number. If they are fewer, they are known from then on. */
    int countUpTo(Plan plan, SearchFilter filter, int most) {
        int[] documents = first(compiler.query(plan, filter), most);
        if (documents.length < most) {
            few.put(plan, documents);
        }
        return documents.length;
    }
}
