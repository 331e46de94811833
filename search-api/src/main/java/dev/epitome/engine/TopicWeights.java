package dev.epitome.engine;

import dev.epitome.query.Field;
import dev.epitome.ranking.RankingProfile;
import java.util.HashMap;
import java.util.Map;

/**
 * How much words tell of what articles are about: the rare ones do, and those that articles dwell on. For one request.
 */
final class TopicWeights {

    /**
     * A word is as rare as if so many articles without it were there as well: in an index of two articles any word that
     * both have would be common.
     */
    private static final int UNSEEN = 100;

    /** One article of so many has a common word. */
    private static final int COMMON = 10;

    /** What is left of a word that is no topic. */
    private static final double OF_PROSE = 0.4;

    /** In so few articles no word is common. */
    private static final int FEW = 10;

    private static final TermField TAGS = new TermField.Values(Field.TAG);

    private final TermStatistics statistics;
    private final RankingProfile profile;
    private final int articles;
    private final double average;
    private final boolean hasTags;
    private final Map<String, Double> known = new HashMap<>();
    private final Map<String, Boolean> tags = new HashMap<>();

    TopicWeights(IndexState state, RankingProfile profile) {
        Lexicon lexicon = state.lexicon();
        this.statistics = new TermStatistics(state, profile.fields());
        this.profile = profile;
        this.articles = lexicon.articlesWithAny(TermField.EXACT);
        this.hasTags = lexicon.articlesWithAny(TAGS) > 0;
        this.average = articles == 0 ? 1 : (double) lexicon.occurrencesOfAll(TermField.EXACT) / articles;
    }

    int articles() {
        return articles;
    }

    /**
     * What a loose term gives that two articles have: as much as it tells of the one of which it tells less. Where
     * articles have tags, words that are neither names nor anybody's tags give less: they tell how something is said.
     */
    double ofBoth(String term, ArticleTopics one, ArticleTopics other) {
        double less = Math.min(of(term, one), of(term, other));
        boolean topic = !hasTags || one.isTopic(term, this::isTag) || other.isTopic(term, this::isTag);
        return topic ? less : less * OF_PROSE;
    }

    private boolean isTag(String word) {
        return tags.computeIfAbsent(word, some -> statistics.has(TAGS, some));
    }

    /** Whether so many articles have a term that it relates none by itself. */
    boolean isCommon(String term) {
        return statistics.articlesWith(TermField.LOOSE, term) > Math.max(FEW, articles / COMMON);
    }

    /** What a loose term tells of an article; 0 where it does not have it. */
    double of(String term, ArticleTopics topics) {
        double share = topics.share(term, average, profile.k1(), profile.b());
        return share == 0 ? 0 : share * known.computeIfAbsent(term, this::anywhere);
    }

    private double anywhere(String term) {
        int with = statistics.articlesWith(TermField.LOOSE, term);
        double idf = Math.log(1 + (articles + UNSEEN - with + 0.5) / (with + 0.5));
        return idf * statistics.burst(TermField.LOOSE, term);
    }
}
