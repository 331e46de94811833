package dev.epitome.lucene;

import dev.epitome.analysis.TextAnalysis;
import dev.epitome.analysis.TextWord;
import dev.epitome.article.Article;
import dev.epitome.ranking.RankingProfile.FieldWeights;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What an article is about, as far as its words tell: how much each stands for it, by the weights of its fields. Names
 * of authors and sources tell who wrote, not on what.
 */
final class ArticleTopics {

    private final FieldWeights weights;
    private final Map<String, Integer> occurrences = new HashMap<>();
    private final Map<String, Set<String>> pieces = new HashMap<>();
    private final Set<String> tagged = new HashSet<>();
    private int length;

    private ArticleTopics(FieldWeights weights) {
        this.weights = weights;
    }

    static ArticleTopics of(Article article, FieldWeights weights) {
        ArticleTopics topics = new ArticleTopics(weights);
        topics.add(article.title(), weights.title());
        for (String tag : article.tags()) {
            topics.add(tag, weights.tags());
            TextAnalysis.words(tag).forEach(word -> topics.tagged.add(word.loose()));
        }
        topics.add(article.summary(), weights.summary());
        return topics;
    }

    private void add(String text, int weight) {
        for (TextWord word : TextAnalysis.words(text)) {
            length += weight;
            if (!isTelling(text, word)) {
                continue;
            }
            occurrences.merge(word.loose(), weight, Integer::sum);
            // What hyphens join may be written apart elsewhere.
            if (word.positions() > 1) {
                for (TextWord.Part part : word.parts()) {
                    if (!StopWords.has(part.term())) {
                        occurrences.merge(part.term(), weight, Integer::sum);
                        pieces.computeIfAbsent(word.loose(), none -> new HashSet<>())
                                .add(part.term());
                    }
                }
            }
        }
    }

    /** A small letter alone is a unit or a variable, where C is a language. */
    private static boolean isTelling(String text, TextWord word) {
        boolean smallLetter = word.end() - word.start() == 1 && Character.isLowerCase(text.charAt(word.start()));
        return !smallLetter
                && !StopWords.has(word.exact())
                && word.exact().codePoints().anyMatch(Character::isLetter);
    }

    /** The loose terms of its words. */
    Set<String> terms() {
        return occurrences.keySet();
    }

    /** Whether a tag says that the article is about it. */
    boolean isTagged(String term) {
        return tagged.contains(term);
    }

    /** The parts of a word that hyphens join. */
    Set<String> piecesOf(String term) {
        return pieces.getOrDefault(term, Set.of());
    }

    /**
     * How much a term stands for the article, from 0 to 1: its occurrences saturate as they do in a score.
     *
     * @param average the length of all articles, in the same unit
     */
    double share(String term, double average, float k1, float b) {
        double occurring = occurrences.getOrDefault(term, 0);
        double room = k1 * weights.summary() * (1 - b + b * length / average);
        return occurring / (occurring + room);
    }
}
