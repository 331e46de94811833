package dev.epitome;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The one exception that Epitome throws on purpose. Its message names what failed, where, and what to do about it; its
 * {@link #kind()} is what a program decides by.
 */
public final class EpitomeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String message;
    private final Kind kind;

    /** Creates an exception without a cause. */
    public EpitomeException(Kind kind, String message) {
        this(kind, message, null);
    }

    /** Creates an exception that keeps the failure it stems from; {@code cause} may be null. */
    public EpitomeException(Kind kind, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.message = Objects.requireNonNull(message, "message");
        this.kind = Objects.requireNonNull(kind, "kind");
    }

    @Override
    public String getMessage() {
        return message;
    }

    /** What went wrong, as a program sees it. */
    public Kind kind() {
        return kind;
    }

    /** The ways in which Epitome can fail. */
    public enum Kind {
        /** An article breaks a rule of the record: no title, a text beyond its bound. */
        INVALID_ARTICLE,
        /** A request has a parameter out of its bounds. */
        INVALID_REQUEST,
        /** A cursor is none of ours, or belongs to another request. */
        INVALID_CURSOR,
        /** The state of the index that a cursor belongs to is no longer kept. */
        CURSOR_EXPIRED,
        /** There was not time enough for an answer. */
        TIMED_OUT,
        /** What is to be read does not exist, holds nothing, or cannot be understood at all. */
        NO_INPUT,
        /** There is no index in the directory. */
        INDEX_MISSING,
        /** Another process is writing the index. */
        INDEX_LOCKED,
        /** The index cannot be read by this version, or with these weights, or at all: building it anew helps. */
        INDEX_INCOMPATIBLE,
        /** The index that a rebuild would take the place of cannot be opened: it stays, unless that is asked for. */
        INDEX_DAMAGED,
        /** A new index could not be written: readers keep the one that was there. */
        INDEX_UNWRITTEN,
        /** The directory holds what Epitome did not write, as far as can be told: a rebuild leaves it alone. */
        INDEX_FOREIGN,
        /** Reading or writing anything else failed beneath us: missing rights, damaged files. */
        IO
    }
}
