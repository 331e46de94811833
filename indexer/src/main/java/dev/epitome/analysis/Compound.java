package dev.epitome.analysis;

/** What several pieces are as one: {@code CI/CD} is cicd, {@code v1.24} is 1.24. */
final class Compound {

    /** Joined compounds shorter than this say nothing any more: {@code R&D}, {@code A/B}. */
    private static final int SHORTEST_JOINED = 4;

    /** Pieces from which on dots stand between words of their own, as in {@code java.util.List}; not in Node.js. */
    private static final int FEWEST_DOTTED = 3;

    private final FoldedText text;
    private final Pieces pieces;
    private final Stems stems;

    Compound(FoldedText text, Pieces pieces, Stems stems) {
        this.text = text;
        this.pieces = pieces;
        this.stems = stems;
    }

    /** The term under which all spellings of these pieces meet. */
    String loose(int first, int end) {
        int last = end - 1;
        String joined = joined(first, end);
        if (joined.length() < SHORTEST_JOINED && !joined.chars().anyMatch(Character::isDigit)) {
            return text.lower(pieces.from(first), pieces.to(last));
        }
        boolean isProse = !pieces.joinedBy('.', last) && !pieces.joinedBy('\'', last);
        return isProse ? stems.looseCompound(text, pieces.from(last), pieces.to(last), joined) : joined;
    }

    /** The pieces without what is between them, except between digits, or 1.24 and 12.4 were the same. */
    private String joined(int first, int end) {
        StringBuilder joined = new StringBuilder();
        for (int piece = isVersion(first) || isWww(first, end) ? first + 1 : first; piece < end; piece++) {
            if (!joined.isEmpty() && pieces.digitsMeetAt(piece) && !pieces.joinedBy(',', piece)) {
                joined.append(pieces.joinedBy('.', piece) ? '.' : '-');
            }
            joined.append(pieces.lower(piece));
        }
        return isVersion(first) ? withoutV(first, joined) : joined.toString();
    }

    private String withoutV(int first, StringBuilder rest) {
        return text.lower(pieces.from(first) + 1, pieces.to(first)) + "." + rest;
    }

    /** {@code v1.24}. */
    boolean isVersion(int piece) {
        int from = pieces.from(piece);
        return (text.at(from) | 0x20) == 'v'
                && Character.isDigit(text.at(from + 1))
                && !text.hasLetter(from + 1, pieces.to(piece))
                && pieces.joinedBy('.', piece + 1)
                && pieces.digitsMeetAt(piece + 1);
    }

    /** What every address may begin with, and may do without. */
    private boolean isWww(int piece, int end) {
        return end - piece > 2 && pieces.joinedBy('.', piece + 1) && "www".equals(pieces.lower(piece));
    }

    /** Whether all pieces take a position each, so that phrases find the word written apart. */
    boolean isSpread() {
        boolean dotted = pieces.count() >= FEWEST_DOTTED;
        for (int piece = 0; piece < pieces.count(); piece++) {
            boolean joined = piece == 0
                    || "-/_:".indexOf(pieces.signBefore(piece)) >= 0
                    || (dotted && pieces.signBefore(piece) == '.');
            if (!joined || pieces.length(piece) < 2 || !pieces.lettersOnly(piece)) {
                return false;
            }
        }
        return true;
    }

    boolean areAllSingle() {
        for (int piece = 0; piece < pieces.count(); piece++) {
            if (pieces.length(piece) > 1) {
                return false;
            }
        }
        return true;
    }

    /** Beside {@code C++} a single letter is a language, too. */
    boolean isAnySigned() {
        for (int piece = 0; piece < pieces.count(); piece++) {
            char last = text.at(pieces.to(piece) - 1);
            if (last == '+' || last == '#') {
                return true;
            }
        }
        return false;
    }
}
