package dev.epitome.alias;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the acronyms that a text defines, after Schwartz and Hearst, "A simple algorithm for identifying abbreviation
 * definitions in biomedical text" (2003): {@code long form (SF)} and {@code SF (long form)}.
 *
 * <p>It is stricter than theirs, since here a wrong definition costs more than one missed. An acronym has two capitals,
 * or a capital and a digit, and every word of its long form but the small ones gives it at least its initial; see
 * {@link LongForm}.
 */
public final class AcronymFinder {

    /** The most definitions taken from one text. */
    public static final int MAX_DEFINITIONS = 64;

    private static final int MAX_INSIDE = 120;

    /** A long form is looked for in no more than this, so that a long sentence costs no more than a short one. */
    private static final int MAX_BEFORE = 160;

    private AcronymFinder() {}

    /**
     * What the text defines, each once, in its order. A definition does not reach across a line feed or the end of a
     * sentence. Takes any text, in time that grows no faster than its length.
     */
    public static List<Definition> definitions(String text) {
        Objects.requireNonNull(text, "text");
        Set<Definition> found = new LinkedHashSet<>();
        int sentence = 0;
        for (int open = text.indexOf('('); open >= 0; open = text.indexOf('(', open + 1)) {
            int close = close(text, open);
            if (close > 0) {
                definition(text, sentence, open, close).ifPresent(found::add);
                // What follows cannot be explained by what stands before these parentheses.
                sentence = close + 1;
            }
            if (found.size() == MAX_DEFINITIONS) {
                break;
            }
        }
        return new ArrayList<>(found);
    }

    /** Where the parenthesis closes, or -1 where it holds another one or is too long to be a definition. */
    private static int close(String text, int open) {
        int end = Math.min(text.length(), open + MAX_INSIDE + 2);
        for (int i = open + 1; i < end; i++) {
            char c = text.charAt(i);
            if (c == ')') {
                return i;
            }
            if (c == '(' || c == '\n') {
                return -1;
            }
        }
        return -1;
    }

    private static Optional<Definition> definition(String text, int from, int open, int close) {
        String before = lastSentence(text, from, open);
        String inside = text.substring(open + 1, close);
        Optional<Definition> spelledOutBefore =
                Acronym.in(upToComma(inside)).flatMap(acronym -> defined(acronym, before));
        if (spelledOutBefore.isPresent()) {
            return spelledOutBefore;
        }
        Optional<Acronym> acronym = Acronym.in(lastWord(before));
        return acronym.flatMap(found -> defined(found, inside))
                .or(() -> acronym.flatMap(found -> defined(found, upToComma(inside))));
    }

    private static Optional<Definition> defined(Acronym acronym, String phrase) {
        return acronym.singular()
                .flatMap(one -> LongForm.of(one, phrase).map(many -> new Definition(one.text(), singular(many))))
                .or(() -> LongForm.of(acronym, phrase).map(text -> new Definition(acronym.text(), text)));
    }

    /** Without its plural s; as it is where the word may end in -e or not: {@code caches}, {@code branches}. */
    private static String singular(String text) {
        boolean plural = text.endsWith("s") && !text.endsWith("ss") && !text.endsWith("us");
        boolean unclear = text.endsWith("ches") || text.endsWith("xes") || text.endsWith("ses");
        if (!plural || unclear) {
            return text;
        }
        return text.endsWith("ies") ? text.substring(0, text.length() - 3) + "y" : text.substring(0, text.length() - 1);
    }

    /**
     * What stands between {@code from} and {@code to}, from its last end of a sentence, and not more than is needed.
     */
    private static String lastSentence(String text, int from, int to) {
        int start = Math.max(from, to - MAX_BEFORE);
        if (start > from) {
            // The first word may be cut: pass over it.
            while (start < to && !Character.isWhitespace(text.charAt(start))) {
                start++;
            }
        }
        for (int i = to - 1; i >= start; i--) {
            if (isEnd(text, i, to)) {
                return text.substring(i + 1, to);
            }
        }
        return text.substring(start, to);
    }

    /** The start of what stands in parentheses: {@code CQRS} of {@code CQRS, for short}. */
    private static String upToComma(String inside) {
        for (int i = 0; i < inside.length(); i++) {
            if (",;:".indexOf(inside.charAt(i)) >= 0) {
                return inside.substring(0, i);
            }
        }
        return inside;
    }

    private static String lastWord(String text) {
        String stripped = text.stripTrailing();
        int start = stripped.length();
        while (start > 0 && !Character.isWhitespace(stripped.charAt(start - 1))) {
            start--;
        }
        return stripped.substring(start);
    }

    private static boolean isEnd(String text, int at, int to) {
        char c = text.charAt(at);
        if ("\n;()[]{}".indexOf(c) >= 0) {
            return true;
        }
        boolean last = at + 1 == to || Character.isWhitespace(text.charAt(at + 1));
        return last && ".:!?".indexOf(c) >= 0;
    }

    /**
     * An acronym and what a text says it stands for.
     *
     * @param acronym in the singular, such as {@code RDG}
     * @param expansion as the text writes it, without a leading article, such as {@code Real-Time Distributed Graph}
     */
    public record Definition(String acronym, String expansion) {
        public Definition {
            Objects.requireNonNull(acronym, "acronym");
            Objects.requireNonNull(expansion, "expansion");
        }
    }
}
