package dev.epitome.engine;

import dev.epitome.analysis.TextAnalysis;
import dev.epitome.analysis.TextWord;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The ways to write a compound as words of their own. */
final class CompoundSplitter {

    /** Longer words are seldom compounds, and each place to cut costs a look into the index. */
    private static final int LONGEST = 30;

    /** A name with its version, {@code go1.22} or {@code .net8}, and letters joined by an ampersand, {@code r&d}. */
    private static final Pattern GLUED = Pattern.compile("([.]?\\p{L}{2,})([0-9]+(?:[.][0-9]+)*)|(\\p{L})&(\\p{L})");

    private CompoundSplitter() {}

    /**
     * Before its number, at its separators where it has some, otherwise at its capitals, and at every letter, from the
     * left.
     *
     * @param isKnown whether some article has the half as a word; what is none is not looked at further
     */
    static List<List<TextWord>> of(TextWord word, int shortest, Predicate<String> isKnown) {
        String exact = word.exact();
        if (exact.length() > LONGEST) {
            return List.of();
        }
        Matcher glued = GLUED.matcher(exact);
        if (glued.matches()) {
            return List.of(TextAnalysis.words(glued.replaceFirst("$1$3 $2$4")));
        }
        if (!exact.chars().allMatch(Character::isLetterOrDigit)) {
            List<TextWord> pieces = atSeparators(exact);
            return pieces.isEmpty() ? List.of() : List.of(pieces);
        }
        List<List<TextWord>> cuts = new ArrayList<>(atCapitals(word));
        cuts.addAll(atLetters(exact, shortest, isKnown));
        return cuts;
    }

    /** At its capitals, where they make more than two pieces: two are found by trying each letter. */
    private static List<List<TextWord>> atCapitals(TextWord word) {
        String exact = word.exact();
        // The whole as prose is no piece. Folding can change the length; then places say nothing of the folded word.
        List<TextWord.Part> parts = word.parts().stream()
                .filter(part -> part.start() != word.start() || part.end() != word.end())
                .toList();
        if (parts.size() < 3 || exact.length() != word.end() - word.start()) {
            return List.of();
        }
        StringBuilder spaced = new StringBuilder();
        int at = word.start();
        for (TextWord.Part part : parts) {
            if (part.start() != at) {
                return List.of();
            }
            at = part.end();
            spaced.append(exact, part.start() - word.start(), at - word.start()).append(' ');
        }
        List<TextWord> pieces = TextAnalysis.words(spaced.toString());
        return at == word.end() && pieces.size() == parts.size() ? List.of(pieces) : List.of();
    }

    /** Empty where that leaves single letters. */
    static List<TextWord> atSeparators(String exact) {
        StringBuilder spaced = new StringBuilder();
        for (int i = 0; i < exact.length(); i++) {
            char c = exact.charAt(i);
            boolean inNumber = c == '.' && isDigitAt(exact, i - 1) && isDigitAt(exact, i + 1);
            boolean separates = "-_/.:".indexOf(c) >= 0 && !inNumber;
            spaced.append(separates ? ' ' : c);
        }
        List<TextWord> pieces = TextAnalysis.words(spaced.toString());
        boolean telling = pieces.size() > 1
                && Character.isLetter(pieces.getFirst().exact().charAt(0))
                && pieces.stream().anyMatch(piece -> isWord(piece.exact()));
        return telling ? pieces : List.of();
    }

    private static boolean isDigitAt(String text, int at) {
        return at >= 0 && at < text.length() && Character.isDigit(text.charAt(at));
    }

    /** Numbers and single letters stand beside others everywhere: one piece at least must say something. */
    private static boolean isWord(String piece) {
        return piece.length() > 2 && Character.isLetter(piece.charAt(0));
    }

    private static List<List<TextWord>> atLetters(String exact, int shortest, Predicate<String> isKnown) {
        List<List<TextWord>> cuts = new ArrayList<>();
        for (int at = shortest; at <= exact.length() - shortest; at++) {
            String first = exact.substring(0, at);
            String second = exact.substring(at);
            boolean known = isKnown.test(first) && isKnown.test(second);
            if (known && !StopWords.has(first) && !StopWords.has(second)) {
                cuts.add(TextAnalysis.words(first + " " + second));
            }
        }
        return cuts;
    }
}
