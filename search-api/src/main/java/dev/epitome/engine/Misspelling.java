package dev.epitome.engine;

import java.util.List;

/** Whether a word may be a slip of the finger for another, so that nobody would call the two different words. */
final class Misspelling {

    /** In shorter words one letter makes another word: only what fingers and ears mix up is a slip there. */
    private static final int SHORTEST_TO_TRUST = 8;

    /** What is shorter is made of a longer word by dropping a letter only where that was hit twice. */
    private static final int SHORTEST_OF_MORE = 5;

    private static final String VOWELS = "aeiouy";

    /** Letters of the keyboard, row by row: those beside each other are hit for each other. */
    private static final List<String> ROWS = List.of("qwertyuiop", "asdfghjkl", "zxcvbnm");

    /** Letters that sound alike, and are written for each other in words too long to be other words then. */
    private static final List<String> SOUNDS = List.of("cs", "ck", "kq", "sz", "sx", "dt", "bp", "fv", "vw", "gj");

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
            List.of("in", "de"),
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
        return isSlip(typed, meant, Math.min(typed.length(), meant.length()) >= SHORTEST_TO_TRUST);
    }

    private static boolean areOpposites(String one, String other, List<String> pair) {
        String first = pair.getFirst();
        String second = pair.getLast();
        return one.startsWith(first)
                && other.startsWith(second)
                && one.substring(first.length()).equals(other.substring(second.length()));
    }

    /** Of words that differ in one place; in long words more is a slip. */
    private static boolean isSlip(String typed, String meant, boolean areLong) {
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
            return areMixedUp(wrong.charAt(0), right.charAt(0), areLong, end == 0);
        }
        if (areLong || wrong.length() + right.length() != 1) {
            return true;
        }
        if (wrong.length() == 1 && meant.length() < SHORTEST_OF_MORE) {
            return start > 0 && typed.charAt(start - 1) == typed.charAt(start);
        }
        // A letter more or less at the end makes prisma of prism; twice the same letter never does.
        return end > 0 || (start > 1 && isDoubled(typed, meant));
    }

    private static boolean isDoubled(String typed, String meant) {
        String longer = typed.length() > meant.length() ? typed : meant;
        return longer.charAt(longer.length() - 1) == longer.charAt(longer.length() - 2);
    }

    /** In short words y is put for another vowel to make a name, as in Vyper, and the last vowel tells names apart. */
    private static boolean areMixedUp(char typed, char meant, boolean areLong, boolean isLast) {
        boolean vowels = VOWELS.indexOf(typed) >= 0 && VOWELS.indexOf(meant) >= 0;
        return (vowels && (areLong || (typed != 'y' && !isLast)))
                || (areLong && areIn(SOUNDS, typed, meant))
                || areIn(ROWS, typed, meant);
    }

    /** Side by side in one of them. */
    private static boolean areIn(List<String> rows, char one, char other) {
        return rows.stream().anyMatch(row -> {
            int at = row.indexOf(one);
            int beside = row.indexOf(other);
            return at >= 0 && beside >= 0 && Math.abs(at - beside) == 1;
        });
    }
}
