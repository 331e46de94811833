package dev.epitome.engine;

import dev.epitome.article.Article;
import dev.epitome.engine.Plan.Lookup;
import dev.epitome.engine.Retriever.Selection;
import dev.epitome.engine.Retriever.TopArticle;
import dev.epitome.ranking.RankingProfile;
import dev.epitome.search.RelatedArticle;
import dev.epitome.search.SearchFilter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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

    private final IndexState state;
    private final RankingProfile profile;
    private final TopicWeights weights;
    private final Subjects subjects;

    /**
     * Another article and what each word that relates the two gives.
     *
     * @param hasTopic whether what gives most is a topic, and not a word that is everywhere
     */
    private record Relation(Article article, Map<String, Double> given, double strength, boolean hasTopic) {}

    RelatedArticles(IndexState state, RankingProfile profile) {
        this.state = state;
        this.profile = profile;
        this.weights = new TopicWeights(state, profile);
        this.subjects = new Subjects(state, new TermStatistics(state, profile.fields()));
    }

    /** The nearest first, then the newest, then by id. */
    List<RelatedArticle> to(int number, int limit) {
        Article article = state.articles().article(number);
        ArticleTopics topics = ArticleTopics.of(article, profile.fields());
        double least = Math.max(LEAST_OF_A_WORD, OF_CHANCE * Math.log(weights.articles() / FEW));
        double most = Math.max(LEAST_OF_A_WORD, MOST_OF_IT * own(topics));
        List<Integer> candidates =
                state.retriever().top(plan(topics), SearchFilter.NONE, Selection.best(CANDIDATES)).articles().stream()
                        .map(TopArticle::number)
                        .filter(other -> other != number)
                        .toList();
        List<Relation> relations = new ArrayList<>();
        for (Article other : state.articles().articles(candidates, true)) {
            Relation relation = relation(topics, other);
            boolean onTopic = relation.strength() >= least && relation.hasTopic();
            if (onTopic || relation.strength() >= most) {
                relations.add(relation);
            }
        }
        SharedSubjects shared = new SharedSubjects(article, topics, subjects, state.lexicon());
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

    private Plan plan(ArticleTopics topics) {
        return Plan.anyOf(topics.terms().stream()
                .sorted(Comparator.comparingDouble((String term) -> -weights.of(term, topics))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(ASKED)
                .map(term -> Plan.unexplained(new Lookup.Term(TermField.LOOSE, term), (float) weights.of(term, topics)))
                .toList());
    }

    /** By what both dwell on. */
    private Relation relation(ArticleTopics topics, Article other) {
        ArticleTopics others = ArticleTopics.of(other, profile.fields());
        Map<String, Double> given = new HashMap<>();
        for (String term : topics.terms()) {
            double gives = weights.ofBoth(term, topics, others);
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
                .filter(term -> (topics.isTagged(term) && others.isTagged(term)) || !weights.isCommon(term))
                .isPresent();
        return new Relation(other, given, strength, hasTopic);
    }

    /** What the words of an article give that relate it to one that says the same. */
    private double own(ArticleTopics topics) {
        return topics.terms().stream()
                .mapToDouble(term -> weights.ofBoth(term, topics, topics))
                .filter(gives -> gives >= LEAST_OF_A_WORD)
                .sum();
    }
}
