package dev.epitome.search;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import dev.epitome.article.PublicationDate;
import java.util.List;
import java.util.Optional;

/**
 * Which articles may be hits at all; has no say in their order. Within a list one match is enough, and an empty list
 * asks for nothing. Case and accents do not matter. Of an article dated only by month or year, any day of that span may
 * be the day.
 *
 * @param publishedAfter the first day asked for, itself included
 * @param publishedBefore the last day asked for, itself included
 */
public record SearchFilter(
        List<String> sources,
        List<String> authors,
        List<String> tags,
        List<String> types,
        Optional<PublicationDate> publishedAfter,
        Optional<PublicationDate> publishedBefore) {

    /** Lets every article pass. */
    public static final SearchFilter NONE =
            new SearchFilter(List.of(), List.of(), List.of(), List.of(), Optional.empty(), Optional.empty());

    /**
     * Checks the dates.
     *
     * @throws EpitomeException of kind {@link Kind#INVALID_REQUEST} when the last day asked for is before the first
     */
    public SearchFilter {
        sources = List.copyOf(sources);
        authors = List.copyOf(authors);
        tags = List.copyOf(tags);
        types = List.copyOf(types);
        if (areSwapped(publishedAfter, publishedBefore)) {
            throw new EpitomeException(
                    Kind.INVALID_REQUEST,
                    "publishedBefore is %s, which is before publishedAfter, %s: swap the two"
                            .formatted(publishedBefore.orElseThrow(), publishedAfter.orElseThrow()));
        }
    }

    /** Whether no day is both: the later date is given as the one to begin with. */
    public static boolean areSwapped(Optional<PublicationDate> after, Optional<PublicationDate> before) {
        return after.isPresent()
                && before.isPresent()
                && after.get().firstDay().isAfter(before.get().lastDay());
    }
}
