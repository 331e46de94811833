package dev.epitome.lucene;

import dev.epitome.index.IndexFields;
import dev.epitome.search.SortOrder;
import org.apache.lucene.document.LongField;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;

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

    private static SortField published(boolean newestFirst) {
        long missing = newestFirst ? Long.MIN_VALUE : Long.MAX_VALUE;
        return LongField.newSortField(
                IndexFields.PUBLISHED_FIRST, newestFirst, SortedNumericSelector.Type.MIN, missing);
    }

    private static SortField rank() {
        return new SortField(IndexFields.RANK, SortField.Type.INT, false, Integer.MAX_VALUE);
    }
}
