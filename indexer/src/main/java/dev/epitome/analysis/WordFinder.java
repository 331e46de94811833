package dev.epitome.analysis;

import dev.epitome.article.CleanText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Finds in texts the words that have some terms, and analyses few others: most words of an article are passed over by a
 * look at their letters. Gives for each of those terms what {@link TextAnalysis#words} would. For one thread.
 */
public final class WordFinder {

    /** More positions than any sequence of terms takes. */
    private static final int UNKNOWN = 1 << 10;

    /** Letters of a term that are looked for before a word is analysed. More would seldom tell more. */
    private static final int MOST_LETTERS = 12;

    private static final int LONGEST_PROSE = TextWord.MAX_TERM - 2;

    private final Set<String> terms;
    private final Function<String, List<TextWord>> analysis;
    private final Beginnings beginnings = new Beginnings();
    private final List<Letters> compounds = new ArrayList<>();
    private final boolean distances;
    private char[] chars = new char[0];
    private char[] joined = new char[0];
    private int passed;

    /**
     * @param terms exact or loose terms of words, or beginnings of them
     * @param distances whether positions have to be known also of what is passed
     * @param analysis gives what {@link TextAnalysis#words} does; it may remember, as texts have the same words
     */
    public WordFinder(Set<String> terms, boolean distances, Function<String, List<TextWord>> analysis) {
        this.terms = Set.copyOf(terms);
        this.distances = distances;
        this.analysis = Objects.requireNonNull(analysis, "analysis");
        Set<String> spellings = new TreeSet<>();
        terms.forEach(term -> addSpellings(term, spellings));
        spellings.forEach(beginnings::add);
        spellings.stream().map(Letters::of).distinct().forEach(compounds::add);
    }

    /** Is told of a text, from its first word to the last that has a term. */
    public interface Visitor {

        /** A word that has one of the terms. */
        void word(TextWord word);

        /**
         * Words that have none of the terms.
         *
         * @param positions that they take; more than any sequence of terms does where that is not known
         */
        void passed(int positions);
    }

    /** Goes through the text. */
    public void find(String written, Visitor visitor) {
        Objects.requireNonNull(written, "written");
        Objects.requireNonNull(visitor, "visitor");
        String text = CleanText.quiet(written);
        int length = text.length();
        if (chars.length <= length) {
            chars = new char[length + 1];
            joined = new char[length];
        }
        passed = 0;
        text.getChars(0, length, chars, 0);
        chars[length] = ' ';
        char[] all = chars;
        for (int at = 0; at < length; at++) {
            int from = at;
            int signs = 0;
            for (char c = all[at]; c > ' '; c = all[++at]) {
                signs |= Sign.of(c);
            }
            if (signs == Sign.SMALL && at - from <= LONGEST_PROSE) {
                prose(text, from, at, visitor);
            } else if (at > from) {
                between(text, from, at, signs, visitor);
            }
        }
    }

    private void found(TextWord word, Visitor visitor) {
        if (passed > 0) {
            visitor.passed(passed);
            passed = 0;
        }
        visitor.word(word);
    }

    /** What stands between two spaces. No word goes beyond, nor does what it is depend on what stands there. */
    private void between(String text, int from, int to, int signs, Visitor visitor) {
        int start = from;
        int end = to;
        if ((signs & Sign.BEYOND) != 0) {
            analyse(text, from, to, visitor);
            return;
        }
        while (start < end && (Sign.of(chars[start]) & Sign.BEFORE) != 0) {
            start++;
        }
        while (end > start && (Sign.of(chars[end - 1]) & Sign.AFTER) != 0) {
            end--;
        }
        if (isProse(start, end)) {
            prose(text, start, end, visitor);
        } else if ((signs & Sign.OF_WORD) != 0) {
            if (distances || mayHaveTerm(from, to)) {
                analyse(text, from, to, visitor);
            } else {
                passed += UNKNOWN;
            }
        }
    }

    /** Small letters, of which the first may be a capital: one word without parts. */
    private boolean isProse(int start, int end) {
        if (start == end || end - start > LONGEST_PROSE || (Sign.of(chars[start]) & Sign.LETTER) == 0) {
            return false;
        }
        for (int i = start + 1; i < end; i++) {
            if (chars[i] < 'a' || chars[i] > 'z') {
                return false;
            }
        }
        return true;
    }

    private void prose(String text, int start, int end, Visitor visitor) {
        if (beginnings.mayBeOf(chars, start, end)) {
            String exact = text.substring(start, end).toLowerCase(Locale.ROOT);
            String loose = analysis.apply(exact).getFirst().loose();
            if (isTerm(exact) || terms.contains(loose)) {
                found(TextWord.simple(start, end, exact, loose), visitor);
                return;
            }
        }
        passed++;
    }

    private void analyse(String text, int from, int to, Visitor visitor) {
        for (TextWord word : analysis.apply(text.substring(from, to))) {
            if (hasTerm(word)) {
                found(word.movedBy(from), visitor);
            } else {
                passed += word.positions();
            }
        }
    }

    private boolean hasTerm(TextWord word) {
        if (isTerm(word.exact()) || terms.contains(word.loose())) {
            return true;
        }
        for (TextWord.Part part : word.parts()) {
            if (terms.contains(part.term())) {
                return true;
            }
        }
        return false;
    }

    private boolean isTerm(String exact) {
        if (terms.contains(exact)) {
            return true;
        }
        for (String term : terms) {
            if (exact.startsWith(term)) {
                return true;
            }
        }
        return false;
    }

    /** Looks at letters and digits alone, in lower case, as in a compound without its separators. */
    private boolean mayHaveTerm(int from, int to) {
        long signs = 0;
        int length = 0;
        for (int i = from; i < to; i++) {
            char c = lower(chars[i]);
            signs |= bit(c);
            if ((Sign.of(c) & Sign.OF_WORD) != 0) {
                joined[length++] = c;
            }
        }
        for (Letters letters : compounds) {
            if (letters.mayBeIn(signs, joined, length)) {
                return true;
            }
        }
        return false;
    }

    /** A term, and the words that have it without beginning as it does. */
    private static void addSpellings(String term, Set<String> spellings) {
        if (term.isEmpty() || term.charAt(0) >= 0x80) {
            return; // What is not ASCII is always analysed.
        }
        spellings.add(term);
        spellings.addAll(KnownWords.withStem(term));
        if (term.length() == 3 && term.endsWith("ie")) {
            spellings.add(term.charAt(0) + "ying"); // The stemmer leaves die of dying.
        }
    }

    /**
     * Of the letters of a term, those that stand so in every word that has it. The stemmer changes no more than the
     * last two letters of what it leaves, and never the first three, nor the first two of three.
     */
    static int kept(int length) {
        return length > 3 ? Math.min(MOST_LETTERS, Math.max(3, length - 2)) : Math.min(2, length);
    }

    private static char lower(char character) {
        return character >= 'A' && character <= 'Z' ? (char) (character + 32) : character;
    }

    /** Others may share it, which only makes more words be looked at. */
    private static long bit(char character) {
        return 1L << character;
    }

    /**
     * A term as its letters tell of it.
     *
     * @param some of the signs that stand in every word that has it
     * @param joined which every word that has it holds, its letters and digits joined
     */
    private record Letters(long some, String joined) {

        static Letters of(String spelling) {
            long some = 0;
            for (int i = 0; i < kept(spelling.length()); i++) {
                char sign = spelling.charAt(i);
                boolean mayDiffer = sign == '-' || sign >= 0x80; // 1-2 is the term of 1/2, too.
                some |= mayDiffer ? 0 : bit(lower(sign));
            }
            StringBuilder joined = new StringBuilder();
            for (int i = 0; i < spelling.length(); i++) {
                if (CharacterKind.of(spelling.charAt(i)) != CharacterKind.BREAK) {
                    joined.append(lower(spelling.charAt(i)));
                }
            }
            return new Letters(some, joined.substring(0, kept(joined.length())));
        }

        boolean mayBeIn(long signs, char[] chars, int length) {
            if ((signs & some) != some) {
                return false;
            }
            for (int at = 0; at <= length - joined.length(); at++) {
                int same = 0;
                while (same < joined.length() && chars[at + same] == joined.charAt(same)) {
                    same++;
                }
                if (same == joined.length()) {
                    return true;
                }
            }
            return false;
        }
    }
}
