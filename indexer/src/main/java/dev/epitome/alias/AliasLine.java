package dev.epitome.alias;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One line of a dictionary, its terms as written.
 *
 * @param right empty where each term of {@code left} means the others; both are empty in a comment or blank line
 */
record AliasLine(List<String> left, List<String> right) {

    static final int MAX_CHARACTERS = 100;
    static final int MAX_WORDS = 10;

    /** On each side: where each means the others, the meanings grow with its square. */
    static final int MAX_TERMS = 200;

    private static final AliasLine EMPTY = new AliasLine(List.of(), List.of());

    /** What makes two lines say the same. */
    record Identity(Set<String> left, Set<String> right) {}

    static AliasLine parse(String text) throws BadLine {
        String line = text.strip();
        if (line.isEmpty() || line.charAt(0) == '#') {
            return EMPTY;
        }
        if (line.chars().anyMatch(c -> c != '\t' && Character.isISOControl(c))) {
            throw new BadLine("a control character");
        }
        List<List<String>> sides = new Sides(line).split();
        if (sides.size() > 2) {
            throw new BadLine("more than one =>");
        }
        boolean oneWay = sides.size() == 2;
        if (oneWay && isNothing(sides.get(0))) {
            throw new BadLine("nothing left of =>");
        }
        if (oneWay && isNothing(sides.get(1))) {
            throw new BadLine("nothing right of =>");
        }
        for (List<String> side : sides) {
            if (side.size() > MAX_TERMS) {
                throw new BadLine("more than " + MAX_TERMS + " terms");
            }
            for (String term : side) {
                check(term);
            }
        }
        AliasLine parsed = new AliasLine(sides.get(0), oneWay ? sides.get(1) : List.of());
        parsed.checkThatItSaysSomething();
        return parsed;
    }

    boolean isEmpty() {
        return left.isEmpty();
    }

    Identity identity() {
        return new Identity(keys(left), keys(right));
    }

    void addTo(AliasDictionary.Builder aliases, AliasOrigin origin) {
        for (String from : left) {
            for (String to : right.isEmpty() ? left : right) {
                aliases.add(from, to, origin);
            }
        }
    }

    private void checkThatItSaysSomething() throws BadLine {
        if (right.isEmpty() && left.size() == 1) {
            throw new BadLine("a single term, where two or more are needed");
        }
        Set<String> all = keys(left);
        all.addAll(keys(right));
        if (all.size() == 1) {
            throw new BadLine("all terms are spellings of the same word, which need no entry");
        }
    }

    private static boolean isNothing(List<String> side) {
        return side.size() == 1 && side.get(0).isEmpty();
    }

    private static void check(String term) throws BadLine {
        if (term.isEmpty()) {
            throw new BadLine("an empty term");
        }
        if (term.length() > MAX_CHARACTERS) {
            throw new BadLine("a term with more than " + MAX_CHARACTERS + " characters");
        }
        String key = AliasKey.of(term);
        if (AliasKey.words(key) > MAX_WORDS) {
            throw new BadLine("a term with more than " + MAX_WORDS + " words: " + term);
        }
        if (!AliasKey.hasLetterOrDigit(key)) {
            throw new BadLine("a term without a letter or digit: " + term);
        }
    }

    private static Set<String> keys(List<String> terms) {
        Set<String> keys = new HashSet<>();
        terms.forEach(term -> keys.add(AliasKey.of(term)));
        return keys;
    }

    /** Splits a line at each {@code =>} and comma that no backslash stands before. */
    private static final class Sides {

        private final String line;
        private final List<List<String>> sides = new ArrayList<>();
        private List<String> side = new ArrayList<>();
        private final StringBuilder term = new StringBuilder();

        Sides(String line) {
            this.line = line;
        }

        List<List<String>> split() {
            for (int i = 0; i < line.length(); i++) {
                char c = line.charAt(i);
                if (c == '\\' && i + 1 < line.length()) {
                    i++;
                    term.append(line.charAt(i));
                } else if (c == ',') {
                    endTerm();
                } else if (line.startsWith("=>", i)) {
                    i++;
                    endSide();
                } else {
                    term.append(Character.isSpaceChar(c) || c == '\t' ? ' ' : c);
                }
            }
            endSide();
            return sides;
        }

        private void endTerm() {
            side.add(String.join(" ", term.toString().strip().split(" +", -1)));
            term.setLength(0);
        }

        private void endSide() {
            endTerm();
            sides.add(side);
            side = new ArrayList<>();
        }
    }

    /** A line cannot be used. */
    static final class BadLine extends Exception {

        private static final long serialVersionUID = 1L;

        private final String reason;

        BadLine(String reason) {
            super(reason, null, false, false);
            this.reason = reason;
        }

        String reason() {
            return reason;
        }
    }
}
