package dev.epitome.engine;

import dev.epitome.analysis.TextAnalysis;
import dev.epitome.analysis.TextWord;
import dev.epitome.article.Article;
import dev.epitome.engine.WrittenForms.Standing;
import dev.epitome.query.Field;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What relates an article to others, as people call it: subjects that both name. For one request. */
final class SharedSubjects {

    private static final int MOST_SHARED = 5;

    /** Beside the most telling subject, those are not named that give less than this part of what it gives. */
    private static final double WORTH_NAMING = 0.25;

    private final Article article;
    private final ArticleTopics topics;
    private final Subjects subjects;
    private final Lexicon lexicon;

    SharedSubjects(Article article, ArticleTopics topics, Subjects subjects, Lexicon lexicon) {
        this.article = article;
        this.topics = topics;
        this.subjects = subjects;
        this.lexicon = lexicon;
    }

    /**
     * What gives most; of a compound that both have, not its pieces again. Empty where both share no more than words.
     *
     * @param given what each loose term gives that both have
     */
    List<String> with(Article other, Map<String, Double> given) {
        List<WrittenForms> texts = List.of(subjects.of(article, given.keySet()), subjects.of(other, given.keySet()));
        Map<String, Double> named = new HashMap<>();
        Set<String> pieces = new HashSet<>();
        for (String tag : tagsOfSeveralWords(other)) {
            List<String> words =
                    TextAnalysis.words(tag).stream().map(TextWord::loose).toList();
            pieces.addAll(words);
            named.put(
                    asCounted(tag),
                    words.stream()
                            .mapToDouble(word -> given.getOrDefault(word, 0.0))
                            .max()
                            .orElse(0));
        }
        given.keySet().forEach(term -> pieces.addAll(topics.piecesOf(term)));
        given.forEach((term, gives) -> {
            if (!pieces.contains(term)) {
                name(term, texts).ifPresent(name -> named.merge(name, gives, Math::max));
            }
        });
        return best(named);
    }

    private static List<String> best(Map<String, Double> named) {
        double most = named.values().stream().mapToDouble(gives -> gives).max().orElse(0);
        Set<String> told = new HashSet<>();
        return named.entrySet().stream()
                .filter(subject -> subject.getValue() >= most * WORTH_NAMING)
                .sorted(Entry.<String, Double>comparingByValue().reversed().thenComparing(Entry.comparingByKey()))
                .map(Entry::getKey)
                .filter(form -> told.add(TextAnalysis.filterKey(form)))
                .limit(MOST_SHARED)
                .toList();
    }

    /** As prose writes it; a tag that prose has not, as facets do. Empty where it is no subject of one of the two. */
    private Optional<String> name(String term, List<WrittenForms> texts) {
        Predicate<TextWord> wanted = word -> word.loose().equals(term);
        if (!texts.stream().allMatch(text -> text.count(seen -> seen.hasAny(Set.of(term))) > 0)) {
            return Optional.empty();
        }
        List<WrittenForms> prose = texts.stream()
                .map(text -> text.only(seen -> seen.standing() != Standing.TAG))
                .toList();
        return WrittenForms.most(prose, wanted)
                .or(() -> WrittenForms.most(texts, wanted).map(this::asCounted));
    }

    private List<String> tagsOfSeveralWords(Article other) {
        Set<String> others = other.tags().stream().map(TextAnalysis::filterKey).collect(Collectors.toSet());
        return article.tags().stream()
                .filter(tag -> others.contains(TextAnalysis.filterKey(tag)))
                .filter(tag -> TextAnalysis.words(tag).size() > 1)
                .toList();
    }

    private String asCounted(String tag) {
        return lexicon.written(Field.TAG, TextAnalysis.filterKey(tag)).orElse(tag);
    }
}
