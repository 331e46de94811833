package dev.epitome.engine;

import dev.epitome.analysis.TextAnalysis;
import dev.epitome.analysis.TextWord;
import dev.epitome.analysis.WordFinder;
import dev.epitome.engine.Matcher.Slot;
import dev.epitome.search.Snippet.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The words of one text, or of several values, with their positions, and where matchers find them. A matcher costs no
 * more steps than the text has occurrences of its terms, and each is only tried once.
 */
final class AnalysedText {

    /** How a term stands at a place: as the whole word, folded only; as the whole word; as a part that is found. */
    private static final int EXACT = 1;

    private static final int WHOLE = 2;
    private static final int PART = 4;

    /** A term at a position, what of the text it covers, and how it stands there. */
    private record Place(int position, int start, int end, int how) {
        Span span() {
            return new Span(start, end);
        }
    }

    private final Budget budget;
    private final List<TextWord> words = new ArrayList<>();
    private final Map<String, List<Place>> places = new HashMap<>();
    private final Map<Set<String>, Map<Integer, Integer>> endsByPosition = new HashMap<>();
    private final Map<Matcher, List<Span>> found = new HashMap<>();
    private int nextPosition;

    AnalysedText(String text, Budget budget) {
        this(List.of(text), budget);
    }

    /** The values of one field, with the break between two of them that no phrase passes over. */
    AnalysedText(List<String> values, Budget budget) {
        this.budget = budget;
        for (String value : values) {
            budget.take(value.length());
            nextPosition += nextPosition == 0 ? 0 : TextAnalysis.GAP_BETWEEN_VALUES;
            TextAnalysis.words(value).forEach(this::add);
        }
    }

    /** Only the words that a finder sees in the text; enough for matchers of its terms, see {@link Matcher#terms}. */
    AnalysedText(String text, WordFinder finder, Budget budget) {
        this.budget = budget;
        budget.take(text.length());
        finder.find(text, new WordFinder.Visitor() {
            @Override
            public void word(TextWord word) {
                add(word);
            }

            @Override
            public void passed(int positions) {
                nextPosition += positions;
            }
        });
    }

    private void add(TextWord word) {
        words.add(word);
        boolean isExact = word.exact().equals(word.loose());
        put(word.loose(), new Place(nextPosition, word.start(), word.end(), isExact ? WHOLE | EXACT : WHOLE));
        if (!isExact) {
            put(word.exact(), new Place(nextPosition, word.start(), word.end(), EXACT));
        }
        for (TextWord.Part part : word.parts()) {
            int how = part.term().equals(word.loose()) ? 0 : PART;
            put(part.term(), new Place(nextPosition + part.position(), part.start(), part.end(), how));
        }
        nextPosition += word.positions();
    }

    private void put(String term, Place place) {
        places.computeIfAbsent(term, none -> new ArrayList<>(2)).add(place);
    }

    /**
     * What all the matchers find, in order, without overlap: of spans that overlap, the longest that begins first.
     *
     * @param matchers each of them once
     */
    List<Span> spans(Collection<Matcher> matchers) {
        if (words.isEmpty()) {
            return List.of();
        }
        List<Span> all = new ArrayList<>();
        matchers.forEach(matcher -> all.addAll(find(matcher)));
        budget.take(all.size());
        all.sort(Comparator.comparingInt(Span::start)
                .thenComparing(Comparator.comparingInt(Span::end).reversed()));
        List<Span> apart = new ArrayList<>();
        for (Span span : all) {
            if (apart.isEmpty() || span.start() >= apart.getLast().end()) {
                apart.add(span);
            }
        }
        return apart;
    }

    List<Span> spans(Matcher matcher) {
        List<Span> known = found.get(matcher);
        if (known == null) {
            known = find(matcher);
            found.put(matcher, known);
        }
        return known;
    }

    private List<Span> find(Matcher matcher) {
        return switch (matcher) {
            case Matcher.Exact exact -> spans(exact.term(), EXACT);
            case Matcher.Loose loose -> spans(loose.term(), WHOLE | PART);
            case Matcher.Sequence sequence -> sequences(sequence.slots());
            case Matcher.Beginning beginning -> beginnings(beginning.prefix());
            case Matcher.Nowhere nowhere -> List.of();
        };
    }

    /** Whether a loose term stands there as a word of its own, not only as a part of one. */
    boolean hasWhole(String loose) {
        return places(loose).stream().anyMatch(place -> (place.how() & WHOLE) != 0);
    }

    private List<Place> places(String term) {
        return places.getOrDefault(term, List.of());
    }

    private List<Span> spans(String term, int how) {
        List<Place> all = places(term);
        if (all.isEmpty()) {
            return List.of();
        }
        List<Span> spans = new ArrayList<>(all.size());
        for (Place place : all) {
            if ((place.how() & how) != 0) {
                spans.add(place.span());
            }
        }
        return spans;
    }

    private List<Span> beginnings(String prefix) {
        budget.take(words.size());
        return words.stream()
                .filter(word -> word.exact().startsWith(prefix))
                .map(word -> new Span(word.start(), word.end()))
                .toList();
    }

    /** Every beginning that is left when the other slots were looked at one by one. */
    private List<Span> sequences(List<Slot> slots) {
        for (Slot slot : slots) {
            if (slot.terms().stream().noneMatch(places::containsKey)) {
                return List.of();
            }
        }
        Map<Place, Integer> ends = new LinkedHashMap<>();
        for (String first : slots.getFirst().terms()) {
            places(first).forEach(place -> ends.put(place, place.end()));
        }
        budget.take(ends.size());
        for (Slot slot : slots.subList(1, slots.size())) {
            Map<Integer, Integer> there = ends(slot.terms());
            budget.take(ends.size());
            ends.entrySet().removeIf(begun -> !there.containsKey(begun.getKey().position() + slot.position()));
            ends.replaceAll((first, end) -> Math.max(end, there.getOrDefault(first.position() + slot.position(), end)));
        }
        return ends.entrySet().stream()
                .map(sequence -> new Span(sequence.getKey().start(), sequence.getValue()))
                .toList();
    }

    /** Where one of the terms ends, for each position where one stands; of several the last. */
    private Map<Integer, Integer> ends(Set<String> terms) {
        return endsByPosition.computeIfAbsent(terms, none -> {
            Map<Integer, Integer> ends = new HashMap<>();
            for (String term : terms) {
                List<Place> all = places(term);
                budget.take(all.size());
                all.forEach(place -> ends.merge(place.position(), place.end(), Math::max));
            }
            return ends;
        });
    }
}
