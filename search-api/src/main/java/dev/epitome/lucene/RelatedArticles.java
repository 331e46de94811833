package dev.epitome.lucene;

import dev.epitome.article.Article;
import dev.epitome.index.IndexFields;
import dev.epitome.ranking.RankingProfile;
import dev.epitome.search.RelatedArticle;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;

/**
 * Articles on what one is about. Its most telling words find candidates; these are then weighed by the words that both
 * dwell on, since one that mentions in passing what another is about has not the same topic. For one request.
 */
final class RelatedArticles {

    /** Words of the article that others are looked for by. */
    private static final int ASKED = 20;

    private static final int CANDIDATES = 50;

    /** What a word must give to relate two articles: less gives one of every tenth article that both say once. */
    private static final double LEAST_OF_A_WORD = 1.5;

    /**
     * What all words must give is this times the logarithm of the index's size over {@link #FEW}, at least one word.
     */
    private static final double OF_CHANCE = 1.8;

    /** Among so few articles it is no chance when two say the same. */
    private static final double FEW = 5;

    private static final Comparator<Relation> ORDER = Comparator.comparingDouble(
                    (Relation relation) -> -relation.strength())
            .thenComparingLong(relation -> -day(relation.article()))
            .thenComparing(relation -> relation.article().id());

    /** An article with this part of all that one says is related to it, however many others are. */
    private static final double MOST_OF_IT = 0.5;

    private final BudgetedSearcher searcher;
    private final RankingProfile profile;
    private final Tellingness tellingness;
    private final Subjects subjects;
    private final CommitFacets facets;

    /**
     * Another article and what each word that relates the two gives.
     *
     * @param hasTopic whether what gives most is a topic, and not a word that is everywhere
     */
    private record Relation(Article article, Map<String, Double> given, double strength, boolean hasTopic) {}

    RelatedArticles(Snapshot snapshot, RankingProfile profile) throws IOException {
        this.searcher = snapshot.searcher();
        this.profile = profile;
        this.tellingness = new Tellingness(searcher, profile);
        this.subjects = new Subjects(snapshot, new Vocabulary(searcher, profile.fields()));
        this.facets = snapshot.facets();
    }

    /** The nearest first, then the newest, then by id. */
    List<RelatedArticle> to(int document, int limit) throws IOException {
        ArticleStore store = new ArticleStore(searcher.getIndexReader());
        Article article = store.read(document).article();
        ArticleTopics topics = ArticleTopics.of(article, profile.fields());
        double least = Math.max(LEAST_OF_A_WORD, OF_CHANCE * Math.log(tellingness.articles() / FEW));
        double most = Math.max(LEAST_OF_A_WORD, MOST_OF_IT * own(topics));
        List<Relation> relations = new ArrayList<>();
        for (ScoreDoc found : BestArticles.of(searcher, query(topics), CANDIDATES)) {
            if (found.doc != document) {
                Relation relation = relation(topics, store.read(found.doc).article());
                boolean onTopic = relation.strength() >= least && relation.hasTopic();
                if (onTopic || relation.strength() >= most) {
                    relations.add(relation);
                }
            }
        }
        SharedSubjects shared = new SharedSubjects(article, topics, subjects, facets);
        // Who shares words and no subject is not told: there would be nothing to say why.
        return relations.stream()
                .sorted(ORDER)
                .map(relation -> new RelatedArticle(
                        relation.article(), relation.strength(), shared.with(relation.article(), relation.given())))
                .filter(related -> !related.shared().isEmpty())
                .limit(limit)
                .toList();
    }

    private static long day(Article article) {
        return article.published().map(date -> date.firstDay().toEpochDay()).orElse(Long.MIN_VALUE + 1);
    }

    private Query query(ArticleTopics topics) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        topics.terms().stream()
                .sorted(Comparator.comparingDouble((String term) -> -tellingness.of(term, topics))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(ASKED)
                .forEach(term -> any.add(
                        new BoostQuery(
                                new TermQuery(new Term(IndexFields.LOOSE, term)), (float) tellingness.of(term, topics)),
                        Occur.SHOULD));
        return any.build();
    }

    /** By what both dwell on. */
    private Relation relation(ArticleTopics topics, Article other) {
        ArticleTopics others = ArticleTopics.of(other, profile.fields());
        Map<String, Double> given = new HashMap<>();
        for (String term : topics.terms()) {
            double gives = tellingness.ofBoth(term, topics, others);
            if (gives >= LEAST_OF_A_WORD) {
                given.put(term, gives);
            }
        }
        // In an order of its own, since sums of the same numbers may differ by it.
        double strength =
                given.values().stream().sorted().mapToDouble(gives -> gives).sum();
        boolean hasTopic = given.entrySet().stream()
                .max(Map.Entry.<String, Double>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .filter(term -> (topics.isTagged(term) && others.isTagged(term)) || !tellingness.isCommon(term))
                .isPresent();
        return new Relation(other, given, strength, hasTopic);
    }

    /** What the words of an article give that relate it to one that says the same. */
    private double own(ArticleTopics topics) {
        return topics.terms().stream()
                .mapToDouble(term -> tellingness.ofBoth(term, topics, topics))
                .filter(gives -> gives >= LEAST_OF_A_WORD)
                .sum();
    }
}
