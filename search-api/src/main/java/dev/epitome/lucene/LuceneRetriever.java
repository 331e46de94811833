package dev.epitome.lucene;

import dev.epitome.engine.Plan;
import dev.epitome.engine.Plan.Best;
import dev.epitome.engine.Plan.Leaf;
import dev.epitome.engine.Plan.Lookup;
import dev.epitome.engine.Plan.Nothing;
import dev.epitome.engine.Plan.Only;
import dev.epitome.engine.Plan.Sum;
import dev.epitome.engine.Retriever;
import dev.epitome.engine.Retriever.FacetCounts;
import dev.epitome.engine.Retriever.Selection;
import dev.epitome.engine.Retriever.SortValues;
import dev.epitome.engine.Retriever.TopArticle;
import dev.epitome.engine.Retriever.TopArticles;
import dev.epitome.search.Facet;
import dev.epitome.search.FacetCount;
import dev.epitome.search.SearchFilter;
import dev.epitome.search.SortOrder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollector;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.TotalHits;
import org.apache.lucene.search.Weight;

/** Runs plans as Lucene's queries. The terms of a leaf are looked up once, for all articles of an answer. */
final class LuceneRetriever implements Retriever {

    private final BudgetedSearcher searcher;
    private final CommitTerms terms;
    private final PlanCompiler compiler;
    private final RankedSearch ranked;
    private final CommitFacets facets;
    private final IdentityHashMap<Leaf, Weight> weights = new IdentityHashMap<>();

    LuceneRetriever(BudgetedSearcher searcher, CommitTerms terms, CommitFacets facets) {
        this.searcher = searcher;
        this.terms = terms;
        this.compiler = new PlanCompiler(terms);
        this.ranked = new RankedSearch(searcher, terms);
        this.facets = facets;
    }

    @Override
    public TopArticles top(Plan plan, SearchFilter filter, Selection wanted) {
        try {
            if (wanted.order() != SortOrder.RELEVANCE) {
                return sorted(plan, filter, wanted);
            }
            return isEverything(plan) ? newest(plan, filter, wanted) : ranked.top(plan, filter, wanted);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private TopArticles sorted(Plan plan, SearchFilter filter, Selection wanted) throws IOException {
        Query query = compiler.query(plan, filter);
        TopDocs best = searcher.search(query, best(wanted, wanted.order()));
        if (wanted.scored()) {
            TopFieldCollector.populateScores(best.scoreDocs, searcher, query);
        }
        return best.totalHits.value() < wanted.least()
                ? new TopArticles(List.of(), best.totalHits.value(), true)
                : articles(best, hit -> hit.score);
    }

    /** Where all score the same, the newest come first; those the index finds without looking at all. */
    private TopArticles newest(Plan plan, SearchFilter filter, Selection wanted) throws IOException {
        Query query = new ConstantScoreQuery(compiler.query(plan, filter));
        float score = (float) plan.maxScore();
        TopDocs best = searcher.search(query, best(wanted, SortOrder.NEWEST));
        return articles(best, hit -> score);
    }

    private TopFieldCollectorManager best(Selection wanted, SortOrder order) {
        FieldDoc after =
                wanted.after().map(last -> SortTranslator.after(order, last)).orElse(null);
        int size = Math.max(1, searcher.getIndexReader().maxDoc());
        return new TopFieldCollectorManager(
                SortTranslator.sort(order), Math.min(wanted.count(), size), after, wanted.counted());
    }

    private static TopArticles articles(TopDocs best, ToDoubleFunction<ScoreDoc> score) {
        List<TopArticle> articles = Arrays.stream(best.scoreDocs)
                .map(hit -> new TopArticle(hit.doc, (float) score.applyAsDouble(hit)))
                .toList();
        TotalHits hits = best.totalHits;
        return new TopArticles(articles, hits.value(), hits.relation() == TotalHits.Relation.EQUAL_TO);
    }

    @Override
    public SortValues sortedBy(SortOrder order, TopArticle article) {
        return new ArticleOrder(searcher).sortValues(order, article.number(), article.score());
    }

    private static boolean isEverything(Plan plan) {
        return plan instanceof Leaf leaf && leaf.lookup() instanceof Lookup.Everything;
    }

    @Override
    public long count(Plan plan) {
        return count(compiler.query(plan));
    }

    private long count(Query query) {
        try {
            return searcher.count(query);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public OptionalLong knownCount(Plan plan, SearchFilter filter) {
        List<Lookup.Term> word = filter.isEmpty() ? word(plan) : List.of();
        if (!word.isEmpty()) {
            return OptionalLong.of(terms.count(word, any -> count(plan)));
        }
        return mayBeEverything(plan) && isEverything(compiler.query(plan, filter))
                ? OptionalLong.of(searcher.getIndexReader().numDocs())
                : OptionalLong.empty();
    }

    /** Of one term the index knows how many have it, and of two that stand for one word it is worth remembering. */
    private static List<Lookup.Term> word(Plan plan) {
        List<Plan> parts = plan instanceof Sum sum
                        && sum.required().isEmpty()
                        && sum.without().isEmpty()
                        && sum.optional().size() <= 2
                ? sum.optional()
                : List.of(plan);
        return parts.stream().allMatch(PlanCompiler::isTerm)
                ? parts.stream()
                        .map(part -> (Lookup.Term) ((Leaf) part).lookup())
                        .toList()
                : List.of();
    }

    /** Not where words or phrases are asked for: then there is no need to look. */
    private static boolean mayBeEverything(Plan plan) {
        return switch (plan) {
            case Leaf leaf ->
                !(leaf.lookup() instanceof Lookup.Term
                        || leaf.lookup() instanceof Lookup.Phrase
                        || leaf.lookup() instanceof Lookup.Matching);
            case Sum sum ->
                sum.required().isEmpty()
                        ? sum.optional().stream().anyMatch(LuceneRetriever::mayBeEverything)
                        : sum.required().stream().allMatch(LuceneRetriever::mayBeEverything);
            case Best best -> best.ways().stream().anyMatch(LuceneRetriever::mayBeEverything);
            case Only only -> mayBeEverything(only.plan());
            case Nothing nothing -> false;
        };
    }

    /** Whether every article matches: page, feed and statistics begin so. */
    private boolean isEverything(Query query) {
        try {
            return searcher.rewrite(new ConstantScoreQuery(query)) instanceof ConstantScoreQuery rewritten
                    && rewritten.getQuery() instanceof MatchAllDocsQuery;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean matchesAny(Plan plan) {
        try {
            Query query = new ConstantScoreQuery(compiler.query(plan));
            return searcher.search(query, new TopScoreDocCollectorManager(1, null, 1)).scoreDocs.length > 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<FacetCounts> facets(Plan plan, SearchFilter filter, List<Facet> wanted) {
        List<FacetKeys> keys =
                wanted.stream().map(FieldNames::of).map(facets::of).toList();
        try {
            // Where every article matches there is nothing to count that is not known already.
            boolean everything = mayBeEverything(plan) && isEverything(compiler.query(plan, filter));
            FacetTally tally = new FacetTally(keys);
            if (!everything) {
                ranked.each(plan, filter, tally);
            }
            if (searcher.budget().isSpent()) {
                return Optional.empty();
            }
            Map<Facet, List<FacetCount>> counts = new EnumMap<>(Facet.class);
            for (int i = 0; i < keys.size(); i++) {
                int[] counted =
                        everything ? keys.get(i).totals() : tally.counts().get(i);
                boolean dates = wanted.get(i).field().isEmpty();
                counts.put(wanted.get(i), keys.get(i).most(counted, dates));
            }
            long hits = everything ? searcher.getIndexReader().numDocs() : tally.hits();
            return Optional.of(new FacetCounts(hits, counts));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public BitSet matching(Plan plan, List<Integer> articles) {
        BitSet matching = new BitSet();
        try {
            int[] ascending = IntStream.range(0, articles.size())
                    .boxed()
                    .sorted(Comparator.comparing(articles::get))
                    .mapToInt(Integer::intValue)
                    .toArray();
            int next = 0;
            for (LeafReaderContext segment : searcher.getIndexReader().leaves()) {
                int end = segment.docBase + segment.reader().maxDoc();
                Optional<Part> part = next < ascending.length && articles.get(ascending[next]) < end
                        ? new SegmentSearch(ranked, segment).part(plan)
                        : Optional.empty();
                for (; next < ascending.length && articles.get(ascending[next]) < end; next++) {
                    int document = articles.get(ascending[next]) - segment.docBase;
                    matching.set(ascending[next], part.isPresent() && part.get().scoreOf(document) >= 0);
                }
            }
            return matching;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public OptionalDouble score(Leaf leaf, int article) {
        try {
            Weight weight = weights.get(leaf);
            if (weight == null) {
                weight = searcher.createWeight(searcher.rewrite(compiler.leaf(leaf)), ScoreMode.COMPLETE, 1);
                weights.put(leaf, weight);
            }
            List<LeafReaderContext> segments = searcher.getIndexReader().leaves();
            LeafReaderContext segment = segments.get(ReaderUtil.subIndex(article, segments));
            var given = weight.explain(segment, article - segment.docBase);
            return given.isMatch() ? OptionalDouble.of(given.getValue().doubleValue()) : OptionalDouble.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
