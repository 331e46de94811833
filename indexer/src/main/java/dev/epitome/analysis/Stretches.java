package dev.epitome.analysis;

/**
 * Compounds inside of compounds. Signs bind more or less tightly: {@code docker-compose.yml} holds docker-compose, and
 * {@code 127.0.0.1:8080} an address.
 */
final class Stretches {

    /** In longer compounds, such as paths, they would be too many. */
    private static final int MOST_PIECES = 15;

    private static final int ENDS_HERE = 9;
    private static final int IN_NUMBER = 1;

    private final FoldedText text;
    private final Pieces pieces;

    Stretches(FoldedText text, Pieces pieces) {
        this.text = text;
        this.pieces = pieces;
    }

    /** Where the next compound ends, beyond {@code after}, that begins with this piece; -1 where none does. */
    int next(int first, int after) {
        if (pieces.count() > MOST_PIECES) {
            return -1;
        }
        int inside = 0;
        for (int end = first + 1; end <= pieces.count(); end++) {
            int bounds = Math.min(looseness(first), looseness(end));
            if (end > Math.max(after, first + 1)
                    && inside < bounds
                    && bounds > IN_NUMBER
                    && bounds < ENDS_HERE
                    && isTelling(first, inside)) {
                return end;
            }
            inside = Math.max(inside, looseness(end));
        }
        return -1;
    }

    /** Numbers are told by their points, and what follows a slash is no number of its own: {@code HTTP/1.1}. */
    private boolean isTelling(int first, int inside) {
        return inside != IN_NUMBER || first == 0 || pieces.signBefore(first) != '/';
    }

    /** How loosely the sign before a piece joins it with the one before. */
    private int looseness(int piece) {
        if (piece == 0 || piece == pieces.count()) {
            return ENDS_HERE;
        }
        return switch (pieces.signBefore(piece)) {
            case '\'', ',', '&' -> 0;
            case '-', '_' -> 2;
            case '.' -> pieces.digitsMeetAt(piece) ? IN_NUMBER : 3;
            case ':' -> 4;
            case '/' -> isPair(piece) ? IN_NUMBER : 5;
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
