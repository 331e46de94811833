package dev.epitome.lucene;

import dev.epitome.index.IndexFields;
import dev.epitome.ranking.RankingProfile;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Terms;

/**
 * How much words tell of what articles are about: the rare ones do, and those that articles dwell on. For one request.
 */
final class Tellingness {

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

    private final Vocabulary vocabulary;
    private final RankingProfile profile;
    private final int articles;
    private final double average;
    private final boolean hasTags;
    private final Map<String, Double> known = new HashMap<>();
    private final Map<String, Boolean> tags = new HashMap<>();

    Tellingness(BudgetedSearcher searcher, RankingProfile profile) throws IOException {
        this.vocabulary = new Vocabulary(searcher, profile.fields());
        this.profile = profile;
        Terms words = MultiTerms.getTerms(searcher.getIndexReader(), IndexFields.EXACT);
        this.articles = words == null ? 0 : words.getDocCount();
        this.hasTags = MultiTerms.getTerms(searcher.getIndexReader(), IndexFields.TAG_KEY) != null;
        this.average = words == null ? 1 : (double) words.getSumTotalTermFreq() / articles;
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
        return tags.computeIfAbsent(word, some -> vocabulary.has(IndexFields.TAG_KEY, some));
    }

    /** Whether so many articles have a term that it relates none by itself. */
    boolean isCommon(String term) {
        return vocabulary.articlesWith(IndexFields.LOOSE, term) > Math.max(FEW, articles / COMMON);
    }

    /** What a loose term tells of an article; 0 where it does not have it. */
    double of(String term, ArticleTopics topics) {
        double share = topics.share(term, average, profile.k1(), profile.b());
        return share == 0 ? 0 : share * known.computeIfAbsent(term, this::anywhere);
    }

    private double anywhere(String term) {
        int with = vocabulary.articlesWith(IndexFields.LOOSE, term);
        double rarity = Math.log(1 + (articles + UNSEEN - with + 0.5) / (with + 0.5));
        return rarity * vocabulary.burst(IndexFields.LOOSE, term);
    }
}
