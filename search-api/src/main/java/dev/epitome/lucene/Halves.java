package dev.epitome.lucene;

import dev.epitome.analysis.TextAnalysis;
import dev.epitome.analysis.TextWord;
import java.util.ArrayList;
import java.util.List;

/** The ways to write a compound as words of their own. */
final class Halves {

    /** Longer words are seldom compounds, and each place to cut costs a look into the index. */
    private static final int LONGEST = 30;

    private Halves() {}

    /** At its separators where it has some, otherwise at every letter, from the left. */
    static List<List<TextWord>> of(TextWord word, int shortest) {
        String exact = word.exact();
        if (exact.length() > LONGEST) {
            return List.of();
        }
        return exact.chars().allMatch(Character::isLetterOrDigit) ? atLetters(exact, shortest) : atSeparators(exact);
    }

    private static List<List<TextWord>> atSeparators(String exact) {
        StringBuilder spaced = new StringBuilder();
        for (int i = 0; i < exact.length(); i++) {
            char c = exact.charAt(i);
            boolean separates = "-_/.:".indexOf(c) >= 0;
            spaced.append(separates ? ' ' : c);
        }
        List<TextWord> pieces = TextAnalysis.words(spaced.toString());
        boolean telling = pieces.size() > 1
                && isWord(pieces.getFirst().exact())
                && pieces.stream().allMatch(piece -> piece.exact().length() > 1 || isDigit(piece.exact()));
        return telling ? List.of(pieces) : List.of();
    }

    /** Neither a number, which stands beside others everywhere, nor a single letter. */
    private static boolean isWord(String piece) {
        return piece.length() > 1 && Character.isLetter(piece.charAt(0));
    }

    private static boolean isDigit(String piece) {
        return Character.isDigit(piece.charAt(0));
    }

    private static List<List<TextWord>> atLetters(String exact, int shortest) {
        List<List<TextWord>> cuts = new ArrayList<>();
        for (int at = shortest; at <= exact.length() - shortest; at++) {
            List<TextWord> pieces = TextAnalysis.words(exact.substring(0, at) + " " + exact.substring(at));
            if (pieces.size() == 2 && pieces.stream().noneMatch(piece -> StopWords.has(piece.exact()))) {
                cuts.add(pieces);
            }
        }
        return cuts;
    }
}
