package dev.epitome.analysis;

import dev.epitome.analysis.TextWord.Part;
import java.util.ArrayList;
import java.util.List;

/** Makes a word of pieces that were found together: what it is called, and by which of its pieces it is found. */
final class WordMaker {

    /** Joined compounds shorter than this say nothing any more: {@code R&D}, {@code A/B}. */
    private static final int SHORTEST_JOINED = 4;

    /** Letters of the longest ending after a dot: {@code .js}, {@code .net}. */
    private static final int LONGEST_EXTENSION = 3;

    /** Letters of the shortest name that is found without its sign: {@code .gitignore}, {@code Disney+}; not .NET. */
    private static final int SHORTEST_WITHOUT_DOT = 4;

    private static final int SHORTEST_OF_SIGNED = 3;

    private final FoldedText text;
    private final Pieces pieces;
    private final Stems stems;

    WordMaker(FoldedText text, Pieces pieces, Stems stems) {
        this.text = text;
        this.pieces = pieces;
        this.stems = stems;
    }

    /** The word of all pieces. Between {@code from} and the first of them are only signs that belong to it. */
    TextWord word(int from) {
        TextWord inner = pieces.count() == 1 ? ofOne() : ofSeveral();
        if (from == pieces.from(0)) {
            return inner;
        }
        String exact = text.lower(from, pieces.from(0)) + inner.exact();
        List<Part> parts = new ArrayList<>();
        parts.add(new Part(inner.loose(), inner.start(), inner.end(), 0));
        parts.addAll(inner.parts());
        return new TextWord(text.start(from), inner.end(), exact, exact, inner.positions(), parts);
    }

    /** An address, found whole and by its pieces. */
    TextWord url(int from, int to) {
        String exact = text.lower(from, to);
        List<Part> parts = new ArrayList<>();
        for (int piece = 0; piece < pieces.count(); piece++) {
            addPart(parts, piece, 2, 0);
        }
        return new TextWord(text.start(from), text.end(to), exact, exact, 1, parts);
    }

    private TextWord ofOne() {
        int from = pieces.from(0);
        int to = pieces.to(0);
        String exact = text.lower(from, to);
        String loose = stems.loose(text, from, to, exact);
        return new TextWord(text.start(from), text.end(to), exact, loose, 1, partsOfOne(from, to, exact));
    }

    private List<Part> partsOfOne(int from, int to, String exact) {
        if (text.asciiLettersOnly(from, to)) {
            return Names.contain(exact) ? List.of() : Humps.parts(text, from, to, stems);
        }
        if (text.at(from) == '.') {
            return to - from > SHORTEST_WITHOUT_DOT && text.asciiLettersOnly(from + 1, to)
                    ? List.of(part(from + 1, to, 0))
                    : List.of();
        }
        char last = text.at(to - 1);
        if (last == '+' && text.at(to - 2) != '+' && to - 1 - from >= SHORTEST_OF_SIGNED) {
            return List.of(part(from, to - 1, 0));
        }
        int sign = Math.max(exact.lastIndexOf('+'), exact.lastIndexOf('#'));
        return sign > 0 && sign < exact.length() - 1
                ? List.of(new Part(exact.substring(0, sign + 1), text.start(from), text.end(from + sign + 1), 0))
                : List.of();
    }

    private TextWord ofSeveral() {
        int last = pieces.count() - 1;
        String exact = text.lower(pieces.from(0), pieces.to(last));
        String joined = joined();
        boolean isProse = !pieces.joinedBy('.', last) && !pieces.joinedBy('\'', last);
        String loose = isProse ? stems.looseCompound(text, pieces.from(last), pieces.to(last), joined) : joined;
        boolean saysNothing = joined.length() < SHORTEST_JOINED && !hasDigit(joined);
        boolean spread = isSpread();
        return new TextWord(
                text.start(pieces.from(0)),
                text.end(pieces.to(last)),
                exact,
                saysNothing ? exact : loose,
                spread ? pieces.count() : 1,
                parts(spread));
    }

    /** All pieces without what is between them, except between digits, or 1.24 and 12.4 were the same. */
    private String joined() {
        StringBuilder joined = new StringBuilder();
        for (int piece = 0; piece < pieces.count(); piece++) {
            if (piece > 0 && pieces.digitsMeetAt(piece) && !pieces.joinedBy(',', piece)) {
                joined.append(pieces.joinedBy('.', piece) ? '.' : '-');
            }
            joined.append(pieces.lower(piece));
        }
        return isVersion() ? joined.substring(1) : joined.toString();
    }

    /** {@code v1.24}. */
    private boolean isVersion() {
        int from = pieces.from(0);
        return (text.at(from) | 0x20) == 'v'
                && Character.isDigit(text.at(from + 1))
                && !text.hasLetter(from + 1, pieces.to(0))
                && pieces.joinedBy('.', 1)
                && pieces.digitsMeetAt(1);
    }

    /** Whether the word takes as many positions as it has pieces, so that phrases find it written apart. */
    private boolean isSpread() {
        for (int piece = 0; piece < pieces.count(); piece++) {
            boolean joined = piece == 0 || pieces.joinedBy('-', piece) || pieces.joinedBy('/', piece);
            if (!joined || pieces.length(piece) < 2 || !pieces.lettersOnly(piece)) {
                return false;
            }
        }
        return true;
    }

    private List<Part> parts(boolean spread) {
        if (areAllSingle()) {
            return List.of();
        }
        List<Part> parts = new ArrayList<>();
        int shortest = isAnySigned() ? 1 : 2;
        for (int piece = 0; piece < pieces.count(); piece++) {
            if (isFoundAlone(piece) && !(piece == 0 && isVersion())) {
                addPart(parts, piece, shortest, spread ? piece : 0);
            }
        }
        return parts;
    }

    private boolean areAllSingle() {
        for (int piece = 0; piece < pieces.count(); piece++) {
            if (pieces.length(piece) > 1) {
                return false;
            }
        }
        return true;
    }

    /** Beside {@code C++} a single letter is a language, too. */
    private boolean isAnySigned() {
        for (int piece = 0; piece < pieces.count(); piece++) {
            char last = text.at(pieces.to(piece) - 1);
            if (last == '+' || last == '#') {
                return true;
            }
        }
        return false;
    }

    /** Whether the signs on both sides of a piece leave it a word: not in {@code AT&T} or {@code don't}. */
    private boolean isFoundAlone(int piece) {
        if (isInNumber(piece)) {
            return false;
        }
        if (pieces.joinedBy('\'', piece + 1)) {
            return false;
        }
        if (pieces.joinedBy('\'', piece)) {
            return pieces.length(piece) >= SHORTEST_OF_SIGNED;
        }
        boolean before = !pieces.joinedBy('&', piece) || areLong(piece - 1, piece);
        return before && (!pieces.joinedBy('&', piece + 1) || areLong(piece, piece + 1));
    }

    /** What follows the point or the comma of a number says nothing alone: {@code 14.6x}, {@code 1.x}. */
    private boolean isInNumber(int piece) {
        boolean follows = pieces.joinedBy('.', piece) || pieces.joinedBy(',', piece);
        return follows && (pieces.digitsMeetAt(piece) || !pieces.hasLetter(piece - 1));
    }

    private boolean areLong(int one, int other) {
        return pieces.length(one) >= SHORTEST_OF_SIGNED && pieces.length(other) >= SHORTEST_OF_SIGNED;
    }

    private void addPart(List<Part> parts, int piece, int shortest, int position) {
        int from = pieces.from(piece);
        int to = pieces.to(piece);
        if (!pieces.hasLetter(piece)) {
            return;
        }
        boolean isExtension = pieces.joinedBy('.', piece)
                && !pieces.joinedBy('.', piece + 1)
                && to - from <= LONGEST_EXTENSION
                && pieces.lettersOnly(piece);
        if (isExtension) {
            parts.add(new Part(text.lower(from - 1, to), text.start(from - 1), text.end(to), position));
        } else if (to - from >= shortest) {
            parts.add(part(from, to, position));
        }
    }

    private Part part(int from, int to, int position) {
        String lower = text.lower(from, to);
        return new Part(stems.loose(text, from, to, lower), text.start(from), text.end(to), position);
    }

    private static boolean hasDigit(String term) {
        return term.chars().anyMatch(Character::isDigit);
    }
}
