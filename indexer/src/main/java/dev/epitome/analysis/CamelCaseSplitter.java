package dev.epitome.analysis;

import dev.epitome.analysis.TextWord.Part;
import java.util.ArrayList;
import java.util.List;

/** Splits names at their capitals: {@code NodePort}, {@code JSONPath}. */
final class CamelCaseSplitter {

    /** Letters of the shortest piece that is found alone: {@code sql} must not find MySQL. */
    private static final int SHORTEST_PART = 4;

    /** So that no word has more parts than it may, also one with punctuation before it. */
    private static final int LONGEST = (TextWord.MAX_PARTS - 1) * SHORTEST_PART;

    private CamelCaseSplitter() {}

    /**
     * The pieces by which a word of ASCII letters is found, and what it would be in prose, since not everyone types the
     * capitals: {@code loadbalancer}, {@code load-balancer}. None where a piece is one letter, as in {@code OAuth}.
     */
    static List<Part> parts(FoldedText text, int from, int to, Stems stems) {
        int second = end(text, from, to);
        if (second == to || to - from > LONGEST || isPluralAcronym(text, from, to)) {
            return List.of();
        }
        List<Part> parts = new ArrayList<>();
        String whole = text.lower(from, to);
        String prose = stems.ofProse(whole);
        if (!whole.endsWith("s") && !prose.equals(whole)) {
            parts.add(new Part(prose, text.start(from), text.end(to), 0));
        }
        for (int start = from; start < to; ) {
            int end = end(text, start, to);
            if (end - start < 2) {
                return List.of();
            }
            if (end - start >= SHORTEST_PART) {
                String term = stems.loose(text, start, end, text.lower(start, end));
                parts.add(new Part(term, text.start(start), text.end(end), 0));
            }
            start = end;
        }
        return parts;
    }

    /** A piece is a capital and small letters, or capitals up to the one that begins the next word. */
    private static int end(FoldedText text, int from, int to) {
        int end = from;
        while (end < to && text.isUpper(end)) {
            end++;
        }
        if (end == to) {
            return to;
        }
        if (end - from > 1) {
            return end - 1;
        }
        while (end < to && !text.isUpper(end)) {
            end++;
        }
        return end;
    }

    private static boolean isPluralAcronym(FoldedText text, int from, int to) {
        int end = from;
        while (text.isUpper(end) && end < to) {
            end++;
        }
        return end == to - 1 && text.at(end) == 's';
    }
}
