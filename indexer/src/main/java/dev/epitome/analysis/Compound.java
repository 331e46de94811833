package dev.epitome.analysis;

/** Several pieces as one term, and the compounds within them: {@code CI/CD} is cicd, {@code v1.24} is 1.24. */
final class Compound {

    /** Joined compounds shorter than this say nothing any more: {@code R&D}, {@code A/B}. */
    private static final int SHORTEST_JOINED = 4;

    /** What follows an apostrophe is a name from that length on, as in O'Reilly, and an ending below. */
    private static final int SHORTEST_NAME = 3;

    /** Pieces from which on dots stand between words of their own, as in {@code java.util.List}; not in Node.js. */
    private static final int FEWEST_DOTTED = 3;

    /** In longer compounds, such as paths, there would be too many others. */
    private static final int MOST_PIECES = 15;

    /** How loosely separators bind: those of a number, and the ends of the compound. */
    private static final int NUMBER_BINDING = 1;

    private static final int END = 9;

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
        if (joined.length() < SHORTEST_JOINED && !hasDigit(joined) && !isAbbreviation(first, end)) {
            return text.lower(pieces.from(first), pieces.to(last));
        }
        boolean isEnding = pieces.joinedBy('\'', last) && pieces.length(last) < SHORTEST_NAME;
        boolean isProse = !pieces.joinedBy('.', last) && !isEnding;
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

    private static boolean hasDigit(String joined) {
        return joined.chars().anyMatch(Character::isDigit);
    }

    /** {@code U.S.}, which is US; not e.g. and the like. */
    private boolean isAbbreviation(int first, int end) {
        for (int piece = first; piece < end; piece++) {
            boolean letter = pieces.length(piece) == 1 && text.isUpper(pieces.from(piece));
            if (!letter || (piece > first && !pieces.joinedBy('.', piece))) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether the piece is a number of an id: {@code CVE-2024-3094}, {@code POL-358}; not of {@code UTF-8} or
     * {@code x86-64}.
     */
    boolean isOfId(int piece) {
        return pieces.length(piece) > 1
                && !pieces.hasLetter(piece)
                && pieces.lettersOnly(0)
                && (pieces.joinedBy('-', piece) || pieces.joinedBy('_', piece));
    }

    /** All pieces without anything between them, also where digits meet. */
    String together() {
        StringBuilder together = new StringBuilder();
        for (int piece = 0; piece < pieces.count(); piece++) {
            together.append(pieces.lower(piece));
        }
        return together.toString();
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

    /**
     * Where the next compound within this one ends, beyond {@code after}, that begins with this piece; -1 where none
     * does. Separators bind more or less tightly: {@code docker-compose.yml} holds docker-compose, and
     * {@code 127.0.0.1:8080} an address.
     */
    int nextInner(int first, int after) {
        if (pieces.count() > MOST_PIECES) {
            return -1;
        }
        int inside = 0;
        for (int end = first + 1; end <= pieces.count(); end++) {
            int bounds = Math.min(looseness(first), looseness(end));
            if (end > Math.max(after, first + 1)
                    && inside < bounds
                    && bounds > NUMBER_BINDING
                    && bounds < END
                    && isTerm(first, inside)) {
                return end;
            }
            inside = Math.max(inside, looseness(end));
        }
        return -1;
    }

    /** Numbers have points, and what follows a slash is no number of its own: {@code HTTP/1.1}. */
    private boolean isTerm(int first, int inside) {
        return inside != NUMBER_BINDING || first == 0 || pieces.signBefore(first) != '/';
    }

    /** How loosely the separator before a piece joins it with the one before. */
    private int looseness(int piece) {
        if (piece == 0 || piece == pieces.count()) {
            return END;
        }
        return switch (pieces.signBefore(piece)) {
            case '\'', ',', '&' -> 0;
            case '-', '_' -> 2;
            case '.' -> pieces.digitsMeetAt(piece) ? NUMBER_BINDING : 3;
            case ':' -> 4;
            case '/' -> isPair(piece) ? NUMBER_BINDING : 5;
            default -> 5;
        };
    }

    /** {@code TCP/IP}, {@code HTTP/2}: one name, not two alternatives. */
    private boolean isPair(int piece) {
        return pieces.length(piece - 1) <= 4
                && pieces.length(piece) <= 3
                && !Character.isDigit(text.at(pieces.to(piece - 1) - 1));
    }
}
