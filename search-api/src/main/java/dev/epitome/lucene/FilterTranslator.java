package dev.epitome.lucene;

import dev.epitome.article.PublicationDate;
import dev.epitome.index.IndexFields;
import dev.epitome.query.DateRange;
import dev.epitome.query.DateRange.Between;
import dev.epitome.query.DateRange.LastDays;
import dev.epitome.search.SearchFilter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;

/** Puts filters around a query; they do not touch its scores. */
final class FilterTranslator {

    /**
     * One filter of a request.
     *
     * @param wanted what passes, for people
     */
    record Part(String wanted, Query query) {}

    private FilterTranslator() {}

    static Query filtered(Query query, SearchFilter filter) {
        List<Part> parts = parts(filter);
        if (parts.isEmpty()) {
            return query;
        }
        BooleanQuery.Builder all = new BooleanQuery.Builder().add(query, Occur.MUST);
        parts.forEach(part -> all.add(part.query(), Occur.FILTER));
        return all.build();
    }

    static List<Part> parts(SearchFilter filter) {
        List<Part> parts = new ArrayList<>();
        addAnyOf(parts, "source", IndexFields.SOURCE_KEY, filter.sources());
        addAnyOf(parts, "author", IndexFields.AUTHOR_KEY, filter.authors());
        addAnyOf(parts, "tag", IndexFields.TAG_KEY, filter.tags());
        addAnyOf(parts, "type", IndexFields.TYPE_KEY, filter.types());
        filter.publishedAfter().ifPresent(date -> parts.add(new Part("published from " + date, from(date.firstDay()))));
        filter.publishedBefore()
                .ifPresent(date -> parts.add(new Part("published until " + date, until(date.lastDay()))));
        return parts;
    }

    /** Articles of which some possible day lies in the range. */
    static Query published(DateRange range, LocalDate today) {
        return switch (range) {
            case Between(Optional<PublicationDate> from, Optional<PublicationDate> to) -> {
                BooleanQuery.Builder both = new BooleanQuery.Builder();
                from.ifPresent(date -> both.add(from(date.firstDay()), Occur.FILTER));
                to.ifPresent(date -> both.add(until(date.lastDay()), Occur.FILTER));
                yield both.build();
            }
            case LastDays(int days) ->
                new BooleanQuery.Builder()
                        .add(from(today.minusDays(days)), Occur.FILTER)
                        .add(until(today), Occur.FILTER)
                        .build();
        };
    }

    private static Query from(LocalDate day) {
        return LongPoint.newRangeQuery(IndexFields.PUBLISHED_LAST, day.toEpochDay(), Long.MAX_VALUE);
    }

    private static Query until(LocalDate day) {
        return LongPoint.newRangeQuery(IndexFields.PUBLISHED_FIRST, Long.MIN_VALUE, day.toEpochDay());
    }

    private static void addAnyOf(List<Part> parts, String name, String field, List<String> values) {
        if (!values.isEmpty()) {
            List<BytesRef> keys = values.stream()
                    .map(IndexFields::filterKey)
                    .map(BytesRef::new)
                    .toList();
            parts.add(new Part(name + " = " + String.join(" or ", values), new TermInSetQuery(field, keys)));
        }
    }
}
