package dev.epitome.lucene;

import dev.epitome.analysis.TextAnalysis;
import dev.epitome.analysis.TextWord;
import dev.epitome.lucene.Matcher.Slot;
import dev.epitome.search.Snippet.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The words of one text with their positions, and where matchers find them. */
final class MarkedWords {

    /** A term at a position, and what of the text it covers. */
    private record Place(int position, int start, int end) {}

    private final List<TextWord> words;
    private final Map<String, List<Place>> places = new HashMap<>();
    private final Map<String, List<Span>> exactSpans = new HashMap<>();
    private final Map<String, List<Span>> looseSpans = new HashMap<>();

    MarkedWords(String text) {
        this.words = TextAnalysis.words(text);
        int position = 0;
        for (TextWord word : words) {
            Place whole = new Place(position, word.start(), word.end());
            Span span = new Span(word.start(), word.end());
            exactSpans.computeIfAbsent(word.exact(), none -> new ArrayList<>()).add(span);
            looseSpans.computeIfAbsent(word.loose(), none -> new ArrayList<>()).add(span);
            put(word.loose(), whole);
            if (!word.exact().equals(word.loose())) {
                put(word.exact(), whole);
            }
            for (TextWord.Part part : word.parts()) {
                put(part.term(), new Place(position + part.position(), part.start(), part.end()));
                if (!part.term().equals(word.loose())) {
                    looseSpans
                            .computeIfAbsent(part.term(), none -> new ArrayList<>())
                            .add(new Span(part.start(), part.end()));
                }
            }
            position += word.positions();
        }
    }

    private void put(String term, Place place) {
        places.computeIfAbsent(term, none -> new ArrayList<>()).add(place);
    }

    /** What all the matchers find, in order, without overlap: of spans that overlap, the longest that begins first. */
    List<Span> spans(Collection<Matcher> matchers) {
        List<Span> found = new ArrayList<>();
        matchers.forEach(matcher -> found.addAll(spans(matcher)));
        found.sort(Comparator.comparingInt(Span::start)
                .thenComparing(Comparator.comparingInt(Span::end).reversed()));
        List<Span> apart = new ArrayList<>();
        for (Span span : found) {
            if (apart.isEmpty() || span.start() >= apart.getLast().end()) {
                apart.add(span);
            }
        }
        return apart;
    }

    List<Span> spans(Matcher matcher) {
        return switch (matcher) {
            case Matcher.Exact exact -> exactSpans.getOrDefault(exact.term(), List.of());
            case Matcher.Loose loose -> loose(loose.term());
            case Matcher.Sequence sequence -> sequences(sequence.slots());
            case Matcher.Beginning beginning ->
                words.stream()
                        .filter(word -> word.exact().startsWith(beginning.prefix()))
                        .map(word -> new Span(word.start(), word.end()))
                        .toList();
            case Matcher.Nowhere nowhere -> List.of();
        };
    }

    /** Whether a loose term stands there as a word of its own, not only as a part of one. */
    boolean hasWhole(String loose) {
        return words.stream().anyMatch(word -> word.loose().equals(loose));
    }

    private List<Span> loose(String term) {
        return looseSpans.getOrDefault(term, List.of());
    }

    private List<Span> sequences(List<Slot> slots) {
        List<Span> spans = new ArrayList<>();
        for (String first : slots.getFirst().terms()) {
            for (Place place : places.getOrDefault(first, List.of())) {
                int end = endOfSequence(slots, place);
                if (end > 0) {
                    spans.add(new Span(place.start(), end));
                }
            }
        }
        return spans;
    }

    /** 0 where another place of the sequence lacks its term. */
    private int endOfSequence(List<Slot> slots, Place first) {
        int end = first.end();
        for (Slot slot : slots.subList(1, slots.size())) {
            int wanted = first.position() + slot.position();
            int found = slot.terms().stream()
                    .flatMap(term -> places.getOrDefault(term, List.of()).stream())
                    .filter(place -> place.position() == wanted)
                    .mapToInt(Place::end)
                    .max()
                    .orElse(0);
            if (found == 0) {
                return 0;
            }
            end = Math.max(end, found);
        }
        return end;
    }
}
