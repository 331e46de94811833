package dev.epitome.lucene;

import dev.epitome.engine.Retriever.SortValues;
import dev.epitome.index.IndexFields;
import dev.epitome.search.SortOrder;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.util.BytesRef;

/** Total orders, so that a page never depends on which thread indexed what first. */
final class SortTranslator {

    private SortTranslator() {}

    static Sort sort(SortOrder order) {
        SortField byId = new SortField(IndexFields.ID, SortField.Type.STRING);
        return switch (order) {
            case RELEVANCE -> new Sort(SortField.FIELD_SCORE, IndexFields.published(true), byId);
            case NEWEST -> new Sort(IndexFields.published(true), byId);
            case OLDEST -> new Sort(IndexFields.published(false), byId);
            case RANK -> new Sort(rank(), IndexFields.published(true), byId);
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

    private static SortField rank() {
        return new SortField(IndexFields.RANK, SortField.Type.INT, false, Integer.MAX_VALUE);
    }
}
