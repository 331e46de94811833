package dev.epitome.engine;

import dev.epitome.analysis.TextAnalysis;
import dev.epitome.analysis.TextWord;
import dev.epitome.article.Article;
import dev.epitome.ranking.RankingProfile.FieldWeights;
import java.time.DayOfWeek;
import java.time.Month;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an article is about, as far as its words tell: how much each stands for it, by the weights of its fields. Names
 * of authors and sources tell who wrote, not on what.
 */
final class ArticleTopics {

    /** When and how much, never on what. May and March are words of other meanings too, which is no loss. */
    private static final Set<String> MEASURES = Stream.of(
                    Arrays.stream(Month.values()).map(Month::name),
                    Arrays.stream(DayOfWeek.values()).map(DayOfWeek::name),
                    Stream.of("UTC", "GMT", "PST", "AM", "PM", "KB", "MB", "GB", "TB", "PB", "MS", "KM"),
                    Stream.of("KB/S", "MB/S", "GB/S", "QPS", "RPS", "USD", "EUR", "Q1", "Q2", "Q3", "Q4"))
            .flatMap(names -> names)
            .map(name -> name.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());

    private final FieldWeights weights;
    private final Map<String, Integer> occurrences = new HashMap<>();
    private final Map<String, Set<String>> pieces = new HashMap<>();
    private final Map<String, Set<String>> written = new HashMap<>();
    private final Set<String> tagged = new HashSet<>();
    private final Set<String> names = new HashSet<>();
    private int length;

    private ArticleTopics(FieldWeights weights) {
        this.weights = weights;
    }

    static ArticleTopics of(Article article, FieldWeights weights) {
        ArticleTopics topics = new ArticleTopics(weights);
        topics.add(article.title(), weights.title(), false);
        for (String tag : article.tags()) {
            topics.add(tag, weights.tags(), false);
            TextAnalysis.words(tag).forEach(word -> topics.tagged.add(word.loose()));
        }
        topics.add(article.summary(), weights.summary(), true);
        return topics;
    }

    private void add(String text, int weight, boolean prose) {
        for (TextWord word : TextAnalysis.words(text)) {
            length += weight;
            if (!isTelling(text, word)) {
                continue;
            }
            occurrences.merge(word.loose(), weight, Integer::sum);
            written.computeIfAbsent(word.loose(), none -> new HashSet<>()).add(word.exact());
            if (isName(text, word, prose)) {
                names.add(word.loose());
            }
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
                && !MEASURES.contains(word.exact())
                && word.exact().codePoints().anyMatch(Character::isLetter);
    }

    /**
     * Capitals within a word and digits are of names. So is the first letter within a sentence; in a title all may be.
     */
    private static boolean isName(String text, TextWord word, boolean prose) {
        String form = text.substring(word.start(), word.end());
        boolean capital =
                Character.isUpperCase(form.charAt(0)) && prose && !WrittenForms.beginsSentence(text, word.start());
        return capital
                || form.chars().skip(1).anyMatch(letter -> Character.isUpperCase(letter) || Character.isDigit(letter));
    }

    /** The loose terms of its words. */
    Set<String> terms() {
        return occurrences.keySet();
    }

    /** Whether a tag says that the article is about it. */
    boolean isTagged(String term) {
        return tagged.contains(term);
    }

    /**
     * Whether the term is a name or a tag here, or a tag elsewhere.
     *
     * @param isTag whether any article is tagged with a word, as it is written
     */
    boolean isTopic(String term, Predicate<String> isTag) {
        return tagged.contains(term)
                || names.contains(term)
                || written.getOrDefault(term, Set.of()).stream().anyMatch(isTag);
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
