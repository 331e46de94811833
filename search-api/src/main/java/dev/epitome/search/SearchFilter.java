package dev.epitome.search;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import dev.epitome.article.PublicationDate;
import dev.epitome.query.Field;
import java.util.List;
import java.util.Objects;
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
        sources = List.copyOf(Objects.requireNonNull(sources, "sources"));
        authors = List.copyOf(Objects.requireNonNull(authors, "authors"));
        tags = List.copyOf(Objects.requireNonNull(tags, "tags"));
        types = List.copyOf(Objects.requireNonNull(types, "types"));
        Objects.requireNonNull(publishedAfter, "publishedAfter");
        Objects.requireNonNull(publishedBefore, "publishedBefore");
        if (areSwapped(publishedAfter, publishedBefore)) {
            throw new EpitomeException(
                    Kind.INVALID_REQUEST,
                    "publishedBefore is %s, which is before publishedAfter, %s: swap the two"
                            .formatted(publishedBefore.orElseThrow(), publishedAfter.orElseThrow()));
        }
    }

    /** Lets articles pass that come from one of these publications. */
    public SearchFilter withSources(String... others) {
        Objects.requireNonNull(others, "others");
        return new SearchFilter(List.of(others), authors, tags, types, publishedAfter, publishedBefore);
    }

    /** Lets articles pass that one of these wrote. */
    public SearchFilter withAuthors(String... others) {
        Objects.requireNonNull(others, "others");
        return new SearchFilter(sources, List.of(others), tags, types, publishedAfter, publishedBefore);
    }

    /** Lets articles pass that have one of these tags. */
    public SearchFilter withTags(String... others) {
        Objects.requireNonNull(others, "others");
        return new SearchFilter(sources, authors, List.of(others), types, publishedAfter, publishedBefore);
    }

    /** Lets articles pass of one of these types. */
    public SearchFilter withTypes(String... others) {
        Objects.requireNonNull(others, "others");
        return new SearchFilter(sources, authors, tags, List.of(others), publishedAfter, publishedBefore);
    }

    /** Lets articles pass from the first day of that date on. */
    public SearchFilter withPublishedAfter(PublicationDate date) {
        Objects.requireNonNull(date, "date");
        return new SearchFilter(sources, authors, tags, types, Optional.of(date), publishedBefore);
    }

    /** Lets articles pass up to the last day of that date. */
    public SearchFilter withPublishedBefore(PublicationDate date) {
        Objects.requireNonNull(date, "date");
        return new SearchFilter(sources, authors, tags, types, publishedAfter, Optional.of(date));
    }

    /** Of which values a field must have one; empty for any, as for a field that has none. */
    public List<String> values(Field field) {
        Objects.requireNonNull(field, "field");
        return switch (field) {
            case SOURCE -> sources;
            case AUTHOR -> authors;
            case TAG -> tags;
            case TYPE -> types;
            case TITLE, SUMMARY -> List.of();
        };
    }

    /** Whether every article passes. */
    public boolean isEmpty() {
        return equals(NONE);
    }

    /** Whether no day is both: the later date is given as the one to begin with. */
    public static boolean areSwapped(Optional<PublicationDate> after, Optional<PublicationDate> before) {
        Objects.requireNonNull(after, "after");
        Objects.requireNonNull(before, "before");
        return after.isPresent()
                && before.isPresent()
                && after.get().firstDay().isAfter(before.get().lastDay());
    }
}
