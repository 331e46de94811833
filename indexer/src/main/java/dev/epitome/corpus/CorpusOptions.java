package dev.epitome.corpus;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a user says of the files that they do not say themselves. Immutable.
 *
 * @param asOf the day on which roundups were exported, for the ages in them
 * @param names the name that a file has for a member, by our own name for it, such as {@code published} to {@code Saved
 *     date}; it goes before all names that are known
 * @param dayFirst whether {@code 03/04/2024} is the third of April; empty where each column is to be judged by itself
 */
public record CorpusOptions(Optional<LocalDate> asOf, Map<String, String> names, Optional<Boolean> dayFirst) {

    /** Nothing is said. */
    public static final CorpusOptions NONE = new CorpusOptions(Optional.empty(), Map.of(), Optional.empty());

    /**
     * @throws dev.epitome.EpitomeException of kind {@link dev.epitome.EpitomeException.Kind#NO_INPUT} for a member that
     *     records do not have
     */
    public CorpusOptions {
        Objects.requireNonNull(asOf, "asOf");
        Objects.requireNonNull(names, "names");
        Objects.requireNonNull(dayFirst, "dayFirst");
        names = Map.copyOf(names);
        for (String key : names.keySet()) {
            if (Member.keyed(key).filter(member -> member != Member.SAVED).isEmpty()) {
                throw new dev.epitome.EpitomeException(
                        dev.epitome.EpitomeException.Kind.NO_INPUT,
                        "records have no member " + key + ": map one of " + Member.keys());
            }
        }
    }

    public CorpusOptions withAsOf(Optional<LocalDate> other) {
        return new CorpusOptions(other, names, dayFirst);
    }

    public CorpusOptions withNames(Map<String, String> others) {
        return new CorpusOptions(asOf, others, dayFirst);
    }

    public CorpusOptions withDayFirst(Optional<Boolean> other) {
        return new CorpusOptions(asOf, names, other);
    }
}
