package dev.epitome.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Finds in texts the words that may have some terms, and analyses no others: most words of an article are passed over
 * by a look at their letters. Gives for each of those terms what {@link TextAnalysis#words} would. For one thread.
 */
public final class WordFinder {

    /** What may stand before and after a word of prose without belonging to it. */
    private static final String BEFORE = "([{\"";

    private static final String AFTER = ".,;:!?)]}\"";

    /** More positions than any sequence of terms takes. */
    private static final int UNKNOWN = 1 << 10;

    /**
     * A term as its letters tell of it.
     *
     * @param beginning with which every word of prose begins that has it
     * @param joined which every word that has it holds, its letters and digits joined
     * @param some letters that stand in every word that has it
     */
    private record Letters(String beginning, String joined, long some) {

        boolean mayBeAt(String text, int start, long all) {
            return mayBeIn(all) && text.regionMatches(true, start, beginning, 0, beginning.length());
        }

        boolean mayBeIn(long all) {
            return (all & some) == some;
        }
    }

    private final List<Letters> terms = new ArrayList<>();
    private final Stems stems = new Stems();
    private final Map<String, String> known = new HashMap<>();

    /** @param terms exact or loose terms of words, or beginnings of them */
    public WordFinder(Set<String> terms) {
        Objects.requireNonNull(terms, "terms");
        Set<Letters> letters = new HashSet<>();
        for (String term : terms) {
            letters.addAll(letters(term));
        }
        this.terms.addAll(letters);
    }

    /** Is told of a text, from its first word to its last. */
    public interface Visitor {

        /** A word that may have one of the terms. */
        void word(TextWord word);

        /**
         * Words that have none of the terms.
         *
         * @param positions that they take, where that is known: never less than that
         */
        void passed(int positions);
    }

    /** Goes through the text. */
    public void find(String text, Visitor visitor) {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(visitor, "visitor");
        int at = 0;
        while (at < text.length()) {
            if (text.charAt(at) <= ' ') {
                at++;
                continue;
            }
            int end = at;
            long letters = 0;
            boolean ascii = true;
            while (end < text.length() && text.charAt(end) > ' ') {
                char c = text.charAt(end++);
                ascii &= c < 0x80;
                letters |= bit(c);
            }
            if (ascii) {
                ascii(text, at, end, letters, visitor);
            } else {
                analyse(text, at, end, visitor);
            }
            at = end;
        }
    }

    /** What stands between two spaces. No word goes beyond, nor does what it is depend on what stands there. */
    private void ascii(String text, int from, int to, long letters, Visitor visitor) {
        int start = from;
        while (start < to && BEFORE.indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        int end = to;
        while (end > start && AFTER.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        if (isProse(text, start, end)) {
            prose(text, start, end, letters, visitor);
        } else if (mayBeIn(letters, text, start, end)) {
            analyse(text, from, to, visitor);
        } else if (hasWord(text, start, end)) {
            visitor.passed(UNKNOWN);
        }
    }

    private void prose(String text, int start, int end, long letters, Visitor visitor) {
        for (Letters term : terms) {
            if (term.mayBeAt(text, start, letters)) {
                String exact = text.substring(start, end).toLowerCase(Locale.ROOT);
                String loose = exact.length() < 2 ? exact : known.computeIfAbsent(exact, stems::ofProse);
                visitor.word(TextWord.simple(start, end, exact, loose));
                return;
            }
        }
        visitor.passed(1);
    }

    /** Small letters, of which the first may be a capital: one word without parts. */
    private static boolean isProse(String text, int start, int end) {
        if (start == end || end - start > TextWord.MAX_TERM - 2 || !FoldedText.isAsciiLetter(text.charAt(start))) {
            return false;
        }
        for (int i = start + 1; i < end; i++) {
            if (text.charAt(i) < 'a' || text.charAt(i) > 'z') {
                return false;
            }
        }
        return true;
    }

    private static boolean hasWord(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (CharacterKind.of(text.charAt(i)) != CharacterKind.BREAK) {
                return true;
            }
        }
        return false;
    }

    private boolean mayBeIn(long letters, String text, int start, int end) {
        String joined = null;
        for (Letters term : terms) {
            if (term.mayBeIn(letters)) {
                joined = joined == null ? joined(text, start, end) : joined;
                if (joined.contains(term.joined())) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Letters and digits alone, in lower case, as a compound without its separators. */
    private static String joined(String text, int start, int end) {
        StringBuilder joined = new StringBuilder(end - start);
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (CharacterKind.of(c) != CharacterKind.BREAK) {
                joined.append(c >= 'A' && c <= 'Z' ? (char) (c + 32) : c);
            }
        }
        return joined.toString();
    }

    private void analyse(String text, int from, int to, Visitor visitor) {
        for (TextWord word : new WordScanner(FoldedText.of(text.substring(from, to)), stems).words()) {
            visitor.word(word.movedBy(from));
        }
    }

    /** Of itself, and of the listed words that have it for their stem. */
    private static List<Letters> letters(String term) {
        List<Letters> letters = new ArrayList<>();
        if (term.isEmpty() || term.charAt(0) >= 0x80) {
            return letters; // What is not ASCII is always analysed.
        }
        letters.add(ofBeginning(term));
        KnownWords.withStem(term).forEach(word -> letters.add(ofBeginning(word)));
        return letters;
    }

    /**
     * The stemmer changes no more than the last two letters of what it leaves, and never the first three, but for a few
     * short words: of {@code dying} it leaves one.
     */
    private static Letters ofBeginning(String term) {
        String beginning = term.substring(0, term.length() > 3 ? 3 : 1);
        long some = 0;
        for (int i = 0; i < Math.min(term.length(), Math.max(2, term.length() - 2)); i++) {
            some |= term.charAt(i) < 0x80 ? bit(term.charAt(i)) : 0;
        }
        String joined = joined(term, 0, term.length());
        return new Letters(beginning, joined.length() > 3 ? joined.substring(0, 3) : "", some);
    }

    /** A letter without its case. Others may share it, which only makes more words be looked at. */
    private static long bit(char character) {
        return 1L << (character >= 'A' && character <= 'Z' ? character + 32 : character);
    }
}
