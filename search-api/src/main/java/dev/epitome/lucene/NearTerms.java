package dev.epitome.lucene;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BytesRef;

/**
 * All words of a field in one segment that are made of letters, for finding those that are spelled nearly like another.
 * An automaton over the index needs milliseconds for that; here one look at which letters a word has rules out nearly
 * all. About 35 bytes a word. For all threads.
 */
final class NearTerms {

    private char[] letters = new char[1 << 9];
    private int[] starts = new int[1 << 6];
    private int[] articles = new int[1 << 6];

    /** Which letters a term has: an edit changes no more than two bits. */
    private long[] sets = new long[1 << 6];

    private int size;

    private NearTerms() {}

    /** Those of a segment, counted with the articles that are deleted. */
    static NearTerms of(LeafReader segment, String field) throws IOException {
        NearTerms all = new NearTerms();
        Terms terms = segment.terms(field);
        if (terms != null) {
            TermsEnum each = terms.iterator();
            for (BytesRef term = each.next(); term != null; term = each.next()) {
                String text = term.utf8ToString();
                if (text.chars().allMatch(Character::isLetter)) {
                    all.add(text, each.docFreq());
                }
            }
        }
        return all;
    }

    private void add(String term, int with) {
        int start = starts[size];
        letters = ArrayUtil.grow(letters, start + term.length());
        starts = ArrayUtil.grow(starts, size + 2);
        articles = ArrayUtil.grow(articles, size + 1);
        sets = ArrayUtil.grow(sets, size + 1);
        term.getChars(0, term.length(), letters, start);
        articles[size] = with;
        sets[size] = set(term);
        size++;
        starts[size] = start + term.length();
    }

    private static long set(String term) {
        long set = 0;
        for (int i = 0; i < term.length(); i++) {
            set |= 1L << term.charAt(i);
        }
        return set;
    }

    /**
     * Adds those that begin with the same letter and are up to so many edits away, with how many articles have them.
     * Two neighbours that changed places are one edit.
     */
    void addTo(Map<String, Integer> near, String word, int edits) {
        if (word.isEmpty()) {
            return;
        }
        Distance distance = new Distance(word.toCharArray(), edits);
        long set = set(word);
        for (int i = firstWith(word.charAt(0)); i < size && letters[starts[i]] == word.charAt(0); i++) {
            int length = starts[i + 1] - starts[i];
            if (Math.abs(length - word.length()) <= edits
                    && Long.bitCount(sets[i] ^ set) <= 2 * edits
                    && distance.isNear(letters, starts[i], length)) {
                near.merge(new String(letters, starts[i], length), articles[i], Integer::sum);
            }
        }
    }

    /** Where the terms begin that begin with the letter, which in the order of the index follow each other. */
    private int firstWith(char letter) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (letters[starts[middle]] < letter) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The optimal string alignment distance, row by row, as far as it can still be small enough. */
    private static final class Distance {

        private final char[] word;
        private final int most;
        private int[] row;
        private int[] last;
        private int[] beforeLast;

        Distance(char[] word, int most) {
            this.word = word;
            this.most = most;
            this.row = new int[word.length + 1];
            this.last = new int[word.length + 1];
            this.beforeLast = new int[word.length + 1];
        }

        boolean isNear(char[] letters, int start, int length) {
            Arrays.setAll(last, i -> i);
            for (int i = 1; i <= length; i++) {
                char letter = letters[start + i - 1];
                row[0] = i;
                int least = i;
                for (int j = 1; j <= word.length; j++) {
                    int best =
                            Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + (word[j - 1] == letter ? 0 : 1));
                    boolean swapped = i > 1 && j > 1 && word[j - 1] == letters[start + i - 2] && word[j - 2] == letter;
                    row[j] = swapped ? Math.min(best, beforeLast[j - 2] + 1) : best;
                    least = Math.min(least, row[j]);
                }
                if (least > most) {
                    return false;
                }
                int[] free = beforeLast;
                beforeLast = last;
                last = row;
                row = free;
            }
            return last[word.length] <= most;
        }
    }
}
