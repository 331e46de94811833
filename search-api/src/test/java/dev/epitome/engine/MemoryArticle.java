package dev.epitome.engine;

import dev.epitome.analysis.TextAnalysis;
import dev.epitome.analysis.TextWord;
import dev.epitome.article.Article;
import dev.epitome.article.PublicationDate.Precision;
import dev.epitome.engine.Matcher.Slot;
import dev.epitome.engine.Retriever.SortValues;
import dev.epitome.query.Field;
import dev.epitome.ranking.RankingProfile.FieldWeights;
import dev.epitome.search.Facet;
import dev.epitome.search.SortOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** What a plain list knows of one article: its terms, as the index has them, and by what it is sorted and counted. */
final class MemoryArticle {

    /** All that terms are looked up in. */
    static final List<TermField> FIELDS = Stream.of(
                    Stream.of(TermField.EXACT, TermField.LOOSE),
                    Arrays.stream(Field.values()).filter(Field::hasWords).map(TermField.Words::new),
                    Arrays.stream(Field.values()).filter(Field::hasValues).map(TermField.Values::new))
            .<TermField>flatMap(fields -> fields)
            .toList();

    private final Article article;
    private final Map<TermField, Map<String, Integer>> frequencies = new HashMap<>();
    private final Map<Field, Map<String, Set<Integer>>> positions = new EnumMap<>(Field.class);
    private final Map<TermField, Integer> lengths = new ConcurrentHashMap<>();
    private final Map<Facet, List<String>> values = new EnumMap<>(Facet.class);

    MemoryArticle(Article article, FieldWeights weights) {
        this.article = article;
        for (TermField field : FIELDS) {
            frequencies.put(field, new HashMap<>());
        }
        text(Field.TITLE, List.of(article.title()), weights.title());
        text(Field.TAG, article.tags(), weights.tags());
        text(Field.SUMMARY, List.of(article.summary()), weights.summary());
        place(Field.AUTHOR, article.authors()).forEach(word -> count(word, weights.names()));
        place(Field.SOURCE, article.source().stream().toList()).forEach(word -> count(word, weights.names()));
        values(Facet.SOURCE, article.source().stream().toList());
        values(Facet.AUTHOR, article.authors());
        values(Facet.TAG, article.tags());
        values(Facet.TYPE, article.type().stream().toList());
        article.published().ifPresent(date -> {
            String day = date.firstDay().toString();
            values.put(Facet.YEAR, List.of(day.substring(0, 4)));
            values.put(Facet.MONTH, date.precision() == Precision.YEAR ? List.of() : List.of(day.substring(0, 7)));
        });
    }

    Article article() {
        return article;
    }

    Map<String, Integer> terms(TermField field) {
        return frequencies.getOrDefault(field, Map.of());
    }

    int length(TermField field) {
        return lengths.computeIfAbsent(
                field,
                none -> terms(field).values().stream()
                        .mapToInt(Integer::intValue)
                        .sum());
    }

    /** As their article writes them. */
    List<String> values(Facet facet) {
        return values.getOrDefault(facet, List.of());
    }

    SortValues sortedBy(SortOrder order, float score) {
        long missing = order == SortOrder.OLDEST ? Long.MAX_VALUE : Long.MIN_VALUE;
        long day = article.published().map(date -> date.firstDay().toEpochDay()).orElse(missing);
        return new SortValues(score, day, article.rank().orElse(Integer.MAX_VALUE), article.id());
    }

    /** Whether terms stand at these distances, or up to so many positions apart beyond that. */
    boolean hasPhrase(Field field, List<Slot> slots, int slop) {
        return hasPhrase(positions.getOrDefault(field, Map.of()), slots, slop, Integer.MAX_VALUE, Integer.MIN_VALUE);
    }

    private static boolean hasPhrase(Map<String, Set<Integer>> there, List<Slot> slots, int slop, int least, int most) {
        if (slots.isEmpty()) {
            return true;
        }
        Slot slot = slots.getFirst();
        return slot.terms().stream()
                .flatMap(term -> there.getOrDefault(term, Set.of()).stream())
                .map(position -> position - slot.position())
                .filter(place -> Math.max(most, place) - Math.min(least, place) <= slop)
                .anyMatch(place -> hasPhrase(
                        there, slots.subList(1, slots.size()), slop, Math.min(least, place), Math.max(most, place)));
    }

    private void text(Field field, List<String> texts, int weight) {
        for (TextWord word : place(field, texts)) {
            count(word, weight);
            int ofParts = word.positions() > 1 ? weight : weight / 2;
            word.parts().forEach(part -> add(TermField.LOOSE, part.term(), ofParts));
        }
    }

    private void count(TextWord word, int weight) {
        add(TermField.EXACT, word.exact(), weight);
        add(TermField.LOOSE, word.loose(), weight);
    }

    private List<TextWord> place(Field field, List<String> texts) {
        List<TextWord> all = new ArrayList<>();
        int next = 0;
        for (String text : texts) {
            next += next == 0 ? 0 : TextAnalysis.GAP_BETWEEN_VALUES;
            for (TextWord word : TextAnalysis.words(text)) {
                all.add(word);
                place(field, word.loose(), next);
                if (!word.exact().equals(word.loose())) {
                    place(field, word.exact(), next);
                }
                for (TextWord.Part part : word.parts()) {
                    place(field, part.term(), next + part.position());
                }
                next += word.positions();
            }
        }
        return all;
    }

    private void place(Field field, String term, int position) {
        add(new TermField.Words(field), term, 1);
        positions
                .computeIfAbsent(field, none -> new HashMap<>())
                .computeIfAbsent(term, none -> new HashSet<>())
                .add(position);
    }

    private void values(Facet facet, List<String> all) {
        values.put(facet, all);
        TermField keys = new TermField.Values(facet.field().orElseThrow());
        all.forEach(value -> add(keys, TextAnalysis.filterKey(value), 1));
    }

    private void add(TermField field, String term, int weight) {
        frequencies.computeIfAbsent(field, none -> new HashMap<>()).merge(term, weight, Integer::sum);
    }
}
