package dev.epitome.lucene;

import dev.epitome.engine.Retriever.SortValues;
import dev.epitome.index.IndexFields;
import dev.epitome.search.SortOrder;
import org.apache.lucene.document.LongField;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.util.BytesRef;

/** Total orders, so that a page never depends on which thread indexed what first. */
final class SortTranslator {

    private SortTranslator() {}

    static Sort sort(SortOrder order) {
        SortField byId = new SortField(IndexFields.ID, SortField.Type.STRING);
        return switch (order) {
            // The score first and alone in its direction: only so may the search pass over what cannot win.
            case RELEVANCE -> new Sort(SortField.FIELD_SCORE, published(true), byId);
            case NEWEST -> new Sort(published(true), byId);
            case OLDEST -> new Sort(published(false), byId);
            case RANK -> new Sort(rank(), published(true), byId);
        };
    }

    /** By what Lucene sorted a hit that it found in this order. */
    static SortValues last(SortOrder order, FieldDoc hit) {
        Object[] by = hit.fields;
        return switch (order) {
            case RELEVANCE -> new SortValues((Float) by[0], (Long) by[1], 0, id(by[2]));
            case NEWEST, OLDEST -> new SortValues(0, (Long) by[0], 0, id(by[1]));
            case RANK -> new SortValues(0, (Long) by[1], (Integer) by[0], id(by[2]));
        };
    }

    /** For a search that goes on after that hit. */
    static FieldDoc after(SortOrder order, SortValues hit) {
        BytesRef id = new BytesRef(hit.id());
        Object[] by = switch (order) {
            case RELEVANCE -> new Object[] {hit.score(), hit.published(), id};
            case NEWEST, OLDEST -> new Object[] {hit.published(), id};
            case RANK -> new Object[] {hit.rank(), hit.published(), id};
        };
        // The id parts any two articles, so that Lucene's own number for the hit, which ends its order, is not needed.
        return new FieldDoc(Integer.MAX_VALUE, hit.score(), by);
    }

    private static String id(Object value) {
        return ((BytesRef) value).utf8ToString();
    }

    private static SortField published(boolean newestFirst) {
        long missing = newestFirst ? Long.MIN_VALUE : Long.MAX_VALUE;
        return LongField.newSortField(
                IndexFields.PUBLISHED_FIRST, newestFirst, SortedNumericSelector.Type.MIN, missing);
    }

    private static SortField rank() {
        return new SortField(IndexFields.RANK, SortField.Type.INT, false, Integer.MAX_VALUE);
    }
}
