package dev.epitome.analysis;

import dev.epitome.analysis.TextWord.Part;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Builds a word of its pieces: its exact and its loose form, and the parts by which it is found as well. */
final class WordBuilder {

    /** Letters of the longest ending after a dot: {@code .js}, {@code .net}. */
    private static final int LONGEST_EXTENSION = 3;

    /**
     * Letters of the shortest name that is found without its punctuation: {@code .gitignore}, {@code Disney+}; not
     * .NET.
     */
    private static final int SHORTEST_WITHOUT_DOT = 4;

    private static final int SHORTEST_OF_SIGNED = 3;

    private final FoldedText text;
    private final Pieces pieces;
    private final Stems stems;
    private final Compound compound;

    WordBuilder(FoldedText text, Pieces pieces, Stems stems) {
        this.text = text;
        this.pieces = pieces;
        this.stems = stems;
        this.compound = new Compound(text, pieces, stems);
    }

    /** The word of all pieces. Between {@code from} and the first of them is only punctuation that belongs to it. */
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

    /** An address, found whole, with or without its scheme, by its host and by its pieces. */
    TextWord url(int from, int to) {
        String exact = text.lower(from, to);
        int path = firstAfter("?#");
        int host = firstAfter("/?#");
        List<Part> parts = new ArrayList<>();
        for (int piece = 0; piece < pieces.count(); piece++) {
            if (piece == 0 && host > 1 && host < path) {
                parts.add(inner(0, host, 0));
            }
            addPart(parts, piece, 2, 0);
        }
        String loose = path > 1 ? compound.loose(0, path) : exact;
        return new TextWord(text.start(from), text.end(to), exact, loose, 1, bounded(parts));
    }

    /** The first piece before which one of these characters stands. */
    private int firstAfter(String separators) {
        for (int piece = 1; piece < pieces.count(); piece++) {
            for (int at = pieces.to(piece - 1); at < pieces.from(piece); at++) {
                if (separators.indexOf(text.at(at)) >= 0) {
                    return piece;
                }
            }
        }
        return pieces.count();
    }

    private TextWord ofOne() {
        int from = pieces.from(0);
        int to = pieces.to(0);
        String exact = text.lower(from, to);
        String loose = stems.loose(text, from, to, exact);
        return new TextWord(text.start(from), text.end(to), exact, loose, 1, partsOfOne(from, to, exact));
    }

    private List<Part> partsOfOne(int from, int to, String exact) {
        if (KnownWords.isName(exact)) {
            return List.of();
        }
        if (text.asciiLettersOnly(from, to)) {
            return CamelCaseSplitter.parts(text, from, to, stems);
        }
        int number = numberAfterName(from, to);
        if (number < to) {
            return List.of(part(from, number, 0));
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

    /** Where the number begins that ends a name: {@code OAuth2}; at the end where none does. */
    private int numberAfterName(int from, int to) {
        int number = to;
        while (number > from && CharacterKind.of(text.at(number - 1)) == CharacterKind.DIGIT) {
            number--;
        }
        return number - from >= SHORTEST_OF_SIGNED && text.asciiLettersOnly(from, number) ? number : to;
    }

    private TextWord ofSeveral() {
        int end = pieces.count();
        int from = pieces.from(0);
        int to = pieces.to(end - 1);
        boolean spread = compound.isSpread();
        return new TextWord(
                text.start(from),
                text.end(to),
                text.lower(from, to),
                compound.loose(0, end),
                spread ? end : 1,
                parts(spread));
    }

    private List<Part> parts(boolean spread) {
        if (compound.areAllSingle()) {
            return List.of();
        }
        List<Part> parts = new ArrayList<>();
        int shortest = compound.isAnySigned() ? 1 : 2;
        for (int piece = 0; piece < pieces.count(); piece++) {
            int position = spread ? piece : 0;
            for (int end = compound.nextInner(piece, 0); end > 0; end = compound.nextInner(piece, end)) {
                parts.add(inner(piece, end, position));
            }
            if (compound.isOfId(piece)) {
                addId(parts, piece);
            } else if (isFoundAlone(piece) && !compound.isVersion(piece)) {
                addPart(parts, piece, shortest, position);
            }
        }
        return bounded(parts);
    }

    /** By the number alone, and with what stands before it, written with hyphens or without. */
    private void addId(List<Part> parts, int piece) {
        parts.add(part(pieces.from(piece), pieces.to(piece), 0));
        if (piece + 1 < pieces.count()) {
            parts.add(inner(0, piece + 1, 0));
        } else if (pieces.digitsMeetAt(piece)) {
            parts.add(new Part(compound.together(), text.start(pieces.from(0)), text.end(pieces.to(piece)), 0));
        }
    }

    /** Whether the separators on both sides of a piece leave it a word: not in {@code AT&T} or {@code don't}. */
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
            partsOfPiece(from, to).forEach(part -> parts.add(part.at(position)));
        }
    }

    private List<Part> partsOfPiece(int from, int to) {
        return text.at(from) == '.' || text.at(to - 1) == '+' || text.at(to - 1) == '#'
                ? List.of()
                : partsOfOne(from, to, text.lower(from, to));
    }

    private Part inner(int first, int end, int position) {
        int from = text.start(pieces.from(first));
        return new Part(compound.loose(first, end), from, text.end(pieces.to(end - 1)), position);
    }

    /** In order, and one less than a word may have: punctuation before it makes one more. */
    private static List<Part> bounded(List<Part> parts) {
        parts.sort(Comparator.comparingInt(Part::start));
        return parts.size() < TextWord.MAX_PARTS ? parts : parts.subList(0, TextWord.MAX_PARTS - 1);
    }

    private Part part(int from, int to, int position) {
        String lower = text.lower(from, to);
        return new Part(stems.loose(text, from, to, lower), text.start(from), text.end(to), position);
    }
}
