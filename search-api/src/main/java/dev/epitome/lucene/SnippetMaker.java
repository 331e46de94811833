package dev.epitome.lucene;

import dev.epitome.search.Snippet;
import dev.epitome.search.Snippet.Span;
import java.text.BreakIterator;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.analysis.CharArraySet;

/** Marks the words of a query in a text, and cuts long texts down to the passage that shows most of them. */
final class SnippetMaker {

    /** A text up to this length, in UTF-16 units, is shown whole. */
    private static final int WHOLE = 300;

    private static final int PASSAGE = 240;

    /** How much of the passage may stand before its first mark, as context. */
    private static final int LEAD = 60;

    private final Words words;
    private final CharArraySet terms;

    SnippetMaker(Words words, CharArraySet terms) {
        this.words = words;
        this.terms = terms;
    }

    /** One snippet, or none where the text has no word of the query. */
    List<Snippet> of(String text) {
        if (terms.isEmpty()) {
            return List.of();
        }
        List<Span> places = words.places(text, terms);
        if (places.isEmpty()) {
            return List.of();
        }
        return List.of(text.length() <= WHOLE ? snippet(text, 0, text.length(), places) : passage(text, places));
    }

    private static Snippet passage(String text, List<Span> places) {
        int first = densest(places);
        BreakIterator boundaries = BreakIterator.getWordInstance(Locale.ROOT);
        boundaries.setText(text);
        int from = boundary(boundaries, Math.max(0, places.get(first).start() - LEAD), text.length());
        from = Math.min(from, places.get(first).start());
        int to = boundary(boundaries, Math.min(text.length(), from + PASSAGE), text.length());
        to = Math.max(to, places.get(first).end());
        return snippet(text, skipSpace(text, from), withoutSpaceBefore(text, to), places);
    }

    /** The mark from which a passage shows the most marks; the earliest of them. */
    private static int densest(List<Span> places) {
        int best = 0;
        int most = 0;
        int last = 0;
        for (int first = 0; first < places.size(); first++) {
            int end = places.get(first).start() - LEAD + PASSAGE;
            while (last < places.size() && places.get(last).end() <= end) {
                last++;
            }
            if (last - first > most) {
                most = last - first;
                best = first;
            }
        }
        return best;
    }

    private static int boundary(BreakIterator boundaries, int at, int length) {
        return at <= 0 || at >= length || boundaries.isBoundary(at) ? at : boundaries.preceding(at);
    }

    private static int skipSpace(String text, int at) {
        return at < text.length() && text.charAt(at) == ' ' ? at + 1 : at;
    }

    private static int withoutSpaceBefore(String text, int at) {
        return text.charAt(at - 1) == ' ' ? at - 1 : at;
    }

    private static Snippet snippet(String text, int from, int to, List<Span> places) {
        List<Span> within = places.stream()
                .filter(place -> place.start() >= from && place.end() <= to)
                .map(place -> new Span(place.start() - from, place.end() - from))
                .toList();
        return new Snippet(text.substring(from, to), from, from == 0, to == text.length(), within);
    }
}
