package dev.epitome.engine;

import dev.epitome.search.Snippet;
import dev.epitome.search.Snippet.Span;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Marks the words of a query in a text, and cuts long texts down to the passage that shows most of them. */
final class SnippetMaker {

    /** A text up to this length, in UTF-16 units, is shown whole. */
    private static final int WHOLE = 300;

    private static final int PASSAGE = 240;

    /** How much of the passage may stand before its first mark, as context. */
    private static final int LEAD = 60;

    private SnippetMaker() {}

    /**
     * One snippet, or none where the text has no word of the query.
     *
     * @param places the words of the query in the text, in order, without overlap
     */
    static List<Snippet> of(String text, List<Span> places) {
        if (places.isEmpty()) {
            return List.of();
        }
        return List.of(text.length() <= WHOLE ? snippet(text, 0, text.length(), places) : passage(text, places));
    }

    private static Snippet passage(String text, List<Span> places) {
        Span first = places.get(densest(places));
        int from = beginning(text, first);
        return snippet(text, from, end(text, from + PASSAGE, first), places);
    }

    /**
     * Where a word begins, near enough to the mark: a run without a space may have begun thousands of letters before.
     */
    private static int beginning(String text, Span mark) {
        int from = mark.start() - LEAD;
        if (from <= 0) {
            return 0;
        }
        from = Math.min(mark.start(), boundaryFrom(text, from));
        return text.charAt(from) == ' ' ? from + 1 : from;
    }

    private static int end(String text, int wanted, Span mark) {
        if (wanted >= text.length()) {
            return text.length();
        }
        int to = Math.max(mark.end(), boundaryUpTo(text, wanted));
        return text.charAt(to - 1) == ' ' ? to - 1 : to;
    }

    /** The next place, from this one inside the text, where no word is cut. Most are found without more ado. */
    static int boundaryFrom(String text, int at) {
        int end = at;
        while (end < text.length() && isPlain(text, end)) {
            end++;
        }
        boolean isPlain = isPlain(text, at - 1) ? isSpace(text, end) : isSpace(text, at - 1) && end > at;
        if (isPlain) {
            return isPlain(text, at - 1) ? end : at;
        }
        BreakIterator boundaries = words(text);
        return boundaries.isBoundary(at) ? at : boundaries.following(at);
    }

    /** The last such place up to this one. */
    static int boundaryUpTo(String text, int at) {
        int start = at;
        while (start > 0 && isPlain(text, start - 1)) {
            start--;
        }
        boolean isPlain = isPlain(text, at) ? isSpace(text, start - 1) : isSpace(text, at) && start < at;
        if (isPlain) {
            return isPlain(text, at) ? start : at;
        }
        BreakIterator boundaries = words(text);
        return boundaries.isBoundary(at) ? at : boundaries.preceding(at);
    }

    private static boolean isPlain(String text, int at) {
        char letter = (char) (text.charAt(at) | 0x20);
        return letter >= 'a' && letter <= 'z';
    }

    private static boolean isSpace(String text, int at) {
        return at >= 0 && at < text.length() && text.charAt(at) == ' ';
    }

    private static BreakIterator words(String text) {
        BreakIterator words = BreakIterator.getWordInstance(Locale.ROOT);
        words.setText(text);
        return words;
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

    private static Snippet snippet(String text, int from, int to, List<Span> places) {
        List<Span> within = new ArrayList<>();
        for (Span place : places) {
            if (place.start() >= from && place.end() <= to) {
                within.add(new Span(place.start() - from, place.end() - from));
            }
        }
        return new Snippet(text.substring(from, to), from, from == 0, to == text.length(), within);
    }
}
