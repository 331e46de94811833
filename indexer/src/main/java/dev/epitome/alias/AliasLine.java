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
record AliasLine(List<Term> left, List<Term> right) {

    static final int MAX_CHARACTERS = 100;
    static final int MAX_WORDS = 10;

    /** On each side: where each means the others, the meanings grow with its square. */
    static final int MAX_TERMS = 200;

    private static final AliasLine EMPTY = new AliasLine(List.of(), List.of());

    /**
     * What the dictionary writes.
     *
     * @param key what makes it equal to other spellings
     */
    record Term(String text, String key) {

        static Term of(String text) {
            return new Term(text, AliasKey.of(text));
        }
    }

    /** What makes two lines say the same. */
    record Identity(Set<String> left, Set<String> right) {}

    static AliasLine parse(String text) throws BadLine {
        String line = text.strip();
        if (line.isEmpty() || line.charAt(0) == '#') {
            return EMPTY;
        }
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) != '\t' && Character.isISOControl(line.charAt(i))) {
                throw new BadLine("a control character");
            }
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
        AliasLine parsed = new AliasLine(checked(sides.get(0)), oneWay ? checked(sides.get(1)) : List.of());
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
        for (Term from : left) {
            for (Term to : right.isEmpty() ? left : right) {
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

    private static List<Term> checked(List<String> side) throws BadLine {
        if (side.size() > MAX_TERMS) {
            throw new BadLine("more than " + MAX_TERMS + " terms");
        }
        List<Term> terms = new ArrayList<>(side.size());
        for (String term : side) {
            terms.add(checked(term));
        }
        return terms;
    }

    private static Term checked(String text) throws BadLine {
        if (text.isEmpty()) {
            throw new BadLine("an empty term");
        }
        if (text.length() > MAX_CHARACTERS) {
            throw new BadLine("a term with more than " + MAX_CHARACTERS + " characters");
        }
        Term term = Term.of(text);
        if (AliasKey.words(term.key()) > MAX_WORDS) {
            throw new BadLine("a term with more than " + MAX_WORDS + " words: " + text);
        }
        if (!AliasKey.hasLetterOrDigit(term.key())) {
            throw new BadLine("a term without a letter or digit: " + text);
        }
        return term;
    }

    private static Set<String> keys(List<Term> terms) {
        Set<String> keys = new HashSet<>();
        for (Term term : terms) {
            keys.add(term.key());
        }
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
            String text = term.toString().strip();
            side.add(text.contains("  ") ? text.replaceAll(" +", " ") : text);
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
