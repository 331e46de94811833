package dev.epitome.analysis;

import java.util.ArrayList;
import java.util.List;

/** Finds the words of one text. */
final class WordScanner {

    /** Compounds beyond this length, or of more pieces, are read as separate words. */
    private static final int LONGEST_COMPOUND = 100;

    private static final int MOST_PIECES = TextWord.MAX_PARTS - 2;

    /** After these, punctuation may begin a word: {@code (.NET)}, {@code @a,@b}. */
    private static final String OPENING = "([{<>\"'`/|,;=*~";

    private final FoldedText text;
    private final Stems stems;
    private final WordBoundaries boundaries;
    private final Pieces pieces;
    private final WordBuilder builder;
    private final List<TextWord> words = new ArrayList<>();

    WordScanner(FoldedText text, Stems stems) {
        this.text = text;
        this.stems = stems;
        this.boundaries = new WordBoundaries(text);
        this.pieces = new Pieces(text);
        this.builder = new WordBuilder(text, pieces, stems);
    }

    List<TextWord> words() {
        int at = 0;
        while (at < text.length()) {
            at = next(at);
        }
        return words;
    }

    /** Reads the word that begins here, if one does; gives where to go on. */
    private int next(int at) {
        if (boundaries.isKeycap(at)) {
            return simple(at, at + 2);
        }
        CharacterKind kind = text.kindAt(at);
        int after = at + Character.charCount(text.codePointAt(at));
        return switch (kind) {
            case LETTER, DIGIT -> compound(at);
            case SIGN -> simple(at, boundaries.runEnd(after, CharacterKind.MARK));
            case EMOJI -> simple(at, boundaries.emojiEnd(at));
            case REGIONAL_INDICATOR ->
                simple(at, text.kindAt(after) == CharacterKind.REGIONAL_INDICATOR ? at + 2 * (after - at) : after);
            case MARK, BREAK -> after;
        };
    }

    /** Words without inner structure, of other scripts and emoji. */
    private int simple(int from, int to) {
        cut(from, to);
        return to;
    }

    private int compound(int at) {
        pieces.clear();
        int prefix = prefixStart(at);
        boolean dotted = prefix == at - 1 && text.at(prefix) == '.';
        int next = dotted ? prefix : at;
        int end = next;
        while (next >= 0) {
            end = boundaries.pieceEnd(next);
            pieces.add(next, end);
            if (pieces.count() == 1 && boundaries.isUrl(at, end)) {
                return url(at, end);
            }
            next = boundaries.nextPiece(next, end);
        }
        dropPossessive();
        int from = dotted ? at - 1 : prefix;
        if (isTooMuch(from, pieces.to(pieces.count() - 1))) {
            separate();
        } else if (from < at && text.at(at - 2) != '-' && text.at(at - 1) == '-' && !isFlag()) {
            words.add(builder.word(at));
        } else {
            words.add(builder.word(from));
        }
        return end;
    }

    /**
     * Where the punctuation begins that stands before a word and belongs to it: {@code .NET @Override #java --flag -x}.
     */
    private int prefixStart(int at) {
        if (text.kindAt(at) != CharacterKind.LETTER) {
            return at;
        }
        return switch (text.at(at - 1)) {
            case '.', '@', '#' -> opens(at - 2) ? at - 1 : at;
            case '-' -> {
                boolean isLong = text.at(at - 2) == '-';
                yield opens(isLong ? at - 3 : at - 2) ? at - (isLong ? 2 : 1) : at;
            }
            default -> at;
        };
    }

    private boolean opens(int before) {
        char sign = text.at(before);
        return before < 0
                || Character.isWhitespace(sign)
                || Character.isSpaceChar(sign)
                || Character.isISOControl(sign)
                || OPENING.indexOf(sign) >= 0;
    }

    /** One dash and one letter; longer words with a dash before them are items of a list. */
    private boolean isFlag() {
        return pieces.count() == 1 && pieces.length(0) == 1;
    }

    private void dropPossessive() {
        while (pieces.joinedBy('\'', pieces.count() - 1)
                && pieces.length(pieces.count() - 1) == 1
                && Character.toLowerCase(text.at(pieces.from(pieces.count() - 1))) == 's') {
            pieces.removeLast();
        }
    }

    /** The address stays whole; its scheme is no piece, or https would find every address. */
    private int url(int from, int schemeEnd) {
        pieces.clear();
        int at = schemeEnd;
        while (boundaries.isOfUrl(at)) {
            if (text.kindAt(at).beginsWord() && !boundaries.isKeycap(at)) {
                int end = boundaries.runOfWord(at);
                pieces.add(at, end);
                at = end;
            } else {
                at++;
            }
        }
        int end = pieces.to(pieces.count() - 1);
        if (isTooMuch(from, end)) {
            separate();
        } else {
            words.add(builder.url(from, end));
        }
        return end;
    }

    private boolean isTooMuch(int from, int to) {
        return (pieces.count() > 1 && to - from > LONGEST_COMPOUND)
                || pieces.count() > MOST_PIECES
                || to - from > TextWord.MAX_TERM - 2;
    }

    private void separate() {
        for (int piece = 0; piece < pieces.count(); piece++) {
            cut(pieces.from(piece), pieces.to(piece));
        }
    }

    /** One word, or several where it is longer than a term may be. */
    private void cut(int from, int to) {
        for (int start = from; start < to; ) {
            int end = Math.min(to, start + TextWord.MAX_TERM);
            if (end < to && Character.isHighSurrogate(text.at(end - 1))) {
                end--;
            }
            String exact = text.lower(start, end);
            words.add(TextWord.simple(text.start(start), text.end(end), exact, stems.loose(text, start, end, exact)));
            start = end;
        }
    }
}
