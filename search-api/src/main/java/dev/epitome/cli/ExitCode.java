package dev.epitome.cli;

import dev.epitome.EpitomeException.Kind;

/** What a process ends with, for scripts. */
enum ExitCode {
    OK(0),
    NO_HITS(1),
    USAGE(2),
    SOME_REJECTED(3),
    QUALITY(4),
    INDEX(5),
    /** Nothing was changed: readers keep the index that was there. */
    UNWRITTEN(6),
    INTERNAL(70);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    static ExitCode of(Kind kind) {
        return switch (kind) {
            case INVALID_REQUEST, INVALID_CURSOR, CURSOR_EXPIRED, NO_INPUT -> USAGE;
            case INDEX_MISSING, INDEX_LOCKED, INDEX_INCOMPATIBLE, INDEX_DAMAGED, INDEX_FOREIGN -> INDEX;
            case INDEX_UNWRITTEN -> UNWRITTEN;
            case INVALID_ARTICLE, TIMED_OUT, IO -> INTERNAL;
        };
    }
}
