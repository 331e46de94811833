package dev.epitome.engine;

import java.util.List;

/** Whether a word may be a slip of the finger for another, so that nobody would call the two different words. */
final class Misspelling {

    /** In shorter words one letter makes another word: only what fingers and ears mix up is a slip there. */
    private static final int SHORTEST_TO_TRUST = 8;

    private static final String VOWELS = "aeiouy";

    /** Letters of the keyboard, row by row: those beside each other are hit for each other. */
    private static final List<String> ROWS = List.of("qwertyuiop", "asdfghjkl", "zxcvbnm");

    /** Beginnings that say the opposite, or another measure, of the same thing. */
    private static final List<List<String>> OPPOSITES = List.of(
            List.of("hyper", "hypo"),
            List.of("inter", "intra"),
            List.of("micro", "macro"),
            List.of("pre", "pro"),
            List.of("pre", "post"),
            List.of("in", "un"),
            List.of("in", "out"),
            List.of("in", "ex"),
            List.of("im", "ex"),
            List.of("en", "de"),
            List.of("en", "un"),
            List.of("up", "un"),
            List.of("ante", "anti"),
            List.of("sub", "super"),
            List.of("mono", "multi"),
            List.of("mega", "meta"),
            List.of("milli", "micro"),
            List.of("iso", "aniso"),
            List.of("sync", "async"),
            List.of("de", "re"),
            List.of("", "un"),
            List.of("", "in"),
            List.of("", "im"),
            List.of("", "ir"),
            List.of("", "non"),
            List.of("", "de"),
            List.of("", "dis"),
            List.of("", "mis"),
            List.of("", "re"),
            List.of("", "sub"),
            List.of("", "a"));

    private Misspelling() {}

    /** @param meant a word one or two edits away */
    static boolean isLikely(String typed, String meant) {
        for (List<String> pair : OPPOSITES) {
            if (areOpposites(typed, meant, pair) || areOpposites(meant, typed, pair)) {
                return false;
            }
        }
        return Math.min(typed.length(), meant.length()) >= SHORTEST_TO_TRUST || isSlip(typed, meant);
    }

    private static boolean areOpposites(String one, String other, List<String> pair) {
        String first = pair.getFirst();
        String second = pair.getLast();
        return one.startsWith(first)
                && other.startsWith(second)
                && one.substring(first.length()).equals(other.substring(second.length()));
    }

    /** Of words that differ in one place. */
    private static boolean isSlip(String typed, String meant) {
        int start = 0;
        int shorter = Math.min(typed.length(), meant.length());
        while (start < shorter && typed.charAt(start) == meant.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < shorter - start
                && typed.charAt(typed.length() - 1 - end) == meant.charAt(meant.length() - 1 - end)) {
            end++;
        }
        String wrong = typed.substring(start, typed.length() - end);
        String right = meant.substring(start, meant.length() - end);
        if (wrong.length() == 1 && right.length() == 1) {
            return areMixedUp(wrong.charAt(0), right.charAt(0));
        }
        if (wrong.length() + right.length() == 1) {
            // A letter more or less at the end makes prisma of prism; twice the same letter never does.
            return end > 0 || (start > 1 && meant.length() != typed.length() && isDoubled(typed, meant));
        }
        return true;
    }

    private static boolean isDoubled(String typed, String meant) {
        String longer = typed.length() > meant.length() ? typed : meant;
        return longer.charAt(longer.length() - 1) == longer.charAt(longer.length() - 2);
    }

    private static boolean areMixedUp(char one, char other) {
        if (VOWELS.indexOf(one) >= 0 && VOWELS.indexOf(other) >= 0) {
            return true;
        }
        for (String row : ROWS) {
            int at = row.indexOf(one);
            if (at >= 0 && Math.abs(at - row.indexOf(other)) == 1 && row.indexOf(other) >= 0) {
                return true;
            }
        }
        return false;
    }
}
