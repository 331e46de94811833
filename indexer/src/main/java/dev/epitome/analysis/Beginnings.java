package dev.epitome.analysis;

import java.util.ArrayList;
import java.util.List;

/** How words of prose may begin. */
final class Beginnings {

    private static final int BITS = 5;

    private final List<String> all = new ArrayList<>();

    /** A bit for each three letters, of which all are there that one or two letters may be the first of. */
    private final long[] firstThree = new long[1 << (3 * BITS - 6)];

    void add(String spelling) {
        String beginning = spelling.substring(0, WordFinder.kept(spelling.length()));
        if (!beginning.chars().allMatch(c -> c >= 'a' && c <= 'z') || all.contains(beginning)) {
            return;
        }
        all.add(beginning);
        char[] letters = beginning.toCharArray();
        int first = threeOf(letters, 0, letters.length);
        int open = BITS * Math.max(0, 3 - letters.length);
        for (int three = first; three < first + (1 << open); three++) {
            firstThree[three >>> 6] |= 1L << three;
        }
    }

    boolean mayBeOf(char[] chars, int start, int end) {
        int three = threeOf(chars, start, end);
        if ((firstThree[three >>> 6] & (1L << three)) == 0) {
            return false;
        }
        for (String beginning : all) {
            if (begins(chars, start, end, beginning)) {
                return true;
            }
        }
        return false;
    }

    private static boolean begins(char[] chars, int start, int end, String beginning) {
        if (end - start < beginning.length()) {
            return false;
        }
        for (int i = 0; i < beginning.length(); i++) {
            if ((chars[start + i] | 0x20) != beginning.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The letters, without their case, as one number. */
    private static int threeOf(char[] chars, int start, int end) {
        int first = (chars[start] & 31) << (2 * BITS);
        int second = end - start > 1 ? (chars[start + 1] & 31) << BITS : 0;
        return first | second | (end - start > 2 ? chars[start + 2] & 31 : 0);
    }
}
