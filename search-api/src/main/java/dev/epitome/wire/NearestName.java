package dev.epitome.wire;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Guesses which name was meant. */
public final class NearestName {

    private static final int FEWEST_BEGUN = 3;

    private NearestName() {}

    /**
     * The known name that is fewest edits away, if that is at most a third of its letters, or one in a short name.
     * Otherwise, of three letters or more, the nearest in length that it begins, or that begins it with more than one
     * letter.
     */
    public static Optional<String> of(String typed, Collection<String> known) {
        String lower = typed.toLowerCase(Locale.ROOT);
        return known.stream()
                .filter(name -> Math.abs(lower.length() - name.length()) <= allowed(name))
                .filter(name -> edits(lower, name.toLowerCase(Locale.ROOT)) <= allowed(name))
                .min(Comparator.comparingInt(name -> edits(lower, name.toLowerCase(Locale.ROOT))))
                .or(() -> begun(lower, known));
    }

    private static Optional<String> begun(String typed, Collection<String> known) {
        if (typed.chars().filter(Character::isLetter).count() < FEWEST_BEGUN) {
            return Optional.empty();
        }
        return known.stream()
                .filter(name -> name.chars().filter(Character::isLetter).count() > 1)
                .filter(name -> begins(typed, name.toLowerCase(Locale.ROOT)))
                .min(Comparator.comparingInt(name -> Math.abs(typed.length() - name.length())));
    }

    private static boolean begins(String one, String other) {
        return one.startsWith(other) || other.startsWith(one);
    }

    private static int allowed(String name) {
        return name.length() == 1 ? 0 : Math.max(1, name.length() / 3);
    }

    /** Letters to insert, delete, replace, or swap with the next one: the optimal string alignment distance. */
    private static int edits(String from, String to) {
        int[][] edits = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                edits[i][j] = Math.max(i, j);
                if (i > 0 && j > 0) {
                    int replaced = edits[i - 1][j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                    edits[i][j] = Math.min(replaced, Math.min(edits[i - 1][j], edits[i][j - 1]) + 1);
                }
                if (i > 1 && j > 1 && swapped(from, i, to, j)) {
                    edits[i][j] = Math.min(edits[i][j], edits[i - 2][j - 2] + 1);
                }
            }
        }
        return edits[from.length()][to.length()];
    }

    private static boolean swapped(String from, int i, String to, int j) {
        return from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
    }
}
