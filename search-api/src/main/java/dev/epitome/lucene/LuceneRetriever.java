package dev.epitome.lucene;

import dev.epitome.engine.Plan;
import dev.epitome.engine.Plan.Leaf;
import dev.epitome.engine.Plan.Lookup;
import dev.epitome.engine.Plan.Sum;
import dev.epitome.engine.Retriever;
import dev.epitome.engine.Retriever.FacetCounts;
import dev.epitome.engine.Retriever.Selection;
import dev.epitome.engine.Retriever.TopArticle;
import dev.epitome.engine.Retriever.TopArticles;
import dev.epitome.search.Facet;
import dev.epitome.search.FacetCount;
import dev.epitome.search.SearchFilter;
import dev.epitome.search.SortOrder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollector;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.TotalHits;
import org.apache.lucene.search.Weight;

/** Runs plans as Lucene's queries. The terms of a leaf are looked up once, for all articles of an answer. */
final class LuceneRetriever implements Retriever {

    private final BudgetedSearcher searcher;
    private final PlanCompiler compiler;
    private final RankedSearch ranked;
    private final CommitFacets facets;
    private final IdentityHashMap<Leaf, Weight> weights = new IdentityHashMap<>();

    LuceneRetriever(BudgetedSearcher searcher, CommitTerms terms, CommitFacets facets) {
        this.searcher = searcher;
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
        TopDocs best = searcher.search(query, ranked.best(wanted, wanted.order(), wanted.counted()));
        if (wanted.scored()) {
            TopFieldCollector.populateScores(best.scoreDocs, searcher, query);
        }
        return RankedSearch.articles(
                best,
                hit -> new TopArticle(hit.doc, hit.score, SortTranslator.last(wanted.order(), hit)),
                best.totalHits.value(),
                best.totalHits.relation() == TotalHits.Relation.EQUAL_TO);
    }

    /** Where all score the same, the newest come first; those the index finds without looking at all. */
    private TopArticles newest(Plan plan, SearchFilter filter, Selection wanted) throws IOException {
        Query query = new ConstantScoreQuery(compiler.query(plan, filter));
        float score = (float) plan.maxScore();
        TopDocs best = searcher.search(query, ranked.best(wanted, SortOrder.NEWEST, wanted.counted()));
        return RankedSearch.articles(
                best,
                hit -> new TopArticle(
                        hit.doc,
                        score,
                        SortTranslator.last(SortOrder.NEWEST, hit).withScore(score)),
                best.totalHits.value(),
                best.totalHits.relation() == TotalHits.Relation.EQUAL_TO);
    }

    private static boolean isEverything(Plan plan) {
        return plan instanceof Leaf leaf && leaf.lookup() instanceof Lookup.Everything;
    }

    @Override
    public int countUpTo(Plan plan, SearchFilter filter, int most) {
        return ranked.countUpTo(plan, filter, most);
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
        Query query = compiler.query(plan, filter);
        if (isEverything(query)) {
            return OptionalLong.of(searcher.getIndexReader().numDocs());
        }
        return isWord(plan) && filter.isEmpty() ? OptionalLong.of(count(query)) : OptionalLong.empty();
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

    /** Of one term the index knows the number, and of two that stand for one word nearly so. */
    private static boolean isWord(Plan plan) {
        return PlanCompiler.isTerm(plan)
                || (plan instanceof Sum sum
                        && sum.required().isEmpty()
                        && sum.without().isEmpty()
                        && sum.optional().size() <= 2
                        && sum.optional().stream().allMatch(PlanCompiler::isTerm));
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
        Query query = compiler.query(plan, filter);
        try {
            // Where every article matches there is nothing to count that is not known already.
            FacetCollector.Counted counted = isEverything(query)
                    ? new FacetCollector.Counted(
                            searcher.getIndexReader().numDocs(),
                            keys.stream().map(FacetKeys::totals).toList())
                    : searcher.search(query, new FacetCollector.Counting(keys));
            if (searcher.budget().isSpent()) {
                return Optional.empty();
            }
            Map<Facet, List<FacetCount>> counts = new EnumMap<>(Facet.class);
            for (int i = 0; i < keys.size(); i++) {
                counts.put(
                        wanted.get(i),
                        keys.get(i)
                                .most(
                                        counted.counts().get(i),
                                        wanted.get(i).field().isEmpty()));
            }
            return Optional.of(new FacetCounts(counted.hits(), counts));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public BitSet matching(Plan plan, List<Integer> articles) {
        BitSet matching = new BitSet();
        try {
            Weight weight =
                    searcher.createWeight(searcher.rewrite(compiler.query(plan)), ScoreMode.COMPLETE_NO_SCORES, 1);
            int[] ascending = IntStream.range(0, articles.size())
                    .boxed()
                    .sorted(Comparator.comparing(articles::get))
                    .mapToInt(Integer::intValue)
                    .toArray();
            int next = 0;
            for (LeafReaderContext segment : searcher.getIndexReader().leaves()) {
                int end = segment.docBase + segment.reader().maxDoc();
                Scorer scorer =
                        next < ascending.length && articles.get(ascending[next]) < end ? weight.scorer(segment) : null;
                DocIdSetIterator matches = scorer == null ? DocIdSetIterator.empty() : scorer.iterator();
                for (; next < ascending.length && articles.get(ascending[next]) < end; next++) {
                    int document = articles.get(ascending[next]) - segment.docBase;
                    if (matches.docID() < document) {
                        matches.advance(document);
                    }
                    matching.set(ascending[next], matches.docID() == document);
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
