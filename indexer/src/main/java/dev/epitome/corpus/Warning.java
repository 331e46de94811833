package dev.epitome.corpus;

import java.util.Objects;
import java.util.Optional;

/**
 * Something that was left out or put right, while the record itself is kept.
 *
 * @param kind the same for all that went wrong in the same way, such as {@code url left out, not an http(s) address}
 * @param detail what it was in this case, mostly quoted from the input; may be empty
 * @param remedy what a caller can say so that it is read; empty where nothing would help
 */
public record Warning(String kind, String detail, Optional<Remedy> remedy) {
    public Warning {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(detail, "detail");
        Objects.requireNonNull(remedy, "remedy");
    }

    /** A warning that nothing a caller says would help against. */
    public Warning(String kind, String detail) {
        this(kind, detail, Optional.empty());
    }

    /** Kind and detail, as a message. */
    @Override
    public String toString() {
        return detail.isEmpty() ? kind : kind + ": " + detail;
    }

    /**
     * What a caller can say in {@link CorpusOptions} of files that do not say it themselves, so that more of them is
     * read.
     */
    public enum Remedy {
        /** Which name is the title's: {@link CorpusOptions#names()}. */
        NAME_OF_TITLE,
        /** Whether the day or the month comes first: {@link CorpusOptions#dayFirst()}. */
        ORDER_OF_DATES
    }
}
