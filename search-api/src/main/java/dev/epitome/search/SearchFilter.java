package dev.epitome.search;

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

    public SearchFilter {
        sources = List.copyOf(sources);
        authors = List.copyOf(authors);
        tags = List.copyOf(tags);
        types = List.copyOf(types);
    }
}
