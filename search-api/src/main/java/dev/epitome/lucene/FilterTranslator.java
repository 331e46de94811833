package dev.epitome.lucene;

import dev.epitome.index.IndexFields;
import dev.epitome.search.SearchFilter;
import java.util.List;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;

/** Puts filters around a query; they do not touch its scores. */
final class FilterTranslator {

    private FilterTranslator() {}

    static Query filtered(Query query, SearchFilter filter) {
        if (filter.equals(SearchFilter.NONE)) {
            return query;
        }
        BooleanQuery.Builder all = new BooleanQuery.Builder().add(query, Occur.MUST);
        addAnyOf(all, IndexFields.SOURCE_KEY, filter.sources());
        addAnyOf(all, IndexFields.AUTHOR_KEY, filter.authors());
        addAnyOf(all, IndexFields.TAG_KEY, filter.tags());
        addAnyOf(all, IndexFields.TYPE_KEY, filter.types());
        filter.publishedAfter()
                .ifPresent(date ->
                        addDays(all, IndexFields.PUBLISHED_LAST, date.firstDay().toEpochDay(), Integer.MAX_VALUE));
        filter.publishedBefore()
                .ifPresent(date -> addDays(
                        all,
                        IndexFields.PUBLISHED_FIRST,
                        Integer.MIN_VALUE,
                        date.lastDay().toEpochDay()));
        return all.build();
    }

    private static void addAnyOf(BooleanQuery.Builder all, String field, List<String> values) {
        if (!values.isEmpty()) {
            List<BytesRef> keys = values.stream()
                    .map(IndexFields::filterKey)
                    .map(BytesRef::new)
                    .toList();
            all.add(new TermInSetQuery(field, keys), Occur.FILTER);
        }
    }

    private static void addDays(BooleanQuery.Builder all, String field, long from, long to) {
        all.add(IntPoint.newRangeQuery(field, Math.toIntExact(from), Math.toIntExact(to)), Occur.FILTER);
    }
}
